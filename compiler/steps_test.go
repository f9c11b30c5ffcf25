package compiler

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/schema"
)

func TestEmbeddedStepsLoad(t *testing.T) {
	lib, diags := LoadSteps()
	for _, d := range diags {
		t.Errorf("%s %+v", d.Detail, d.Range)
	}
	t.Logf("%d steps", len(lib.Names()))
}

// TestScriptsTakeWhatTheyAreGiven holds the functions of every script to the parameters that its declaration gives them, and
// keeps what would spoil an answer or wait for a person out of them.
func TestScriptsTakeWhatTheyAreGiven(t *testing.T) {
	lib, diags := LoadSteps()
	require.Empty(t, diags)
	parameter := regexp.MustCompile(`\[Parameter\(Mandatory\)\]\[(string|string\[\]|int|bool|securestring)\]\$([A-Za-z0-9]+)`)
	scripts := 0
	for _, name := range lib.Names() {
		d, _ := lib.Step(name)
		if d.Script == "" {
			continue
		}
		scripts++
		var given []string
		if d.expr["params"] != nil {
			object, ok := d.expr["params"].(*hclsyntax.ObjectConsExpr)
			require.True(t, ok, name)
			for _, item := range object.Items {
				key, diags := item.KeyExpr.Value(nil)
				require.Empty(t, diags, name)
				given = append(given, key.AsString())
			}
		}
		functions := map[string]string{}
		for _, part := range strings.Split("\n"+d.Script, "\nfunction ")[1:] {
			function, body, _ := strings.Cut(part, " {")
			functions[function] = body
		}
		for _, function := range []string{"Test-Step", "Invoke-Step", "Confirm-Step", "Undo-Step"} {
			body, ok := functions[function]
			if !ok {
				continue
			}
			want := slices.Clone(given)
			if function == "Invoke-Step" {
				want = append(want, slices.Collect(maps.Keys(d.Secrets))...)
			}
			var have []string
			for _, m := range parameter.FindAllStringSubmatch(body, -1) {
				have = append(have, m[2])
				assert.Equal(t, d.Secrets[m[2]] != "", m[1] == "securestring", "%s: %s of %s", name, m[2], function)
			}
			assert.ElementsMatch(t, want, have, "%s: parameters of %s", name, function)
			if function == "Test-Step" || function == "Confirm-Step" {
				assert.Contains(t, body, "    return ", "%s: %s answers", name, function)
			}
		}
		for _, word := range []string{"Read-Host", "Write-Host", "Write-Output", "Invoke-Expression", "ConvertTo-SecureString"} {
			assert.NotContains(t, d.Script, word, name)
		}
	}
	assert.NotZero(t, scripts)
}

// TestStepMistakes wants the code behind each declaration.
func TestStepMistakes(t *testing.T) {
	const rest = " title = \"t\"\n scope = \"server\"\n kind = \"manual\"\n who = \"w\"\n runs_on = \"person\"\n risk = \"none\"\n duration = \"1m\"\n why = \"w\"\n verify = \"v\"\n undo = \"u\"\n reversible = true\n sources = []\n"
	for text, want := range map[string]string{
		"step \"a.b\" {\n" + rest + "}":                                                                          "",
		"step \"a.b\" {\n" + rest + " secrets = { Key = \"k\" }\n}":                                              "",
		"step \"a.b\" {\n" + rest + " secrets = { key = \"k\" }\n}":                                              "step_value",
		"step \"a.b\" {\n" + rest + " secrets = { \"A B\" = \"k\" }\n}":                                          "step_value",
		"step \"a.b\" {\n" + rest + " secrets = { Key = 1 }\n}":                                                  "step_value",
		"step \"a.b\" {\n" + rest + " secrets = \"Key\"\n}":                                                      "step_value",
		"step \"a.b\" {\n" + rest + " portal = { now = null }\n}":                                                "step_value",
		"step \"a\" {\n" + rest + "}":                                                                            "step_name",
		"step \"../a.b\" {\n" + rest + "}":                                                                       "step_name",
		"step \"a.b;c\" {\n" + rest + "}":                                                                        "step_name",
		"step \"a.b\" {\n" + rest + " titel = \"t\"\n}":                                                          "step_unknown_attribute",
		"step \"a.b\" {\n" + rest + " security = [\"keys\"]\n}":                                                  "step_value",
		"step \"a.b\" {\n" + rest + " looks_at = \"logs\"\n}":                                                    "step_value",
		"step \"a.b\" {\n" + rest + " touches = { gpo = [] }\n}":                                                 "step_value",
		"step \"a.b\" {\n" + rest + " touches = [\"g\"]\n}":                                                      "step_value",
		"step \"a.b\" {\n" + rest + " touches = { group = [subject] }\n}":                                        "",
		"step \"a.b\" {\n" + rest + " fail \"x\" {}\n}":                                                          "step_shape",
		"step \"a.b\" {\n" + rest + " failure {}\n}":                                                             "step_shape",
		"step \"a.b\" {\n" + rest + " failure \"x\" {}\n}":                                                       "step_missing_attribute",
		"step \"a.b\" {\n" + rest + " failure \"x\" {\n means = \"m\"\n go_to = []\n }\n}":                       "step_missing_attribute",
		"step \"a.b\" {\n" + rest + " failure \"x\" {\n means = \"m\"\n go_to = \"a.b\"\n }\n}":                  "step_value",
		"step \"a.b\" {\n" + rest + " failure \"x\" {\n means = \"m\"\n go_to = [\"a.b\"]\n retry = true\n }\n}": "step_unknown_attribute",
		"step \"a.b\" {\n" + rest + " failure \"x\" {\n means = \"m\"\n go_to = [\"a.b\"]\n }\n}":                "",
	} {
		_, diags := parseStep([]byte(text), "x.hcl")
		if want == "" {
			assert.Empty(t, diags, text)
			continue
		}
		require.Len(t, diags, 1, text)
		assert.Equal(t, want, diags[0].Code, text)
	}
}

