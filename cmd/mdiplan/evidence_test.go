package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/policies"
	"github.com/mdiplan/mdiplan/schema"
)

// written stores a document for a command.
func written(t testing.TB, doc any) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, schema.Encode(&b, doc))
	name := filepath.Join(t.TempDir(), "facts.json")
	require.NoError(t, os.WriteFile(name, b.Bytes(), 0o600))
	return name
}

// altered is contoso's spec with one piece of text replaced.
func altered(t testing.TB, old, new string) string {
	t.Helper()
	dir, _ := example("contoso")
	text, err := os.ReadFile(filepath.Join(dir, "contoso.mdi.hcl"))
	require.NoError(t, err)
	require.Contains(t, string(text), old)
	name := filepath.Join(t.TempDir(), "contoso.mdi.hcl")
	require.NoError(t, os.WriteFile(name, []byte(strings.Replace(string(text), old, new, 1)), 0o600))
	return name
}

func findings(t testing.TB, rule string, args ...string) map[string]schema.Finding {
	t.Helper()
	_, out, stderr := call(t, "", append([]string{"audit", "-o", "json", "--no-fail"}, args...)...)
	v, diags := schema.LoadVerdict(strings.NewReader(out), "verdict", schema.DefaultLimits)
	require.Empty(t, diags, stderr)
	found := map[string]schema.Finding{}
	for _, f := range v.Findings {
		if f.Rule == rule {
			found[f.Subject.Key] = f
		}
	}
	return found
}

// TestAFactThatIsTooOldIsUnknownAndSaysSo judges contoso three months later.
func TestAFactThatIsTooOldIsUnknownAndSaysSo(t *testing.T) {
	dir, facts := example("contoso")
	const later, subject = "--now=2027-02-24T09:00:00Z", "dc01.contoso.com"
	require.Equal(t, schema.Fail, findings(t, "MDI-HW-007", dir, "--facts", facts, now)[subject].Outcome)
	f := findings(t, "MDI-HW-007", dir, "--facts", facts, later)[subject]
	assert.Equal(t, schema.Unknown, f.Outcome)
	i := slices.IndexFunc(f.Evidence, func(e schema.Evidence) bool { return e.Path == "server.power_plan_guid" })
	require.GreaterOrEqual(t, i, 0)
	assert.Nil(t, f.Evidence[i].Value)
	assert.Equal(t, schema.TooOld, f.Evidence[i].Status)
	assert.Equal(t, "2026-11-24T07:59:00Z", f.Evidence[i].ReadAt)
	_, out, _ := call(t, "", "audit", dir, "--facts", facts, later)
	assert.Contains(t, out, "server.power_plan_guid, server.processor_state_max_percent, server.processor_state_min_percent (read at 2026-11-24T07:59:00Z; what was read before 2027-02-17T09:00:00Z is too old)")
	f = findings(t, "MDI-CAP-001", dir, "--facts", facts, later)[subject]
	assert.Contains(t, f.Missing, "server.roles.dc")
	require.NotEmpty(t, f.Evidence, "the roles of a server are facts too")
	assert.Equal(t, schema.TooOld, f.Evidence[0].Status)
}

// TestSourcesThatDisagreeAreShown gives dc04 a second reading of the same moment.
func TestSourcesThatDisagreeAreShown(t *testing.T) {
	dir, facts := example("contoso")
	memory := int64(16 << 30)
	second := written(t, &schema.Facts{Schema: schema.FactsVersion, Sources: map[string]*schema.Source{"inventory": {Collector: "host"}},
		Sections: map[string]*schema.Section{"/servers": {Source: "inventory", Status: "complete", ReadAt: "2026-11-24T07:59:00Z"}},
		Servers:  map[string]*schema.Server{"dc04.contoso.com": {MemoryBytes: &memory}}})
	f := findings(t, "MDI-HW-002", dir, "--facts", facts, "--facts", second, now)["dc04.contoso.com"]
	require.Equal(t, schema.Fail, f.Outcome, "host-1 sorts before inventory")
	assert.Equal(t, "inventory says 17179869184", f.Evidence[0].Conflict)
	_, out, stderr := call(t, "", "audit", dir, "--facts", facts, "--facts", second, now)
	assert.Contains(t, stderr, "facts_conflict")
	assert.Contains(t, out, "sources disagree on server.memory_bytes: host-1 says 4 GiB, inventory says 17179869184")
	_, out, _ = call(t, "", "plan", dir, "--facts", facts, "--facts", second, now, "-q", "-o", "markdown")
	assert.Contains(t, out, "Sources disagree: inventory says 17179869184")
}

