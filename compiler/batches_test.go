package compiler

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/schema"
)

// roleServers makes servers of these roles, by name; the domain is what follows the first dot.
func roleServers(roles map[string]string) *estate {
	yes := true
	e := &estate{facts: &schema.Facts{Servers: map[string]*schema.Server{}, Sensors: map[string]*schema.Sensor{}}, intent: &schema.Intent{Sensors: map[string]*schema.SpecSensor{}}}
	for name, role := range roles {
		s := &schema.Server{Roles: &schema.ServerRoles{}, Forest: "a.test"}
		switch role {
		case "dc", "pdc":
			s.Roles.DC = &yes
			s.FSMO = map[string]bool{"pdc_emulator": role == "pdc"}
		case "rodc":
			s.Roles.RODC = &yes
		case "adcs":
			s.Roles.ADCS = &yes
		case "adfs", "adfs primary":
			primary := role == "adfs primary"
			s.Roles.ADFS, s.ADFS = &yes, &schema.ServerADFS{Farm: "sts.a.test", Primary: &primary}
		case "staging", "active":
			s.Roles.EntraConnect, s.EntraConnect = &yes, &schema.ServerEntraConnect{Mode: role}
		}
		e.facts.Servers[name] = s
	}
	return e
}

func names(roles map[string]string) []string {
	var out []string
	for name := range roles {
		out = append(out, name)
	}
	return out
}

func TestBatchesGoByRankAndKeepApartWhatMustNotBeDownTogether(t *testing.T) {
	roles := map[string]string{"aad1.a.test": "active", "aad2.a.test": "staging", "ca1.a.test": "adcs", "ca2.a.test": "adcs", "dc1.a.test": "pdc", "dc2.a.test": "dc",
		"dc3.a.test": "dc", "fs1.a.test": "adfs primary", "fs2.a.test": "adfs", "fs3.a.test": "adfs", "ro1.a.test": "rodc"}
	assert.Equal(t, [][]string{{"dc2.a.test", "dc3.a.test"}, {"ro1.a.test"}, {"dc1.a.test"}, {"ca1.a.test"}, {"ca2.a.test"}, {"fs2.a.test"}, {"fs3.a.test"}, {"fs1.a.test"},
		{"aad2.a.test"}, {"aad1.a.test"}}, roleServers(roles).batches(names(roles), schema.Wave{}))
}

func TestTwoFarmsGoSideBySideUnlessOneIsUnknown(t *testing.T) {
	roles := map[string]string{"fs1.a.test": "adfs", "fs2.a.test": "adfs"}
	e := roleServers(roles)
	e.facts.Servers["fs2.a.test"].ADFS.Farm = "sts.b.test"
	assert.Equal(t, [][]string{{"fs1.a.test", "fs2.a.test"}}, e.batches(names(roles), schema.Wave{}))
	e = roleServers(roles)
	e.facts.Servers["fs2.a.test"].ADFS.Farm = ""
	assert.Equal(t, [][]string{{"fs1.a.test"}, {"fs2.a.test"}}, e.batches(names(roles), schema.Wave{}))
}

func TestAuthoritiesOfTwoForestsGoSideBySide(t *testing.T) {
	roles := map[string]string{"ca1.a.test": "adcs", "ca2.b.test": "adcs"}
	e := roleServers(roles)
	e.facts.Servers["ca2.b.test"].Forest = "b.test"
	assert.Equal(t, [][]string{{"ca1.a.test", "ca2.b.test"}}, e.batches(names(roles), schema.Wave{}))
}

func TestLimitsOfAWave(t *testing.T) {
	roles := map[string]string{}
	for i := range 4 {
		roles[fmt.Sprintf("dc%d.a.test", i)], roles[fmt.Sprintf("dc%d.b.test", i)] = "dc", "dc"
	}
	sizes := func(w schema.Wave, site func(string) string) (out []int) {
		e := roleServers(roles)
		for name, s := range e.facts.Servers {
			s.Site = site(name)
		}
		for _, b := range e.batches(names(roles), w) {
			out = append(out, len(b))
		}
		return out
	}
	one := func(string) string { return "HQ" }
	own := func(name string) string { return name }
	assert.Equal(t, []int{8}, sizes(schema.Wave{}, one))
	assert.Equal(t, []int{3, 3, 2}, sizes(schema.Wave{MaxParallel: 3}, one))
	assert.Equal(t, []int{2, 2, 2, 2}, sizes(schema.Wave{MaxParallelPerSite: 2}, one))
	assert.Equal(t, []int{8}, sizes(schema.Wave{MaxParallelPerSite: 1}, own))
	assert.Equal(t, []int{2, 2, 2, 2}, sizes(schema.Wave{MaxParallelPerDomain: 1}, own), "one of each domain")
	assert.Equal(t, []int{1, 1, 1, 1, 1, 1, 1, 1}, sizes(schema.Wave{MaxParallelPerDomain: 1, MaxParallelPerSite: 1}, one))
}

