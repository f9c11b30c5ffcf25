package main

import (
	"cmp"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/compiler/render"
)

// TestRenderedDocuments holds what people see of the examples to the files in their folders rendered/. What stands there is
// what is held: a large example keeps what somebody reads, examples/contoso everything. A change of them belongs into the
// review of what caused it: UPDATE=1 go test ./cmd/mdiplan writes them anew.
func TestRenderedDocuments(t *testing.T) {
	folders, err := filepath.Glob(filepath.Join("..", "..", "examples", "*", "rendered"))
	require.NoError(t, err)
	require.NotEmpty(t, folders)
	for _, rendered := range folders {
		name := filepath.Base(filepath.Dir(rendered))
		t.Run(name, func(t *testing.T) {
			dir, facts := example(name)
			args := []string{"plan", dir, "--facts", facts, now, "-q"}
			out := t.TempDir()
			var wanted []string
			require.NoError(t, filepath.WalkDir(rendered, func(path string, d os.DirEntry, err error) error {
				if err == nil && d.Type().IsRegular() {
					file, _ := filepath.Rel(rendered, path)
					wanted = append(wanted, filepath.ToSlash(file))
				}
				return err
			}))
			for _, file := range wanted {
				for _, r := range render.All {
					// Of a folder, what a reviewer reads; the manifest has the digests of the rest.
					if target := r.Name + "=" + filepath.Join(out, cmp.Or(documentName(r), r.Name)); file == documentName(r) || r.Render == nil && strings.HasPrefix(file, r.Name+"/") && !slices.Contains(args, target) {
						args = append(args, "-o", target)
					}
				}
			}
			_, _, stderr := call(t, "", args...)
			for _, file := range wanted {
				var got string
				if file == "audit.txt" {
					_, got, _ = call(t, "", "audit", dir, "--facts", facts, now, "--no-fail", "-q")
				} else {
					written, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(file)))
					require.NoError(t, err, "no format writes %s\n%s", file, stderr)
					got = string(written)
				}
				checkRendered(t, filepath.Join(rendered, filepath.FromSlash(file)), got)
			}
		})
	}
}

// TestContosoKeepsEveryDocument sees that none of the files is lost from the example that shows them all.
func TestContosoKeepsEveryDocument(t *testing.T) {
	dir, _ := example("contoso")
	for _, r := range render.All {
		switch r.Name {
		case "json", "csv-raw": // nobody would read a difference in them, and csv holds the same table
			continue
		}
		file := cmp.Or(documentName(r), r.Name+"/manifest.json")
		assert.FileExists(t, filepath.Join(dir, "rendered", filepath.FromSlash(file)))
	}
}

// documentName is what a document of a format is called in a folder rendered/; empty for a format that is a folder.
func documentName(r render.Renderer) string {
	if r.Render == nil {
		return ""
	}
	return "runbook" + r.Ext
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
