package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/compiler"
	"github.com/mdiplan/mdiplan/schema"
)

// contosoWith is the example with values of single servers replaced; nil takes one away.
func contosoWith(t testing.TB, values map[string]any) string {
	t.Helper()
	_, file := example("contoso")
	src, err := os.ReadFile(file)
	require.NoError(t, err)
	var doc map[string]any
	require.NoError(t, json.Unmarshal(src, &doc))
	for fqdn, value := range values {
		server := doc["servers"].(map[string]any)[fqdn].(map[string]any)
		if server["memory_bytes"] = value; value == nil {
			delete(server, "memory_bytes")
		}
	}
	out, err := json.Marshal(doc)
	require.NoError(t, err)
	name := filepath.Join(t.TempDir(), "facts.json")
	require.NoError(t, os.WriteFile(name, out, 0o600))
	return name
}

const gibibyte = 1 << 30

func TestDiffTellsBetterFromWorse(t *testing.T) {
	dir, facts := example("contoso")
	better := contosoWith(t, map[string]any{"dc04.contoso.com": 32 * gibibyte})
	worse := contosoWith(t, map[string]any{"dc02.contoso.com": 4 * gibibyte})
	blind := contosoWith(t, map[string]any{"dc02.contoso.com": nil})
	made := t.TempDir()
	for name, file := range map[string]string{"is": facts, "better": better, "worse": worse, "blind": blind} {
		call(t, "", "audit", dir, "--facts", file, now, "-q", "-o", "json="+filepath.Join(made, name+".verdict.json"))
		call(t, "", "plan", dir, "--facts", file, now, "-q", "-o", "json="+filepath.Join(made, name+".runbook.json"))
	}
	call(t, "", "audit", dir, "--facts", facts, now, "-q", "--profile", "classic-2023", "-o", "json="+filepath.Join(made, "classic.verdict.json"))
	at := func(name string) string { return filepath.Join(made, name+".json") }
	for name, c := range map[string]struct {
		old, new string
		code     int
		want     string
	}{
		"facts, the same":      {facts, facts, exitReady, "Nothing differs."},
		"facts, better":        {facts, better, exitReady, "4 GiB (host-1 2026-11-24T07:59:00Z) -> 32 GiB"},
		"facts, blind":         {facts, blind, exitRefused, "REGRESSION /servers/dc02.contoso.com/memory_bytes"},
		"verdict, the same":    {at("is.verdict"), at("is.verdict"), exitReady, "Nothing differs."},
		"verdict, better":      {at("is.verdict"), at("better.verdict"), exitReady, "Unblocked: no unresolved blocker stands there any more (1)\n  server/dc04.contoso.com"},
		"verdict, worse":       {at("is.verdict"), at("worse.verdict"), exitRefused, "REGRESSION blocker MDI-HW-002 at server/dc02.contoso.com: pass -> fail"},
		"verdict, blind":       {at("is.verdict"), at("blind.verdict"), exitRefused, "REGRESSION blocker MDI-HW-002 at server/dc02.contoso.com: pass -> unknown"},
		"verdict, of another":  {at("is.verdict"), at("classic.verdict"), exitUnsure, "profile v2-current"},
		"runbook, the same":    {at("is.runbook"), at("is.runbook"), exitReady, "Nothing differs."},
		"runbook, better":      {at("is.runbook"), at("better.runbook"), exitReady, "dc04.contoso.com released: held, v2, wave controllers -> planned, v2, wave controllers"},
		"runbook, worse":       {at("is.runbook"), at("worse.runbook"), exitRefused, "REGRESSION dc02.contoso.com held"},
		"two kinds":            {facts, at("is.runbook"), exitFailed, "diff_two_kinds"},
		"no such file":         {facts, at("nothing"), exitFailed, "nothing.json"},
		"stdin for both sides": {"-", "-", exitFailed, "stdin"},
	} {
		t.Run(name, func(t *testing.T) {
			code, stdout, stderr := call(t, "", "diff", c.old, c.new)
			assert.Equal(t, c.code, code, stderr)
			if code == exitFailed {
				assert.Empty(t, stdout)
				stdout = stderr
			}
			assert.Contains(t, stdout, c.want)
		})
	}
	src, err := os.ReadFile(better)
	require.NoError(t, err)
	code, stdout, stderr := call(t, string(src), "diff", facts, "-", "-o", "json")
	require.Equal(t, exitReady, code, stderr)
	var d schema.Diff
	require.NoError(t, json.Unmarshal([]byte(stdout), &d))
	assert.Equal(t, schema.DiffVersion, d.Schema)
	assert.Equal(t, "<stdin>", d.New.Name)
	assert.Len(t, d.Facts.Changes, 1)
}

