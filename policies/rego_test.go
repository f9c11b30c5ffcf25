package policies

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/format"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// regoFiles lists the Rego of this folder, tests included.
func regoFiles(t testing.TB) []string {
	t.Helper()
	var out []string
	require.NoError(t, filepath.WalkDir(".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(p, ".rego") {
			out = append(out, p)
		}
		return err
	}))
	require.NotEmpty(t, out)
	return out
}

func TestRego(t *testing.T) {
	report, diags := Test(t.Context(), Options{}, "")
	require.Empty(t, diags)
	for _, r := range report.Results {
		t.Run(strings.TrimPrefix(r.Package, "mdi.")+"/"+r.Name, func(t *testing.T) {
			assert.Equal(t, "pass", r.Outcome, "%s %s", r.Location, r.Detail)
		})
	}
	engine, diags := Load(t.Context(), Options{})
	require.Empty(t, diags)
	assert.GreaterOrEqual(t, len(report.Results), 3*len(engine.Rules()), "at least three cases a rule")
	assert.Greater(t, report.Coverage, 0.9, "%v", report.Uncovered)
	t.Logf("%d tests, %.1f %% of the lines covered", len(report.Results), 100*report.Coverage)
}

func TestAFailingRegoTestIsReported(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a_test.rego"), []byte("package mine_test\n\ntest_no if 1 == 2\n\ntest_yes if 1 == 1\n"), 0o600))
	report, diags := Test(t.Context(), Options{Dirs: []string{dir}}, "mine_test")
	require.Empty(t, diags)
	require.Len(t, report.Results, 2)
	assert.True(t, report.Failed())
	assert.Equal(t, "fail", report.Results[0].Outcome)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "b_test.rego"), []byte("package mine_test\n\ntest_env if opa.runtime().env\n"), 0o600))
	_, diags = Test(t.Context(), Options{Dirs: []string{dir}}, "mine_test")
	assert.NotEmpty(t, diags, "tests run in the sandbox too")
}

func TestRegoIsFormatted(t *testing.T) {
	for _, file := range regoFiles(t) {
		src, err := os.ReadFile(file)
		require.NoError(t, err)
		out, err := format.Source(file, src)
		require.NoError(t, err)
		if os.Getenv("UPDATE") != "" && !bytes.Equal(src, out) {
			require.NoError(t, os.WriteFile(file, out, 0o644))
			continue
		}
		assert.True(t, bytes.Equal(src, out), "%s: run make fmt", file)
	}
}

func TestEveryRuleHasItsTest(t *testing.T) {
	for _, file := range regoFiles(t) {
		kind, _, _ := strings.Cut(file, string(filepath.Separator))
		if kind != "rules" && kind != "decisions" || strings.HasSuffix(file, "_test.rego") {
			continue
		}
		_, err := os.Stat(strings.TrimSuffix(file, ".rego") + "_test.rego")
		assert.NoError(t, err)
	}
}
