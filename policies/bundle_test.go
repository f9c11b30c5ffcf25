package policies

import (
	"bytes"
	"encoding/json"
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

// asked gives the bundle of an engine a document and reads a rule of its entry.
func asked(t testing.TB, e *Engine, rule string, doc any) []map[string]any {
	t.Helper()
	var b, text bytes.Buffer
	require.NoError(t, e.Bundle(&b))
	read, err := bundle.NewReader(&b).Read()
	require.NoError(t, err)
	require.NoError(t, schema.Encode(&text, doc))
	var input any
	require.NoError(t, json.Unmarshal(text.Bytes(), &input))
	results, err := rego.New(rego.Query("data.mdi.main."+rule), rego.ParsedBundle("rules", &read), rego.Input(input), rego.StrictBuiltinErrors(true)).Eval(t.Context())
	require.NoError(t, err)
	require.Len(t, results, 1)
	var out []map[string]any
	for _, f := range results[0].Expressions[0].Value.([]any) {
		out = append(out, f.(map[string]any))
	}
	return out
}

// TestTheBundleGivesTheSameOutcomes takes every way to an outcome that the engine has; make conformance asks the real opa
// and conftest about all examples.
func TestTheBundleGivesTheSameOutcomes(t *testing.T) {
	second := "\n" + `_share := data.mdi.lib.parameters.value("capacity.headroom")`
	for name, c := range map[string]struct {
		body  string
		meta  string
		alter func(*schema.Facts, *schema.Intent, *schema.Run)
	}{
		"pass":              {body: `compliant := input.server.reboot_pending == false`},
		"fail":              {body: "observed := {1, 2}\nrequired := 3\ncompliant := input.server.reboot_pending"},
		"unknown":           {body: `compliant := input.server.virtual`},
		"no boolean":        {body: `compliant := input.server.site`},
		"applies false":     {body: "applies := input.server.reboot_pending\ncompliant := true"},
		"applies undefined": {body: "applies := input.server.virtual\ncompliant := true"},
		"other generation":  {body: `compliant := true`, meta: "  generations: [v3]"},
		"any generation":    {body: `compliant := true`, meta: "  generations: []"},
		"no sensor": {body: `compliant := true`, meta: "  generations: []", alter: func(_ *schema.Facts, i *schema.Intent, _ *schema.Run) {
			i.Sensors["dc.a.test"].Generation = "none"
		}},
		"undecided": {body: `compliant := true`, alter: func(_ *schema.Facts, i *schema.Intent, _ *schema.Run) { i.Sensors["dc.a.test"].Generation = "" }},
		"undecided, and all of them count": {body: `compliant := true`, meta: "  generations: [v2, v3, sa]",
			alter: func(_ *schema.Facts, i *schema.Intent, _ *schema.Run) { i.Sensors["dc.a.test"].Generation = "" }},
		"undecided, and any of them counts": {body: `compliant := true`, meta: "  generations: []",
			alter: func(_ *schema.Facts, i *schema.Intent, _ *schema.Run) { i.Sensors["dc.a.test"].Generation = "" }},
		"registered, generation not read": {body: `compliant := true`, alter: func(f *schema.Facts, i *schema.Intent, _ *schema.Run) {
			i.Sensors = nil
			f.Sensors = map[string]*schema.Sensor{"dc.a.test": {}}
		}},
		"role held":                {body: `compliant := true`, meta: "  roles: [adfs, dc]"},
		"role not held":            {body: `compliant := true`, meta: "  roles: [adfs]"},
		"role not read":            {body: `compliant := true`, meta: "  roles: [adfs, adcs]"},
		"nothing read of a server": {body: `compliant := true`, meta: "  roles: [dc]", alter: func(f *schema.Facts, _ *schema.Intent, _ *schema.Run) { clear(f.Servers) }},
		"role read long ago": {body: `compliant := true`, meta: "  roles: [dc]", alter: func(f *schema.Facts, _ *schema.Intent, r *schema.Run) {
			f.Sections = map[string]*schema.Section{"/servers": {Status: "complete", ReadAt: "2026-01-01T00:00:00Z"}}
			r.FactsMaxAgeSeconds = ptr(int64(86400))
		}},
		"profile of today":           {body: `compliant := true`, meta: "  profiles: [v3-current]"},
		"profile of 2023":            {body: `compliant := true`, meta: "  profiles: [classic-2023]"},
		"profile of 2023, and asked": {body: `compliant := true`, meta: "  profiles: [classic-2023]", alter: func(_ *schema.Facts, _ *schema.Intent, r *schema.Run) { r.Profile = "classic-2023" }},
		"parameter of the table":     {body: `compliant := _share > 0.5` + second},
		"parameter of the spec": {body: `compliant := _share > 0.5` + second, alter: func(_ *schema.Facts, i *schema.Intent, _ *schema.Run) {
			i.Parameters = []schema.ParameterOverride{{Name: "capacity.headroom", Value: 0.6}}
		}},
		"severity of the spec": {body: `compliant := false`, alter: func(_ *schema.Facts, i *schema.Intent, _ *schema.Run) {
			i.Severities = []schema.SeverityOverride{{Rule: "X-001", Is: "info"}}
		}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := userRule(t, c.body)
			if c.meta != "" {
				file := filepath.Join(dir, "x.rego")
				text, err := os.ReadFile(file)
				require.NoError(t, err)
				changed := strings.Replace(string(text), "#   generations: [v2]\n", "# "+c.meta+"\n", 1)
				if !strings.Contains(c.meta, "generations") {
					changed = strings.Replace(string(text), "#   basis", "# "+c.meta+"\n#   basis", 1)
				}
				require.NoError(t, os.WriteFile(file, []byte(changed), 0o600))
			}
			e := load(t, dir)
			facts, intent, run := oneServer(&schema.Server{RebootPending: ptr(false), Site: "HQ", Roles: &schema.ServerRoles{DC: ptr(true), ADFS: ptr(false)}})
			if c.alter != nil {
				c.alter(facts, intent, &run)
			}
			s := e.Open(facts, intent, run)
			doc, err := s.Inputs()
			require.NoError(t, err)
			got := map[string]map[string]any{}
			for _, f := range asked(t, e, "findings", doc) {
				subject := f["subject"].(map[string]any)
				key, _ := subject["key"].(string)
				got[f["rule"].(string)+" "+schema.Subject{Kind: subject["kind"].(string), Key: key}.String()] = f
			}
			answers := 0
			for _, r := range e.Rules() {
				explained, err := s.Explain(t.Context(), r.ID)
				require.NoError(t, err)
				for _, x := range explained {
					answers++
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
}

func TestTheEntryOfABundleDeniesAndWarns(t *testing.T) {
	e := load(t, userRule(t, "observed := input.server.site\nrequired := \"HQ\"\ncompliant := observed == required"))
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
	assert.Equal(t, []string{"high X-001 at server/dc.a.test: A rule of this test"}, ours(asked(t, e, "deny", doc)))
	assert.Empty(t, ours(asked(t, e, "warn", doc)))

	intent.Waivers = []schema.Waiver{{Rule: "X-001", Subjects: []string{"dc.a.test"}, Expires: "2026-11-24"}}
	doc, err = e.Open(facts, intent, run).Inputs()
	require.NoError(t, err)
	assert.Empty(t, ours(asked(t, e, "deny", doc)), "it is waived until the end of the day")
	run.Now = "2026-11-25T00:00:00Z"
	doc, err = e.Open(facts, intent, run).Inputs()
	require.NoError(t, err)
	assert.Len(t, ours(asked(t, e, "deny", doc)), 1, "the waiver has expired")

	facts.Servers["dc.a.test"].Site = ""
	doc, err = e.Open(facts, &schema.Intent{Sensors: intent.Sensors}, run).Inputs()
	require.NoError(t, err)
	assert.Len(t, ours(asked(t, e, "warn", doc)), 1)
	assert.Empty(t, ours(asked(t, e, "deny", doc)))

	// What is not judged must not look like an estate in which nothing fails.
	for name, broken := range map[string]any{
		"the facts":     facts,
		"nothing":       map[string]any{},
		"no subjects":   &Inputs{Schema: InputVersion, Run: run},
		"no severities": map[string]any{"schema": InputVersion, "run": run, "overrides": map[string]any{}, "subjects": doc.Subjects},
		"no overrides":  map[string]any{"schema": InputVersion, "run": run, "severities": map[string]any{}, "subjects": doc.Subjects},
	} {
		assert.NotEmpty(t, ours(asked(t, e, "deny", broken)), name)
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
