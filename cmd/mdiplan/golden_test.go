package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestRenderedDocuments holds what people see of examples/contoso to the committed files beside it. A change of them belongs
// into the review of what caused it: UPDATE=1 go test ./cmd/mdiplan writes them anew.
func TestRenderedDocuments(t *testing.T) {
	dir, facts := example("contoso")
	rendered := filepath.Join(dir, "rendered")
	for file, args := range map[string][]string{
		"audit.txt":   {"audit", dir, "--facts", facts, now, "--no-fail", "-q"},
		"runbook.md":  {"plan", dir, "--facts", facts, now, "-q", "-o", "markdown"},
		"runbook.ps1": {"plan", dir, "--facts", facts, now, "-q", "-o", "powershell"},
	} {
		_, got, stderr := call(t, "", args...)
		require.NotEmpty(t, got, stderr)
		name := filepath.Join(rendered, file)
		if os.Getenv("UPDATE") != "" {
			require.NoError(t, os.MkdirAll(rendered, 0o755))
			require.NoError(t, os.WriteFile(name, []byte(got), 0o644))
		}
		want, err := os.ReadFile(name)
		require.NoError(t, err)
		assert.True(t, string(want) == got, "%s is not what the program writes; look at the difference with UPDATE=1 go test ./cmd/mdiplan -run Rendered && git diff examples", name)
	}
}

// TestReadmeShowsWhatTheProgramPrints holds the figures of the worked run to the program.
func TestReadmeShowsWhatTheProgramPrints(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	require.NoError(t, err)
	dir, facts := example("contoso")
	_, audit, _ := call(t, "", "audit", dir, "--facts", facts, now, "--no-fail", "-q")
	_, _, plan := call(t, "", "plan", dir, "--facts", facts, now, "-o", "json="+filepath.Join(t.TempDir(), "r.json"))
	summary := audit[strings.LastIndex(audit, "\n\n"):]
	for _, line := range append(strings.Split(strings.TrimSpace(summary), "\n"), strings.TrimSpace(plan[strings.LastIndex(strings.TrimSpace(plan), "\n"):])) {
		assert.Contains(t, string(readme), strings.TrimSpace(line))
	}
}
