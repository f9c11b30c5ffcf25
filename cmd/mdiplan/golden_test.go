package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/compiler/render"
)

// TestRenderedDocuments holds what people see of examples/contoso to the committed files beside it. A change of them belongs
// into the review of what caused it: UPDATE=1 go test ./cmd/mdiplan writes them anew.
func TestRenderedDocuments(t *testing.T) {
	dir, facts := example("contoso")
	rendered := filepath.Join(dir, "rendered")
	documents := map[string][]string{"audit.txt": {"audit", dir, "--facts", facts, now, "--no-fail", "-q"}}
	for _, r := range render.All {
		switch r.Name {
		case "json", "csv-raw": // nobody would read a difference in them, and csv holds the same table
			continue
		}
		documents["runbook"+r.Ext] = []string{"plan", dir, "--facts", facts, now, "-q", "-o", r.Name}
	}
	for file, args := range documents {
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

// TestReadmeShowsWhatTheProgramPrints holds the figures of the worked run to the program; UPDATE=1 writes them anew.
func TestReadmeShowsWhatTheProgramPrints(t *testing.T) {
	file := filepath.Join("..", "..", "README.md")
	readme, err := os.ReadFile(file)
	require.NoError(t, err)
	dir, facts := example("contoso")
	_, audit, _ := call(t, "", "audit", dir, "--facts", facts, now, "--no-fail", "-q")
	_, _, plan := call(t, "", "plan", dir, "--facts", facts, now, "-o", "json="+filepath.Join(t.TempDir(), "r.json"))
	plan = strings.TrimSpace(plan)
	figures := map[*regexp.Regexp]string{
		regexp.MustCompile(`(?m)^    \d+ rules on \d+ subjects: .*\n(      .*\n)+`): indent(audit[strings.LastIndex(audit, "\n\n")+2:]),
		regexp.MustCompile(`(?m)^    \d+ steps planned, .*\n`):                      indent(plan[strings.LastIndex(plan, "\n")+1:]),
	}
	want := string(readme)
	for shape, printed := range figures {
		require.Regexp(t, shape, want)
		want = shape.ReplaceAllLiteralString(want, printed)
	}
	if os.Getenv("UPDATE") != "" {
		require.NoError(t, os.WriteFile(file, []byte(want), 0o644))
		readme = []byte(want)
	}
	assert.Equal(t, want, string(readme))
}

// indent makes printed lines a code block of Markdown.
func indent(printed string) string {
	return "    " + strings.ReplaceAll(strings.TrimSpace(printed), "\n", "\n    ") + "\n"
}
