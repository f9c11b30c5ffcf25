package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/compiler"
	"github.com/mdiplan/mdiplan/policies"
	"github.com/mdiplan/mdiplan/schema"
)

// TestEveryDecisionFillsWhatItSays holds the metadata of the decisions and what becomes of a choice to each other: the
// place that a decision names is filled, no other decision fills anything, and every place that a decision may fill has one.
func TestEveryDecisionFillsWhatItSays(t *testing.T) {
	engine, diags := policies.Load(t.Context(), policies.Options{})
	require.Empty(t, diags)
	filled := map[string]bool{}
	for _, d := range engine.Decisions() {
		account := "mdisvc01$@contoso" // no dot: paths are split at dots
		intent := &schema.Intent{Sensors: map[string]*schema.SpecSensor{"dc01.contoso.com": {}}}
		intent.Shared.DSA = &schema.SpecDSA{Accounts: map[string]*schema.SpecDSAAccount{account: {}}}
		before := schema.Clone(intent)
		subject := schema.Subject{Kind: "sensor", Key: "dc01.contoso.com"}
		if strings.Contains(d.Sets, "<key>") {
			subject = schema.Subject{Kind: "account", Key: account}
		}
		choice := schema.Decision{Name: d.Package[strings.LastIndexByte(d.Package, '.')+1:], Subject: subject, Choice: "chosen", Source: "decided"}
		asked := choice
		asked.Source = "asked"
		intent.Choose(asked)
		assert.Equal(t, before, intent, "%s: what the spec says stays", d.ID)
		intent.Choose(choice)
		if d.Sets == "" {
			assert.Equal(t, before, intent, "%s says that it fills nothing", d.ID)
			continue
		}
		filled[d.Sets] = true
		names := strings.Split(strings.ReplaceAll(strings.TrimPrefix(d.Sets, "spec."), "<key>", account), ".")
		var value any
		var ok bool
		if names[0] == "sensor" {
			value, ok = schema.Lookup(intent.Sensors["dc01.contoso.com"], names[1:])
		} else {
			value, ok = schema.Lookup(&intent.Shared, names)
		}
		assert.True(t, ok, "%s fills %s", d.ID, d.Sets)
		if _, is := value.(string); is {
			assert.Equal(t, "chosen", value, d.ID)
		}
	}
	for _, f := range schema.Fields() {
		if slices.Contains(f.From, "decision") {
			assert.True(t, filled[f.Path], "no decision fills %s", f.Path)
		}
		if filled[f.Path] {
			assert.Contains(t, f.From, "decision", "%s is filled by a decision", f.Path)
		}
	}
}

