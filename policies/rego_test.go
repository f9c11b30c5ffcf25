package policies

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/format"
	"github.com/open-policy-agent/opa/v1/tester"
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
	modules := map[string]*ast.Module{}
	for _, file := range regoFiles(t) {
		src, err := os.ReadFile(file)
		require.NoError(t, err)
		module, err := ast.ParseModuleWithOpts(file, string(src), ast.ParserOptions{ProcessAnnotation: true, RegoVersion: ast.RegoV1})
		require.NoError(t, err)
		modules[file] = module
	}
	results, err := tester.NewRunner().SetModules(modules).RunTests(t.Context(), nil)
	require.NoError(t, err)
	count := 0
	for r := range results {
		count++
		t.Run(strings.TrimPrefix(r.Package, "data.mdi.")+"/"+r.Name, func(t *testing.T) {
			assert.NoError(t, r.Error)
			assert.False(t, r.Fail, "%s", r.Location)
			assert.False(t, r.Skip, "a test of a rule is never skipped")
		})
	}
	assert.Greater(t, count, 3*70, "at least three cases a rule")
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