// TestCheckSaysWhetherARunbookIsStale compiles once and changes one input after the other.
func TestCheckSaysWhetherARunbookIsStale(t *testing.T) {
	dir, facts := example("contoso")
	folder := t.TempDir()
	runbook := filepath.Join(folder, "runbook.json")
	call(t, "", "plan", dir, "--facts", facts, now, "-q", "--wave", "pilot", "--out", runbook)
	src, err := os.ReadFile(runbook)
	require.NoError(t, err)

	code, stdout, stderr := call(t, "", "plan", dir, "--facts", facts, "--check", runbook)
	assert.Equal(t, exitReady, code, "the time and the cut come from the runbook")
	assert.Contains(t, stdout, "Nothing differs.")
	assert.Contains(t, stderr, "the runbook is what these inputs give")

	elsewhere := filepath.Join(folder, "contoso.mdi.hcl")
	spec, err := os.ReadFile(filepath.Join(dir, "contoso.mdi.hcl"))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(elsewhere, spec, 0o600))
	code, _, stderr = call(t, "", "plan", elsewhere, "--facts", facts, "--check", runbook)
	assert.Equal(t, exitReady, code, "where the spec lies is no input: %s", stderr)

	write := func(name, text string) string {
		file := filepath.Join(folder, name)
		require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
		return file
	}
	steps := filepath.Join(folder, "steps", "own")
	require.NoError(t, os.MkdirAll(steps, 0o700))
	require.NoError(t, os.WriteFile(filepath.Join(steps, "x.hcl"), []byte("step \"own.x\" {\n title = \"T\"\n scope = \"tenant\"\n kind = \"manual\"\n who = \"W\"\n runs_on = \"person\"\n risk = \"none\"\n duration = \"1m\"\n why = \"Y\"\n verify = \"V\"\n undo = \"U\"\n reversible = true\n instructions = \"I\"\n sources = []\n when = false\n}\n"), 0o600))
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"facts":          {[]string{dir, "--facts", contosoWith(t, map[string]any{"dc03.contoso.com": 2 * gibibyte}), "--check", runbook}, "made from has changed: facts"},
		"spec":           {[]string{write("contoso.mdi.hcl", string(spec)+"# a remark\n"), "--facts", facts, "--check", runbook}, "made from has changed: spec"},
		"variable":       {[]string{dir, "--facts", facts, "--var", "change_id=CHG1", "--check", runbook}, "made from has changed: spec"},
		"steps":          {[]string{dir, "--facts", facts, "--steps", filepath.Dir(steps), "--check", runbook}, "made from has changed: steps"},
		"edited by hand": {[]string{dir, "--facts", facts, "--check", write("edited.json", strings.Replace(string(src), `"duration_seconds": 600`, `"duration_seconds": 601`, 1))}, "/duration_seconds"},
		"other program":  {[]string{dir, "--facts", facts, "--check", write("older.json", strings.Replace(string(src), `"tool_version": "`, `"tool_version": "0.0.`, 1))}, "one was written by"},
	} {
		t.Run(name, func(t *testing.T) {
			code, stdout, stderr := call(t, "", append([]string{"plan"}, c.args...)...)
			assert.Equal(t, exitUnsure, code, stderr)
			assert.Contains(t, stderr, "the runbook is stale")
			assert.Contains(t, stderr, c.want)
			assert.NotContains(t, stdout, "Nothing differs.")
		})
	}
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"a cut":         {[]string{"--check", runbook, "--only", "dc01.contoso.com"}, "leave out --only"},
		"another time":  {[]string{"--check", runbook, now}, "leave out --only"},
		"no runbook":    {[]string{"--check", facts}, "runbook_"},
		"no such file":  {[]string{"--check", "nowhere.json"}, "nowhere.json"},
		"wrong format":  {[]string{"--check", runbook, "-o", "powershell"}, "terminal, markdown, json"},
		"unknown step":  {[]string{"--until", "wave.soakk"}, `Did you mean "wave.soak"?`},
		"unknown thing": {[]string{"--only", "dc99.contoso.com"}, "flag_unknown_name"},
	} {
		t.Run(name, func(t *testing.T) {
			code, stdout, stderr := call(t, "", append([]string{"plan", dir, "--facts", facts}, c.args...)...)
			assert.Equal(t, exitFailed, code)
			assert.Contains(t, stderr, c.want)
			assert.Empty(t, stdout)
		})
	}
}

