package compiler

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/schema"
)

// numbersForTests tell every name apart by its points.
var numbersForTests = map[string]float64{
	"risk.other_setting": 1, "risk.directory_object": 1, "risk.many_servers": 3, "risk.sensor_software": 3, "risk.service_restart": 3, "risk.possible_restart": 4, "risk.certain_restart": 5,
	"risk.irreversible": 2, "risk.whole_workspace": 1, "risk.single_controller_site": 2, "risk.pdc_emulator": 2, "risk.other_role_holder": 1, "risk.read_only_controller": -1,
	"risk.untested_variant": 2, "risk.accepted_warning": 1, "risk.outside_business_hours": -1, "risk.medium_from": 3, "risk.high_from": 6, "risk.business_opens": 8, "risk.business_closes": 18,
}

func scorerForTests() *scorer {
	yes, no := true, false
	dc := func(site, os string) *schema.Server {
		return &schema.Server{Site: site, Domain: "a.test", OSFamily: os, Virtual: &no, Roles: &schema.ServerRoles{DC: &yes}}
	}
	facts := &schema.Facts{Servers: map[string]*schema.Server{
		"one.a.test": dc("HQ", "ws2022"), "two.a.test": dc("HQ", "ws2022"), "alone.a.test": dc("BRANCH", "ws2022"), "nowhere.a.test": dc("", "ws2022"), "old.a.test": dc("HQ", "ws2016"),
		"pdc.a.test": dc("HQ", "ws2022"), "rid.a.test": dc("HQ", "ws2022"), "rodc.a.test": dc("HQ", "ws2022"), "bridge.a.test": dc("HQ", "ws2022"), "member.a.test": {Domain: "a.test", OSFamily: "ws2022", Virtual: &no},
	}}
	facts.Servers["pdc.a.test"].FSMO = map[string]bool{"pdc_emulator": true, "rid_master": true}
	facts.Servers["rid.a.test"].FSMO = map[string]bool{"rid_master": true}
	facts.Servers["rodc.a.test"].Roles.RODC = &yes
	facts.Servers["bridge.a.test"].Bridgehead = &yes
	intent := &schema.Intent{Sensors: map[string]*schema.SpecSensor{"one.a.test": {Generation: "v2", Wave: "pilot"}}}
	for name := range facts.Servers {
		if intent.Sensors[name] == nil {
			intent.Sensors[name] = &schema.SpecSensor{Generation: "v2", Wave: "rest"}
		}
	}
	e := &estate{facts: facts, intent: intent, waves: []schema.Wave{{Name: foundation}, {Name: "pilot"}, {Name: "rest", After: []string{"pilot"}}}}
	return (&compilation{estate: e}).scorer(&Spec{}, numbersForTests, map[schema.Subject]int{{Kind: "server", Key: "two.a.test"}: 2, {Kind: "sensor", Key: "two.a.test"}: 1}, nil)
}