func TestABatchWithoutWorkIsStillABarrier(t *testing.T) {
	spec, diags := ParseSpec(map[string][]byte{"x.mdi.hcl": []byte(head + `
wave "w" {}
wave "x" { after = ["w"] }
wave "y" { after = ["x"] }
`)}, nil)
	require.Empty(t, diags)
	c := &compilation{estate: &estate{facts: &schema.Facts{}, intent: &schema.Intent{}, run: schema.Run{Now: "2026-11-24T09:00:00Z"},
		waves: []schema.Wave{{Name: foundation}, {Name: "w"}, {Name: "x", After: []string{"w"}}, {Name: "y", After: []string{"x"}}}}, tooShort: map[string]bool{}}
	step := func(server string, wave, batch int, state schema.StepState) *instance {
		return &instance{decl: &Declaration{Name: "s", Risk: "none"}, subject: schema.Subject{Kind: "server", Key: server}, id: "s@" + server, state: state, waveIdx: wave, batch: batch, duration: 60}
	}
	ordered := []*instance{step("a", 1, 0, schema.StepPlanned), step("b", 1, 1, schema.StepHeld), step("c", 1, 2, schema.StepPlanned), step("d", 2, 0, schema.StepSatisfied), step("e", 3, 0, schema.StepPlanned)}
	_, held := c.schedule(spec, ordered)
	assert.False(t, held)
	assert.EqualValues(t, []int64{0, 60, 120}, []int64{ordered[0].started, ordered[2].started, ordered[4].started})
}

func TestAFreezeHoldsForWorkWithoutAWindowToo(t *testing.T) {
	spec, diags := ParseSpec(map[string][]byte{"x.mdi.hcl": []byte(head + "freeze \"f\" {\n from = \"2026-11-24\"\n to = \"2026-11-25\"\n}\nfreeze \"g\" {\n from = \"2026-11-26\"\n to = \"2026-11-26\"\n}\n")}, nil)
	require.Empty(t, diags)
	c := calendar{freezes: spec.freezes(time.UTC)}
	assert.Equal(t, "2026-11-27T00:00:00Z", c.clear(time.Date(2026, 11, 23, 23, 30, 0, 0, time.UTC), time.Hour).Format(time.RFC3339), "it would run into the first, and the second follows")
	assert.Equal(t, "2026-11-23T23:00:00Z", c.clear(time.Date(2026, 11, 23, 23, 0, 0, 0, time.UTC), time.Hour).Format(time.RFC3339))
}

func TestControllersOfASiteThatMayRestartGoOneAfterTheOther(t *testing.T) {
	roles := map[string]string{"aad1.a.test": "staging", "dc2.a.test": "dc", "dc3.a.test": "dc", "dc4.a.test": "dc", "ro1.a.test": "rodc"}
	e := roleServers(roles)
	restarts := map[schema.Subject]string{}
	e.choices = map[string]map[schema.Subject]string{"restart": restarts}
	for fqdn, choice := range map[string]string{"aad1.a.test": "before", "dc2.a.test": "before", "dc3.a.test": "possible", "dc4.a.test": "not_expected", "ro1.a.test": "before"} {
		restarts[schema.Subject{Kind: "sensor", Key: fqdn}] = choice
		e.facts.Servers[fqdn].Site = "HQ"
	}
	assert.Equal(t, [][]string{{"dc2.a.test", "dc4.a.test"}, {"dc3.a.test"}, {"ro1.a.test"}, {"aad1.a.test"}}, e.batches(names(roles), schema.Wave{}))
	assert.Equal(t, []string{"restarts at site HQ"}, e.exclusive("ro1.a.test"))
	assert.Empty(t, e.exclusive("aad1.a.test"), "its clients wait for it")
	e.facts.Servers["dc3.a.test"].Site = "FRA"
	assert.Equal(t, [][]string{{"dc2.a.test", "dc3.a.test", "dc4.a.test"}, {"ro1.a.test"}, {"aad1.a.test"}}, e.batches(names(roles), schema.Wave{}))
}