// TestTheVerdictShowsWhatIsOverridden replaces a number and a severity, and refuses what would count for nothing.
func TestTheVerdictShowsWhatIsOverridden(t *testing.T) {
	_, facts := example("contoso")
	parameter := func(name, value string) string {
		return altered(t, "\npolicy {\n", "\npolicy {\n  parameter \""+name+"\" {\n    value = "+value+"\n  }\n")
	}
	spec := parameter("capacity.headroom", "0.9")
	_, out, stderr := call(t, "", "audit", spec, "--facts", facts, now, "-o", "json", "--no-fail")
	v, diags := schema.LoadVerdict(strings.NewReader(out), "verdict", schema.DefaultLimits)
	require.Empty(t, diags, stderr)
	require.Len(t, v.Parameters, 1)
	p := v.Parameters[0]
	assert.Equal(t, []any{"capacity.headroom", 0.9, 0.15, 0.0, 0.9, "share of the cores"}, []any{p.Name, p.Value, p.Table, p.Min, p.Max, p.Unit})
	require.Len(t, v.Severities, 1)
	assert.Equal(t, []string{"MDI-NIC-001", "low", "high"}, []string{v.Severities[0].Rule, v.Severities[0].Is, v.Severities[0].Was})
	_, out, _ = call(t, "", "audit", spec, "--facts", facts, now)
	assert.Contains(t, out, "  parameter capacity.headroom is 0.9 instead of 0.15 (0 to 0.9, share of the cores)\n")
	assert.Contains(t, out, "  severity of MDI-NIC-001 is low instead of high: The hypervisor team owns offloads\n")
	assert.Contains(t, out, "reserve (90 %)", "the rule reckons with it")

	code, _, stderr := call(t, "", "audit", parameter("capacity.headroom", "0"), "--facts", facts, now)
	assert.Equal(t, exitRefused, code, "the bound itself is allowed: %s", stderr)
	for name, c := range map[string][2]string{
		"above the bounds": {parameter("capacity.headroom", "0.91"), "spec_parameter_bounds"},
		"below the bounds": {parameter("capacity.headroom", "-0.01"), "spec_parameter_bounds"},
		"not a number":     {parameter("capacity.headroom", `"0.5"`), "spec_parameter_bounds"},
		"misspelt":         {parameter("capacity.hedroom", "0.5"), `Did you mean "capacity.headroom"?`},
		"no such rule":     {altered(t, `severity "MDI-NIC-001"`, `severity "MDI-NIC-0001"`), "spec_unknown_rule"},
	} {
		t.Run(name, func(t *testing.T) {
			code, out, stderr := call(t, "", "audit", c[0], "--facts", facts, now)
			assert.Equal(t, exitFailed, code)
			assert.Empty(t, out)
			assert.Contains(t, stderr, c[1])
			assert.Contains(t, stderr, "contoso.mdi.hcl", "it points at the spec")
			code, _, stderr = call(t, "", "validate", c[0])
			assert.Equal(t, exitFailed, code)
			assert.Contains(t, stderr, c[1], "it needs no facts to be found")
		})
	}
}

// TestAnotherProfileSaysWhatItChanges judges contoso as of 2023; its spec says v2-current.
func TestAnotherProfileSaysWhatItChanges(t *testing.T) {
	dir, facts := example("contoso")
	judged := func(args ...string) (*schema.Verdict, string) {
		_, out, stderr := call(t, "", append([]string{"audit", dir, "--facts", facts, now, "--no-fail", "-o", "json"}, args...)...)
		v, diags := schema.LoadVerdict(strings.NewReader(out), "verdict", schema.DefaultLimits)
		require.Empty(t, diags, stderr)
		_, terminal, _ := call(t, "", append([]string{"audit", dir, "--facts", facts, now}, args...)...)
		return v, terminal
	}
	own, text := judged("--profile", "v2-current")
	assert.Nil(t, own.Profile, "it is the profile of the spec")
	assert.NotContains(t, text, "INSTEAD OF")

	v, text := judged("--profile", "classic-2023")
	require.NotNil(t, v.Profile)
	assert.Equal(t, policies.Changed(own, v), v.Profile)
	assert.NotEmpty(t, v.Profile.Disappear)
	assert.Contains(t, text, "PROFILE classic-2023 INSTEAD OF v2-current\n")
	assert.Contains(t, text, "no longer MDI-AUD-022  The AD Recycle Bin is enabled: 1 pass\n")

	_, text = judged("--profile", "v3-current")
	assert.Contains(t, text, "no outcome differs", "the two profiles of today are one rule set")
}