func TestPointsOfAStep(t *testing.T) {
	s := scorerForTests()
	server := func(key string) schema.Subject { return schema.Subject{Kind: "server", Key: key + ".a.test"} }
	gate, restarts, plain := &Declaration{Gate: true}, &Declaration{Restarts: true}, &Declaration{}
	install := func(key string) schema.Step {
		return schema.Step{Subject: server(key), Kind: "script", RunsOn: "target", Risk: "reboot", Reversible: true, Wave: "rest"}
	}
	for name, c := range map[string]struct {
		step schema.Step
		d    *Declaration
		want []schema.Weight
	}{
		"a check has none":                   {schema.Step{Subject: server("one"), Kind: "check", Risk: "none"}, plain, nil},
		"a wait has none":                    {schema.Step{Subject: server("pdc"), Kind: "wait", Risk: "none", Reversible: true}, plain, nil},
		"a switch of the workspace":          {schema.Step{Subject: schema.Subject{Kind: "workspace"}, Kind: "portal", RunsOn: "portal", Risk: "none", Reversible: true}, plain, []schema.Weight{{Name: "other_setting", Points: 1}, {Name: "whole_workspace", Points: 1}}},
		"what the workspace keeps for ever":  {schema.Step{Subject: schema.Subject{Kind: "workspace"}, Kind: "portal", RunsOn: "portal", Risk: "irreversible"}, plain, []schema.Weight{{Name: "other_setting", Points: 1}, {Name: "irreversible", Points: 2}, {Name: "whole_workspace", Points: 1}}},
		"an account":                         {schema.Step{Subject: schema.Subject{Kind: "account", Key: "a"}, Kind: "script", RunsOn: "domain_controller", Risk: "replication", Reversible: true}, plain, []schema.Weight{{Name: "directory_object", Points: 1}}},
		"a policy for all controllers":       {schema.Step{Subject: schema.Subject{Kind: "domain", Key: "a"}, Kind: "gpo", RunsOn: "domain_controller", Risk: "replication", Reversible: true, Affects: []string{"a", "b"}}, plain, []schema.Weight{{Name: "many_servers", Points: 3}}},
		"a small setting does not ask where": {schema.Step{Subject: server("pdc"), Kind: "script", RunsOn: "target", Risk: "none", Reversible: true}, plain, []schema.Weight{{Name: "other_setting", Points: 1}}},
		"a restart that is certain":          {schema.Step{Subject: server("two"), Kind: "script", RunsOn: "target", Risk: "reboot"}, restarts, []schema.Weight{{Name: "certain_restart", Points: 5}}},
		"an install, warnings accepted":      {install("two"), gate, []schema.Weight{{Name: "possible_restart", Points: 4}, {Name: "accepted_warning", Points: 3}}},
		"the only controller of a site":      {install("alone"), gate, []schema.Weight{{Name: "possible_restart", Points: 4}, {Name: "single_controller_site", Points: 2}}},
		"a site that nobody read":            {install("nowhere"), gate, []schema.Weight{{Name: "possible_restart", Points: 4}, {Name: "single_controller_site", Points: 2}}},
		"the PDC emulator counts once":       {install("pdc"), gate, []schema.Weight{{Name: "possible_restart", Points: 4}, {Name: "pdc_emulator", Points: 2}}},
		"another role":                       {install("rid"), gate, []schema.Weight{{Name: "possible_restart", Points: 4}, {Name: "other_role_holder", Points: 1}}},
		"a bridgehead":                       {install("bridge"), gate, []schema.Weight{{Name: "possible_restart", Points: 4}, {Name: "other_role_holder", Points: 1}}},
		"a read-only controller":             {install("rodc"), gate, []schema.Weight{{Name: "possible_restart", Points: 4}, {Name: "read_only_controller", Points: -1}}},
		"a member has no site to lose":       {install("member"), gate, []schema.Weight{{Name: "possible_restart", Points: 4}}},
		"a system that no pilot has":         {install("old"), gate, []schema.Weight{{Name: "possible_restart", Points: 4}, {Name: "untested_variant", Points: 2}}},
		"the pilot itself":                   {install("one"), gate, []schema.Weight{{Name: "possible_restart", Points: 4}}},
	} {
		s.score(&c.step, c.d)
		assert.Equal(t, c.want, c.step.Points, name)
		sum := 0
		for _, p := range c.want {
			sum += p.Points
		}
		assert.Equal(t, sum, c.step.Score, name)
	}
}

func TestAHeldPilotTestsNothing(t *testing.T) {
	s := scorerForTests()
	held := s.compilation.scorer(&Spec{}, numbersForTests, nil, []schema.Held{{Server: "one.a.test"}})
	assert.False(t, s.untested("two.a.test"))
	assert.True(t, held.untested("two.a.test"))
	s.facts.Sensors = map[string]*schema.Sensor{"member.a.test": {Generation: "v2"}}
	assert.False(t, s.compilation.scorer(&Spec{}, numbersForTests, nil, []schema.Held{{Server: "one.a.test"}}).untested("two.a.test"), "one that runs already is a pilot too")
}

