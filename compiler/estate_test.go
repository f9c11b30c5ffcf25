package compiler

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/schema"
)

// TestSitesJoin asks every scope what it has to do with a site, and a site what it has to do with them. Two forests may
// have sites of the same name.
func TestSitesJoin(t *testing.T) {
	e := roleServers(map[string]string{"dc1.a.test": "dc", "dc2.a.test": "dc", "dc3.b.a.test": "dc", "dc4.other.test": "dc", "dc5.a.test": "dc"})
	for name, at := range map[string][3]string{"dc1.a.test": {"a.test", "a.test", "HQ"}, "dc2.a.test": {"a.test", "a.test", "Branch"},
		"dc3.b.a.test": {"b.a.test", "a.test", "HQ"}, "dc4.other.test": {"other.test", "other.test", "HQ"}, "dc5.a.test": {"a.test", "a.test", ""}} {
		s := e.facts.Servers[name]
		s.Domain, s.Forest, s.Site = at[0], at[1], at[2]
		e.intent.Sensors[name] = &schema.SpecSensor{Generation: "v2", Wave: map[bool]string{true: "first", false: "second"}[s.Site == "HQ"]}
	}
	e.facts.Forests = map[string]*schema.Forest{"a.test": {}, "other.test": {}}
	e.facts.Domains = map[string]*schema.Domain{"a.test": {Forest: "a.test"}, "b.a.test": {Forest: "a.test"}, "other.test": {Forest: "other.test"}}
	related := func(kind, key, scope string) (out []string) {
		for _, s := range e.related(schema.Subject{Kind: kind, Key: key}, scope) {
			assert.Equal(t, scope, s.Kind)
			out = append(out, s.Key)
		}
		return out
	}
	assert.Equal(t, []string{"Branch@a.test", "HQ@a.test", "HQ@other.test"}, related("workspace", "", "site"))
	assert.Equal(t, []string{"HQ@a.test"}, related("server", "dc1.a.test", "site"))
	assert.Empty(t, related("server", "dc5.a.test", "site"), "nobody knows where it stands")
	assert.Equal(t, []string{"Branch@a.test", "HQ@a.test"}, related("domain", "a.test", "site"))
	assert.Equal(t, []string{"HQ@a.test"}, related("domain", "b.a.test", "site"))
	assert.Equal(t, []string{"Branch@a.test", "HQ@a.test"}, related("forest", "a.test", "site"))
	assert.Equal(t, []string{"Branch@a.test"}, related("wave", "second", "site"))
	assert.Equal(t, []string{"dc1.a.test", "dc3.b.a.test"}, related("site", "HQ@a.test", "server"))
	assert.Equal(t, []string{"a.test", "b.a.test"}, related("site", "HQ@a.test", "domain"))
	assert.Equal(t, []string{"a.test"}, related("site", "HQ@a.test", "forest"))
	assert.Equal(t, []string{""}, related("site", "HQ@a.test", "workspace"))
}

// TestAStepOfASiteStandsBeforeItsServersOnly puts a step of somebody's own, at the scope of a site, before the check of a server.
func TestAStepOfASiteStandsBeforeItsServersOnly(t *testing.T) {
	dir := t.TempDir()
	preflight, err := embeddedSteps.ReadFile("steps/server/preflight.hcl")
	require.NoError(t, err)
	write := func(name, text string) {
		file := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o700))
		require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	}
	write("server/preflight.hcl", strings.Replace(string(preflight), `["change.open_window"`, `["site.tell", "change.open_window"`, 1))
	write("site/tell.hcl", `step "site.tell" {
  title        = "Tell the site"
  scope        = "site"
  kind         = "manual"
  who          = "Service desk"
  runs_on      = "person"
  risk         = "none"
  duration     = "5m"
  when         = true
  why          = "A single controller that restarts is felt."
  verify       = "The contact of the site has answered."
  undo         = "Nothing to take back."
  reversible   = true
  instructions = "Tell the contact of the site."
  sources      = ["https://example.com/handbook"]
}
`)
	runbook, diags := planned(t, Selection{}, dir)
	require.False(t, diags.HasErrors(), "%v", diags)
	require.True(t, runbook.Proof.Sound, "%v", runbook.Proof.Violations)
	steps := ids(runbook.Steps)
	assert.Contains(t, steps, "site.tell@HQ@")
	assert.Contains(t, steps, "site.tell@FRA@")
	for _, s := range runbook.Steps {
		if s.ID == "server.preflight@dc01.a.test" {
			assert.Contains(t, s.Requires, "site.tell@HQ@")
			assert.NotContains(t, s.Requires, "site.tell@FRA@")
		}
	}
}
