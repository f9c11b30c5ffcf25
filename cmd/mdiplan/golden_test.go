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

// TestRenderedDocuments holds what people see of an example to the files that are committed in its folder "rendered". A change of
// them belongs into the review of what caused it: UPDATE=1 go test ./cmd/mdiplan writes them anew. Contoso shows every format,
// another example those that are there.
func TestRenderedDocuments(t *testing.T) {
	found, err := filepath.Glob(filepath.Join("..", "..", "examples", "*", "rendered"))
	require.NoError(t, err)
	require.NotEmpty(t, found)
	for _, rendered := range found {
		name := filepath.Base(filepath.Dir(rendered))
		t.Run(name, func(t *testing.T) { checkRenderedExample(t, name) })
	}
}

func checkRenderedExample(t *testing.T, name string) {
	dir, facts := example(name)
	rendered := filepath.Join(dir, "rendered")
	shown := func(file string) bool {
		_, err := os.Stat(filepath.Join(rendered, filepath.FromSlash(file)))
		return name == "contoso" || err == nil
	}
	documents := map[string][]string{"audit.txt": {"audit", dir, "--facts", facts, now, "--no-fail", "-q"}}
	for _, r := range render.All {
		if r.Render == nil { // a folder: see below
			continue
		}
		switch r.Name {
		case "json", "csv-raw": // nobody would read a difference in them, and csv holds the same table
			continue
		}
		documents["runbook"+r.Ext] = []string{"plan", dir, "--facts", facts, now, "-q", "-o", r.Name}
	}
	for file, args := range documents {
		if !shown(file) {
			continue
		}
		_, got, stderr := call(t, "", args...)
		require.NotEmpty(t, got, stderr)
		checkRendered(t, filepath.Join(rendered, file), got)
	}
	// Of a folder, what a reviewer reads; the manifest has the digests of the rest.
	out := t.TempDir()
	_, _, stderr := call(t, "", "plan", dir, "--facts", facts, now, "-q", "-o", "powershell-bundle="+filepath.Join(out, "powershell-bundle"), "-o", "ansible="+filepath.Join(out, "ansible"))
	for _, file := range []string{"powershell-bundle/Invoke-Runbook.ps1", "powershell-bundle/manifest.json", "ansible/playbook.yml", "ansible/inventory.yml", "ansible/manifest.json"} {
		if !shown(file) {
			continue
		}
		got, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(file)))
		require.NoError(t, err, stderr)
		checkRendered(t, filepath.Join(rendered, filepath.FromSlash(file)), string(got))
	}
}

func checkRendered(t *testing.T, name, got string) {
	t.Helper()
	if os.Getenv("UPDATE") != "" {
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		require.NoError(t, os.WriteFile(name, []byte(got), 0o644))
	}
	want, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.True(t, string(want) == got, "%s is not what the program writes; look at the difference with UPDATE=1 go test ./cmd/mdiplan -run Rendered && git diff examples", name)
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