// TestBusinessHoursGoByTheClock has a Friday, a Saturday, and the night in which the clock goes back.
func TestBusinessHoursGoByTheClock(t *testing.T) {
	s := scorerForTests()
	zone, err := time.LoadLocation("Europe/London")
	require.NoError(t, err)
	s.zones["rest"] = zone
	for times, want := range map[[2]string]bool{
		{"2026-10-23T06:30:00Z", "2026-10-23T07:00:00Z"}: true, // Friday until 8:00 in summer time
		{"2026-10-23T06:30:00Z", "2026-10-23T07:01:00Z"}: false,
		{"2026-10-23T16:59:00Z", "2026-10-23T20:00:00Z"}: false,
		{"2026-10-23T17:00:00Z", "2026-10-23T20:00:00Z"}: true,
		{"2026-10-24T10:00:00Z", "2026-10-24T12:00:00Z"}: true, // Saturday
		{"2026-10-23T20:00:00Z", "2026-10-26T07:59:00Z"}: true, // over the weekend, until Monday in winter time
		{"2026-10-23T20:00:00Z", "2026-10-26T08:01:00Z"}: false,
	} {
		assert.Equal(t, want, s.outside(&schema.Step{Wave: "rest", StartsAt: times[0], EndsAt: times[1]}), "%v", times)
	}
}

func TestBandsOfRisk(t *testing.T) {
	s := scorerForTests()
	for score, want := range map[int]string{0: "low", 2: "low", 3: "medium", 5: "medium", 6: "high", 12: "high"} {
		assert.Equal(t, want, s.band(score), score)
	}
	r := &schema.Runbook{Waves: []schema.Wave{{}, {Name: "pilot"}, {Name: "rest", After: []string{"pilot"}}}, Steps: []schema.Step{
		{ID: "a", Wave: "pilot", State: schema.StepPlanned, Score: 1}, {ID: "b", Wave: "pilot", State: schema.StepPlanned, Score: 4}, {ID: "c", Wave: "pilot", State: schema.StepPlanned, Score: 4},
		{ID: "d", Wave: "rest", State: schema.StepPlanned, Score: 2}, {ID: "e", Wave: "rest", State: schema.StepHeld, Score: 9}}}
	got := s.risk(r)
	assert.Equal(t, []schema.WaveRisk{{Band: "low"}, {Wave: "pilot", Score: 4, Band: "medium", Steps: []string{"b", "c"}}, {Wave: "rest", Score: 2, Band: "low", Steps: []string{"d"}, StandardEligible: true}}, got.Waves)
	assert.Equal(t, 4, got.Score)
	assert.Equal(t, "medium", got.Band)
}

// TestWorkLiesInItsWindow finds the occurrence of a window that a moment lies in.
func TestWorkLiesInItsWindow(t *testing.T) {
	zone, err := time.LoadLocation("Europe/London")
	require.NoError(t, err)
	weekly := calendar{first: time.Date(2026, 10, 17, 20, 0, 0, 0, zone), duration: 6 * time.Hour, every: 7}
	for at, want := range map[string]string{
		"2026-10-17T19:00:00Z": "2026-10-17T19:00:00Z", // summer time
		"2026-10-24T23:59:00Z": "2026-10-24T19:00:00Z",
		"2026-10-31T20:00:00Z": "2026-10-31T20:00:00Z", // winter time
		"2026-10-31T19:59:00Z": "", "2026-11-01T02:00:00Z": "",
	} {
		moment, err := time.Parse(time.RFC3339, at)
		require.NoError(t, err)
		got, found := weekly.around(moment)
		assert.Equal(t, want != "", found, at)
		if want != "" {
			assert.Equal(t, want, got.start.UTC().Format(time.RFC3339), at)
		}
	}
}
