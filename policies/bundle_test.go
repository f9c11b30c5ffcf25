package policies

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/bundle"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/schema"
)

// bundled asks the bundle of an engine: it gives the entry a document and reads one of its rules.
func bundled(t testing.TB, e *Engine) func(rule string, doc any) []map[string]any {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, e.Bundle(&b))
	read, err := bundle.NewReader(&b).Read()
	require.NoError(t, err)
	query, err := rego.New(rego.Query("data.mdi.main"), rego.ParsedBundle("rules", &read), rego.StrictBuiltinErrors(true)).PrepareForEval(t.Context())
	require.NoError(t, err)
	return func(rule string, doc any) []map[string]any {
		var text bytes.Buffer
		require.NoError(t, schema.Encode(&text, doc))
		var input any
		require.NoError(t, json.Unmarshal(text.Bytes(), &input))
		results, err := query.Eval(t.Context(), rego.EvalInput(input))
		require.NoError(t, err)
		require.Len(t, results, 1)
		var out []map[string]any
		for _, f := range results[0].Expressions[0].Value.(map[string]any)[rule].([]any) {
			out = append(out, f.(map[string]any))
		}
		return out
	}
}

// TestTheBundleGivesTheSameOutcomes takes every way to an outcome that the engine has: rules of every make, asked about
// estates of every make. make conformance asks the real opa and conftest about all examples.
func TestTheBundleGivesTheSameOutcomes(t *testing.T) {
	dir := t.TempDir()
	for i, rule := range []struct{ meta, body string }{
		{"generations: [v2]", `compliant := input.server.reboot_pending == false`},
		{"generations: [v2]", "observed := {1, 2}\nrequired := 3\ncompliant := input.server.reboot_pending"},
		{"generations: [v2]", `compliant := input.server.virtual`},
		{"generations: [v2]", `compliant := input.server.site`},
		{"generations: [v2]", "applies := input.server.reboot_pending\ncompliant := true"},
		{"generations: [v2]", "applies := input.server.virtual\ncompliant := true"},
		{"generations: [v3]", `compliant := true`},
		{"generations: []", `compliant := true`},
		{"generations: [v2, v3, sa]", `compliant := true`},
		{"generations: [v2]\n#   roles: [adfs, dc]", `compliant := true`},
		{"generations: [v2]\n#   roles: [adfs]", `compliant := true`},
		{"generations: [v2]\n#   roles: [adfs, adcs]", `compliant := true`},
		{"generations: [v2]\n#   profiles: [v3-current]", `compliant := true`},
		{"generations: [v2]\n#   profiles: [classic-2023]", `compliant := true`},
		{"generations: [v2]\n#   roles: [dc]\n#   subject: path", `compliant := input.server.site == "HQ"`},
		{"generations: [v2]", `compliant := data.mdi.lib.parameters.value("capacity.headroom") > 0.5`},
	} {
		text, err := os.ReadFile(filepath.Join(userRule(t, rule.body), "x.rego"))
		require.NoError(t, err)
		id := fmt.Sprintf("X-%03d", i+1)
		if strings.Contains(rule.meta, "subject: ") {
			text = bytes.Replace(text, []byte("#   subject: server\n"), nil, 1)
		}
		changed := strings.NewReplacer("generations: [v2]", rule.meta, "X-001", id, "package mdi.rules.user.x", fmt.Sprintf("package mdi.rules.user.x%d", i)).Replace(string(text))
		require.NoError(t, os.WriteFile(filepath.Join(dir, id+".rego"), []byte(changed), 0o600))
	}
	e := load(t, dir)
	ask := bundled(t, e)
	seen := map[schema.Outcome]bool{}
	for name, alter := range map[string]func(*schema.Facts, *schema.Intent, *schema.Run){
		"as it is":    func(*schema.Facts, *schema.Intent, *schema.Run) {},
		"a v3 sensor": func(_ *schema.Facts, i *schema.Intent, _ *schema.Run) { i.Sensors["dc.a.test"].Generation = "v3" },
		"a standalone sensor": func(_ *schema.Facts, i *schema.Intent, _ *schema.Run) {
			i.Sensors["dc.a.test"].Generation = "standalone"
		},
		"no sensor":                func(_ *schema.Facts, i *schema.Intent, _ *schema.Run) { i.Sensors["dc.a.test"].Generation = "none" },
		"undecided":                func(_ *schema.Facts, i *schema.Intent, _ *schema.Run) { i.Sensors["dc.a.test"].Generation = "" },
		"nothing read of a server": func(f *schema.Facts, _ *schema.Intent, _ *schema.Run) { clear(f.Servers) },
		"the profile of 2023":      func(_ *schema.Facts, _ *schema.Intent, r *schema.Run) { r.Profile = "classic-2023" },
		"the profile of v3":        func(_ *schema.Facts, _ *schema.Intent, r *schema.Run) { r.Profile = "v3-current" },
		"registered, but of which generation": func(f *schema.Facts, i *schema.Intent, _ *schema.Run) {
			i.Sensors, f.Sensors = nil, map[string]*schema.Sensor{"dc.a.test": {}}
		},
		"read long ago": func(f *schema.Facts, _ *schema.Intent, r *schema.Run) {
			f.Sections = map[string]*schema.Section{"/servers": {Status: "complete", ReadAt: "2026-01-01T00:00:00Z"}}
			r.FactsMaxAgeSeconds = ptr(int64(86400))
		},
		"a parameter of the spec": func(_ *schema.Facts, i *schema.Intent, _ *schema.Run) {
			i.Parameters = []schema.ParameterOverride{{Name: "capacity.headroom", Value: 0.6}}
		},
		"a severity of the spec": func(_ *schema.Facts, i *schema.Intent, _ *schema.Run) {
			i.Severities = []schema.SeverityOverride{{Rule: "X-001", Is: "info"}}
		},
	} {
		t.Run(name, func(t *testing.T) {
			facts, intent, run := oneServer(&schema.Server{RebootPending: ptr(false), Site: "HQ", Roles: &schema.ServerRoles{DC: ptr(true), ADFS: ptr(false)}})
			facts.Paths = map[string]*schema.Path{"dc.a.test->x.test": {From: "dc.a.test"}, "dc.a.test->y.test": {}}
			alter(facts, intent, &run)
			s := e.Open(facts, intent, run)
			doc, err := s.Inputs()
			require.NoError(t, err)
			got := map[string]map[string]any{}
			for _, f := range ask("findings", doc) {
				subject := f["subject"].(map[string]any)
				key, _ := subject["key"].(string)
				got[f["rule"].(string)+" "+schema.Subject{Kind: subject["kind"].(string), Key: key}.String()] = f
			}
			answers := 0
			for _, r := range e.Rules() {
				explained, err := s.Explain(t.Context(), r.ID, "")
				require.NoError(t, err)
				for _, x := range explained {
					answers++
					seen[x.Outcome] = true
					f := got[r.ID+" "+x.Subject.String()]
					if assert.NotNil(t, f, "%s at %s", r.ID, x.Subject) {
						assert.EqualValues(t, x.Outcome, f["outcome"], "%s at %s", r.ID, x.Subject)
						assert.Equal(t, x.Severity, f["severity"])
					}
				}
			}
			assert.Len(t, got, answers)
		})
	}
	assert.Equal(t, map[schema.Outcome]bool{schema.Pass: true, schema.Fail: true, schema.Unknown: true, schema.NotApplicable: true}, seen)
}

