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
