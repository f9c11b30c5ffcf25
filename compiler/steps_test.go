package compiler

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEmbeddedStepsLoad(t *testing.T) {
	lib, diags := LoadSteps()
	for _, d := range diags {
		t.Errorf("%s %+v", d.Detail, d.Range)
	}
	t.Logf("%d steps", len(lib.Names()))
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