// TestDecisionsBuildOnEachOther takes the decisions about one new controller that the spec says nothing about.
func TestDecisionsBuildOnEachOther(t *testing.T) {
	engine, diags := policies.Load(t.Context(), policies.Options{})
	require.Empty(t, diags)
	yes, no := true, false
	const name = "dc01.contoso.com"
	facts := &schema.Facts{Schema: schema.FactsVersion, Servers: map[string]*schema.Server{name: {Domain: "contoso.com", Forest: "contoso.com", OSFamily: "ws2022", LCUMonth: "2026-11",
		Roles: &schema.ServerRoles{DC: &yes, RODC: &no, ADFS: &no, ADCS: &no, EntraConnect: &no, WAP: &no}, MDE: &schema.ServerMDE{Onboarded: &yes}, SensorV2: &schema.ServerSensorV2{Installed: &no}}}}
	intent := &schema.Intent{Sensors: map[string]*schema.SpecSensor{name: {Migrate: &no}}}
	decide := func() map[string]schema.Decision {
		decisions, err := engine.Open(facts, intent, schema.Run{Now: "2026-11-24T09:00:00Z", PolicyDate: "2026-11-24", Profile: "v2-current"}).Decide(t.Context())
		require.NoError(t, err)
		out := map[string]schema.Decision{}
		for _, d := range decisions {
			out[d.ID] = d
		}
		return out
	}
	taken := decide()
	assert.Equal(t, "v3", taken["D1"].Choice)
	assert.Equal(t, "automatic", taken["D5"].Choice, "the method follows from the generation that was chosen before")
	assert.Equal(t, "automatic", taken["D12"].Choice)
	assert.NotContains(t, taken, "D10", "a v3 sensor needs no capture driver")
	assert.Empty(t, intent.Sensors[name].Generation, "the intent of the caller stays as it is")
	assert.Nil(t, intent.Shared.Auditing)

	facts.Servers[name].MDE.Onboarded = &no
	taken = decide()
	assert.Equal(t, "v2", taken["D1"].Choice)
	assert.Equal(t, "gpo", taken["D5"].Choice)
	assert.Equal(t, schema.Subject{Kind: "sensor", Key: name}, taken["D6"].Subject, "one decision about all chooses for each")
	assert.Equal(t, "at_once", taken["D6"].Choice)
	assert.Equal(t, "decided", taken["D6"].Source)
	assert.Empty(t, taken["D10"].Choice)
	assert.Empty(t, taken["D10"].Reasons)
	assert.Contains(t, taken["D10"].Missing, "server.winpcap_installed")
	assert.NotContains(t, taken, "D12", "nothing to activate")

	intent.Sensors[name].DelayedUpdate = &no
	assert.Equal(t, "asked", decide()["D6"].Source, "a no is an answer of the spec too")

	facts.Servers[name].MDE = nil
	taken = decide()
	assert.Empty(t, taken["D1"].Choice)
	assert.NotContains(t, taken, "D10", "what depends on the generation waits for it")
}

// TestControllersOfOneDomainNeedNoGroup plans a new account for one writable controller: the group of the domain
// controllers reads its password, so none is created and no ticket has to be renewed. With a role server beside it, both are.
func TestControllersOfOneDomainNeedNoGroup(t *testing.T) {
	const account = "mdinew$@contoso.com"
	for _, roleServer := range []bool{false, true} {
		e := loadExample(t, "healthy")
		no := false
		e.facts.Accounts = map[string]*schema.Account{account: {Exists: &no, Domain: "contoso.com"}}
		e.facts.Workspace.DSAEntries, e.facts.Sensors = map[string]*schema.WorkspaceDSAEntry{}, map[string]*schema.Sensor{}
		sensors := ""
		for name, s := range e.facts.Servers {
			if name != "dc01.contoso.com" && (name != "ca01.contoso.com" || !roleServer) {
				delete(e.facts.Servers, name)
				continue
			}
			s.SensorV2.Installed, s.GMSAUsable = &no, nil
			s.MemberOf = schema.Set{e.facts.Domains["contoso.com"].SID + "-516": name == "dc01.contoso.com"}
			sensors += fmt.Sprintf("sensor %q {\n generation = \"v2\"\n}\n", name)
		}
		var diags schema.Diagnostics
		e.spec, diags = compiler.ParseSpec(map[string][]byte{"x.mdi.hcl": []byte(`deployment "x" {}
workspace "contoso-corp" {}
directory_service_account "primary" {
  name   = "mdinew$"
  domain = "contoso.com"
}
` + sensors)}, nil)
		require.Empty(t, diags)
		e.intent, diags = compiler.Resolve(e.spec, e.facts, moment)
		require.False(t, diags.HasErrors(), "%v", diags)
		planned := map[string]schema.Step{}
		for _, s := range plan(t, e).Steps {
			planned[s.Step] = s
		}
		assert.Contains(t, planned, "domain.create_gmsa")
		for _, name := range []string{"domain.create_dsa_group", "server.refresh_kerberos"} {
			if roleServer {
				assert.Contains(t, planned, name)
			} else {
				assert.NotContains(t, planned, name)
			}
		}
	}
}
