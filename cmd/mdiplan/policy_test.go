package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPolicyTestGates(t *testing.T) {
	code, out, stderr := call(t, "", "policy", "test", "--run", "rules.hardware")
	assert.Equal(t, exitReady, code, stderr)
	assert.Contains(t, out, "0 failed")
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a_test.rego"), []byte("package mine_test\n\ntest_no if 1 == 2\n"), 0o600))
	code, out, _ = call(t, "", "policy", "test", "-p", dir, "--run", "mine_test")
	assert.Equal(t, exitRefused, code)
	assert.Contains(t, out, "mine_test.test_no")
	code, _, stderr = call(t, "", "policy", "test", "--run", "there_is_none")
	assert.Equal(t, exitFailed, code)
	assert.Contains(t, stderr, "no test was run")
}

// TestReferencePagesAreCurrent holds docs/rules to the rules.
func TestReferencePagesAreCurrent(t *testing.T) {
	committed := filepath.Join("..", "..", "docs", "rules")
	dir := t.TempDir()
	if os.Getenv("UPDATE") != "" {
		require.NoError(t, os.RemoveAll(committed))
		dir = committed
	}
	code, _, stderr := call(t, "", "policy", "docs", dir, "-q")
	require.Equal(t, exitReady, code, stderr)
	written, err := os.ReadDir(dir)
	require.NoError(t, err)
	known, err := os.ReadDir(committed)
	require.NoError(t, err)
	assert.Len(t, known, len(written), "UPDATE=1 go test ./cmd/mdiplan writes them anew")
	for _, f := range written {
		got, err := os.ReadFile(filepath.Join(dir, f.Name()))
		require.NoError(t, err)
		want, err := os.ReadFile(filepath.Join(committed, f.Name()))
		require.NoError(t, err)
		assert.True(t, string(want) == string(got), "docs/rules/%s is out of date: UPDATE=1 go test ./cmd/mdiplan", f.Name())
	}
}