func TestTheEntryOfABundleDeniesAndWarns(t *testing.T) {
	e := load(t, userRule(t, "observed := input.server.site\nrequired := \"HQ\"\ncompliant := observed == required"))
	ask := bundled(t, e)
	ours := func(found []map[string]any) []string {
		var out []string
		for _, f := range found {
			if f["rule"] == "X-001" || f["rule"] == nil {
				out = append(out, f["msg"].(string))
			}
		}
		return out
	}
	facts, intent, run := oneServer(&schema.Server{Site: "LAB"})
	doc, err := e.Open(facts, intent, run).Inputs()
	require.NoError(t, err)
	assert.Equal(t, []string{"high X-001 at server/dc.a.test: A rule of this test"}, ours(ask("deny", doc)))
	assert.Empty(t, ours(ask("warn", doc)))

	intent.Waivers = []schema.Waiver{{Rule: "X-001", Subjects: []string{"dc.a.test"}, Expires: "2026-11-24"}}
	doc, err = e.Open(facts, intent, run).Inputs()
	require.NoError(t, err)
	assert.Empty(t, ours(ask("deny", doc)), "it is waived until the end of the day")
	run.Now = "2026-11-25T00:00:00Z"
	doc, err = e.Open(facts, intent, run).Inputs()
	require.NoError(t, err)
	assert.Len(t, ours(ask("deny", doc)), 1, "the waiver has expired")

	facts.Servers["dc.a.test"].Site = ""
	doc, err = e.Open(facts, &schema.Intent{Sensors: intent.Sensors}, run).Inputs()
	require.NoError(t, err)
	assert.Len(t, ours(ask("warn", doc)), 1)
	assert.Empty(t, ours(ask("deny", doc)))

	// What is not judged must not look like an estate in which nothing fails.
	for name, broken := range map[string]any{
		"the facts":     facts,
		"nothing":       map[string]any{},
		"no subjects":   &Inputs{Schema: InputVersion, Run: run},
		"no severities": map[string]any{"schema": InputVersion, "run": run, "overrides": map[string]any{}, "subjects": doc.Subjects},
		"no overrides":  map[string]any{"schema": InputVersion, "run": run, "severities": map[string]any{}, "subjects": doc.Subjects},
	} {
		assert.NotEmpty(t, ours(ask("deny", broken)), name)
	}
}

func TestABundleIsTheSameBytesAndHoldsNoTests(t *testing.T) {
	dir := userRule(t, "compliant := true")
	require.NoError(t, os.WriteFile(filepath.Join(dir, "helper.rego"), []byte("package estate.names\n\nhome := \"a.test\"\n"), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "x_test.rego"), []byte("package mdi.rules.user.x_test\n\ntest_x if data.mdi.rules.user.x.compliant\n"), 0o600))
	var one, two bytes.Buffer
	require.NoError(t, load(t, dir).Bundle(&one))
	require.NoError(t, load(t, dir).Bundle(&two))
	assert.True(t, bytes.Equal(one.Bytes(), two.Bytes()))
	read, err := bundle.NewReader(&one).Read()
	require.NoError(t, err)
	assert.Equal(t, []string{"estate", "mdi"}, slices.Sorted(slices.Values(*read.Manifest.Roots)))
	names := map[string]bool{}
	for _, m := range read.Modules {
		names[m.Path] = true
		assert.NotContains(t, m.Path, "_test.rego")
		assert.NotContains(t, string(m.Raw), dir, "no path of the machine that wrote it")
	}
	for _, name := range []string{"/main.rego", "/catalogue.rego", "/rules/hardware/memory.rego", "/tables/sizing.rego", "/lib/parameters.rego", "/decisions/dsa_kind.rego", "/policy1/x.rego", "/policy1/helper.rego"} {
		assert.True(t, names[name], "%s is not among %v", name, slices.Sorted(maps.Keys(names)))
	}
}