// TestACutKeepsWhatOpensAGate cuts the plan to each sensor: it can be deployed there whenever it can in the whole plan.
func TestACutKeepsWhatOpensAGate(t *testing.T) {
	library, diags := compiler.LoadSteps()
	require.Empty(t, diags)
	compile := func(cut compiler.Selection) *schema.Runbook {
		e := loadExample(t, "contoso")
		r, diags, err := compiler.Compile(t.Context(), compiler.Request{Spec: e.spec, Facts: e.facts, Intent: e.intent, Run: e.run, Steps: library, Cut: cut, Numbers: e.engine.Numbers(e.intent),
			Judge: func(f *schema.Facts, i *schema.Intent) compiler.Judge { return e.engine.Open(f, i, e.run) }})
		require.NoError(t, err)
		require.False(t, diags.HasErrors(), "%v", diags)
		return r
	}
	for _, s := range compile(compiler.Selection{}).Scope.Sensors {
		r := compile(compiler.Selection{Only: []string{s.Server}})
		assert.True(t, r.Proof.Sound, "%s: %v", s.Server, r.Proof.Violations)
		assert.True(t, r.Proof.Partial)
		for _, x := range r.Scope.Sensors {
			if x.Server == s.Server {
				assert.Equal(t, s.State, x.State, s.Server)
			}
		}
	}
}

func TestAPartialPlanSaysSo(t *testing.T) {
	dir, facts := example("contoso")
	code, out, stderr := call(t, "", "plan", dir, "--facts", facts, now, "--only", "dc01.contoso.com")
	assert.Equal(t, exitUnsure, code)
	assert.Contains(t, stderr, "flag_cut_wave")
	assert.Contains(t, stderr, "a partial plan, ")
	for _, want := range []string{"**This is a partial plan.** It was cut to dc01.contoso.com; ", "## Left out\n\n**Wave controllers begins although", "| `v3.activate@dc03.contoso.com` |", "**The proof is partial**",
		"| `dc03.contoso.com` | v3 | pilot | FRA | left\\_out |"} {
		assert.Contains(t, out, want)
	}
	_, script, _ := call(t, "", "plan", dir, "--facts", facts, now, "--wave", "pilot", "-q", "-o", "powershell")
	assert.Contains(t, script, "# This is a partial plan: ")
	_, out, _ = call(t, "", "plan", dir, "--facts", facts, now, "-q")
	assert.NotContains(t, out, "partial")
}

func TestFactsShow(t *testing.T) {
	_, facts := example("contoso")
	for _, path := range []string{"server.vm", "/servers/dc01.contoso.com/vm", "server.vm.memory_all_locked"} {
		code, out, stderr := call(t, "", "facts", "show", facts, path)
		require.Equal(t, exitReady, code, stderr)
		assert.Regexp(t, `/servers/dc01.contoso.com/vm/memory_all_locked +true +host-1 +2026-11-24T07:59:00Z`, out)
	}
	code, out, _ := call(t, "", "facts", "show", facts, "server/dc01.contoso.com", "-o", "json")
	assert.Equal(t, exitReady, code)
	assert.Contains(t, out, `"path": "server.memory_bytes"`)
	assert.NotContains(t, out, "dc02")
	code, out, stderr := call(t, "", "facts", "show", facts, "server.memory_byte")
	assert.Equal(t, exitFailed, code)
	assert.Empty(t, out)
	assert.Contains(t, stderr, `no fact of the document is at "server.memory_byte"`)
}
