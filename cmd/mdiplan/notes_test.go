package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/compiler"
	"github.com/mdiplan/mdiplan/schema"
)

// TestNotesArePrintedWhereTheyApply plans estates until every note has been seen, at the steps it names or in its section;
// the plain estates come first, and what they do not have is changed in healthy.
func TestNotesArePrintedWhereTheyApply(t *testing.T) {
	library, diags := compiler.LoadSteps()
	require.Empty(t, diags)
	shown := map[string]bool{}
	look := func(r *schema.Runbook) map[string]bool {
		here := map[string]bool{}
		for _, n := range r.Notes {
			assert.NotEmpty(t, n.Subjects, n.ID)
			here[n.ID] = true
		}
		for _, s := range r.Steps {
			for _, note := range s.Notes {
				if id, _, ok := strings.Cut(note, ": "); ok && strings.HasPrefix(id, "MDI-") {
					assert.Equal(t, schema.StepPlanned, s.State, "%s at %s", id, s.ID)
					here[id] = true
				}
			}
		}
		for id := range here {
			shown[id] = true
		}
		return here
	}
	for _, name := range []string{"healthy", "worst", "contoso"} {
		look(plan(t, loadExample(t, name)))
	}
	server := func(name string, body map[string]any) map[string]any {
		return map[string]any{"servers": map[string]any{name: body}}
	}
	for id, patch := range map[string]map[string]any{
		"MDI-AD-006":  server("dc01.contoso.com", map[string]any{"roles": map[string]any{"adcs": true}}),
		"MDI-NIC-006": server("dc01.contoso.com", map[string]any{"os_family": "ws2008r2"}),
		"MDI-OS-019":  server("dc01.contoso.com", map[string]any{"os_family": "ws2012r2"}),
		"MDI-FOR-005": {"forests": map[string]any{"contoso.com": map[string]any{"trusts": nil}}},
		"MDI-SA-008":  {"sensors": map[string]any{"sa01.contoso.com": map[string]any{"mirror": map[string]any{"method": "erspan"}}}},
		"MDI-V3-006":  {"workspace": map[string]any{"auto_auditing_enabled": false}},
		"MDI-AUD-110": {"domains": map[string]any{"contoso.com": map[string]any{"root_sacl": nil}}},
	} {
		e := loadExample(t, "healthy")
		if !assert.NotContains(t, look(plan(t, e)), id, "%s does not apply to healthy as it is", id) {
			continue
		}
		e = loadExample(t, "healthy")
		require.NoError(t, schema.Patch(e.facts, patch))
		if id == "MDI-FOR-005" {
			e.facts.Forests["contoso.com"].Trusts = map[string]*schema.ForestTrust{}
		}
		assert.Contains(t, look(plan(t, e)), id)
	}
	for _, n := range library.Notes() {
		assert.True(t, shown[n.ID], "%s was never printed", n.ID)
	}
}