func TestAScriptRunsWhereItsSubjectIs(t *testing.T) {
	no, yes := false, true
	e := &estate{intent: &schema.Intent{}, facts: &schema.Facts{
		Domains: map[string]*schema.Domain{
			"a.test": {PDCEmulator: "dc02.a.test", DCs: map[string]*schema.DomainDC{"dc01.a.test": {ReadOnly: &no}}},
			"b.test": {DCs: map[string]*schema.DomainDC{"rodc.b.test": {ReadOnly: &yes}, "sc.b.test": {ReadOnly: &no}, "unread.b.test": {}}},
		},
		Servers: map[string]*schema.Server{"s.a.test": {Domain: "a.test"}},
	}}
	for _, c := range []struct {
		runsOn, kind, key, want string
	}{
		{"target", "server", "s.a.test", "s.a.test"},
		{"domain_controller", "server", "s.a.test", "dc02.a.test"},
		{"domain_controller", "domain", "a.test", "dc02.a.test"},
		{"domain_controller", "forest", "a.test", "dc02.a.test"},
		{"domain_controller", "account", "svc$@b.test", "sc.b.test"},
		{"domain_controller", "domain", "c.test", ""},
		{"admin_workstation", "server", "s.a.test", ""},
		{"target", "domain", "a.test", ""},
	} {
		assert.Equal(t, c.want, e.computer(c.runsOn, schema.Subject{Kind: c.kind, Key: c.key}), "%+v", c)
	}
}

// TestStepsAreFormatted holds declarations to the one form that HCL has; UPDATE=1 writes it.
func TestStepsAreFormatted(t *testing.T) {
	files, err := filepath.Glob("steps/*/*.hcl")
	require.NoError(t, err)
	notes, err := filepath.Glob("notes/*.hcl")
	require.NoError(t, err)
	files = append(files, notes...)
	require.NotEmpty(t, files)
	for _, file := range files {
		src, err := os.ReadFile(file)
		require.NoError(t, err)
		want := hclwrite.Format(src)
		if os.Getenv("UPDATE") != "" && string(want) != string(src) {
			require.NoError(t, os.WriteFile(file, want, 0o644))
			continue
		}
		assert.True(t, string(want) == string(src), "%s is not formatted: make fmt", file)
	}
}

// TestAFailureLeadsToAStepThatExists checks the names once all steps are read.
func TestAFailureLeadsToAStepThatExists(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "own"), 0o755))
	text := "step \"own.look\" {\n title = \"t\"\n scope = \"server\"\n kind = \"manual\"\n who = \"w\"\n runs_on = \"person\"\n risk = \"none\"\n duration = \"1m\"\n why = \"w\"\n verify = \"v\"\n undo = \"u\"\n reversible = true\n sources = []\n instructions = \"i\"\n failure \"x\" {\n means = \"m\"\n go_to = [\"%s\"]\n }\n}\n"
	file := filepath.Join(dir, "own", "look.hcl")
	require.NoError(t, os.WriteFile(file, []byte(strings.Replace(text, "%s", "server.test_connectivty", 1)), 0o644))
	_, diags := LoadSteps(dir)
	require.Len(t, diags, 1)
	assert.Equal(t, "step_unknown_step", diags[0].Code)
	assert.Contains(t, diags[0].Detail, `Did you mean "server.test_connectivity"?`)
	require.NoError(t, os.WriteFile(file, []byte(strings.Replace(text, "%s", "server.test_connectivity", 1)), 0o644))
	_, diags = LoadSteps(dir)
	assert.Empty(t, diags)
}