// TestExplainSaysWhy asks about one rule after the other.
func TestExplainSaysWhy(t *testing.T) {
	dir, facts := example("contoso")
	explain := func(args ...string) string {
		code, out, stderr := call(t, "", append([]string{"explain"}, args...)...)
		require.Equal(t, exitReady, code, stderr)
		return out
	}
	rule := explain("mdi-cap-002")
	for _, want := range []string{"MDI-CAP-002  Enough memory is free for the traffic", "  condition:\n    observed := {", "    _left := input.server.memory_bytes - input.server.memory_used_peak_bytes\n",
		"    server.memory_bytes (host, importer:readiness_json): Installed or allocated memory.", "    capacity.run_sizing_tool: Measure the traffic of the controllers\n", "roles        dc, rodc"} {
		assert.Contains(t, rule, want)
	}
	assert.NotContains(t, rule, "METADATA")

	with := func(id string, args ...string) string {
		return explain(append([]string{id, dir, "--facts", facts, now}, args...)...)
	}
	out := with("MDI-CAP-002")
	assert.True(t, strings.HasPrefix(out, rule), "the rule, and then what became of it")
	for _, want := range []string{
		"  server/dc04.contoso.com: fail\n    4 GiB memory - 3 GiB used at peak = 1 GiB left, 9 GiB needed at 12,000 packets/s, short by 8 GiB\n",
		"    server.memory_bytes = 4 GiB (host-1 2026-11-24T07:59:00Z)\n",
		"  server/ca01.contoso.com: not applicable\n    the server has none of the roles dc, rodc\n\n",
		"  server/dc03.contoso.com: not applicable\n    it is about sensors v2, and here are v3\n",
		"  server/dc06.emea.contoso.com: unknown\n    missing spec.sensor.generation\n",
		"server.memory_bytes is absent (host-1 2026-11-24T07:58:00Z: WinRM: connect to dc06.emea.contoso.com:5986: i/o timeout)",
	} {
		assert.Contains(t, out, want)
	}
	assert.Contains(t, with("MDI-CLOUD-001", "--subject", "dc04.contoso.com->localhost"), "not applicable\n    its own condition, applies, is false\n    path.class = loopback (")
	assert.Contains(t, with("MDI-CAP-008", "--subject", "dc04.contoso.com"), "fail, waived\n")
	assert.Contains(t, explain("MDI-AUD-022", dir, "--facts", facts, now, "--profile", "classic-2023"), "it belongs to v2-current, v3-current, and classic-2023 is judged")
	one := with("MDI-CAP-002", "--subject", "SERVER/dc04.contoso.com")
	assert.Contains(t, one, "server/dc04.contoso.com: fail")
	assert.NotContains(t, one, "dc03")

	// A pass that is close to its limit is worth a look.
	var memory int64 = 6_500_000_000
	nearby := written(t, &schema.Facts{Schema: schema.FactsVersion, Sources: map[string]*schema.Source{"z": {Collector: "host"}},
		Sections: map[string]*schema.Section{"/servers": {Source: "z", Status: "complete", ReadAt: "2026-11-24T08:30:00Z"}},
		Servers:  map[string]*schema.Server{"dc04.contoso.com": {MemoryBytes: &memory}}})
	assert.Contains(t, with("MDI-HW-002", "--facts", nearby), "server/dc04.contoso.com: pass, but within a tenth of the limit\n    6.05 GiB, required 6 GiB\n")
	assert.Contains(t, with("MDI-HW-002", "--facts", nearby), "server/dc01.contoso.com: pass\n")

	for name, c := range map[string][]string{
		"Did you mean":         {"explain", "MDI-CAP-0002", dir, "--facts", facts, now},
		"only a rule":          {"explain", "server.memory_bytes", dir, "--facts", facts, now},
		"there is no server":   {"explain", "MDI-CAP-002", dir, "--facts", facts, now, "--subject", "nowhere"},
		"a SPEC and --facts":   {"explain", "MDI-CAP-002", dir},
		"with a rule, if you ": {"explain", "MDI-CAP-002", "--facts", facts},
	} {
		code, out, stderr := call(t, "", c...)
		assert.Equal(t, exitFailed, code, name)
		assert.Empty(t, out)
		assert.Contains(t, stderr, name)
	}
}
