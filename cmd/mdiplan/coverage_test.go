package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/compiler"
	"github.com/mdiplan/mdiplan/policies"
	"github.com/mdiplan/mdiplan/schema"
)

// TestCoverageIsAccountedFor writes docs/coverage.md from docs/requirements.csv, the list of all known requirements, and
// the rules there are: every id is either decided by a named file or said to be open.
func TestCoverageIsAccountedFor(t *testing.T) {
	docs := filepath.Join("..", "..", "docs")
	f, err := os.Open(filepath.Join(docs, "requirements.csv"))
	require.NoError(t, err)
	defer func() { _ = f.Close() }()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	engine, diags := policies.Load(t.Context(), policies.Options{})
	require.Empty(t, diags)
	rules := map[string]schema.Rule{}
	for _, r := range engine.Rules() {
		rules[r.ID] = r
	}
	library, diags := compiler.LoadSteps()
	require.Empty(t, diags)
	notes := map[string]compiler.NoteDeclaration{}
	for _, n := range library.Notes() {
		notes[n.ID] = n
	}
	decisions, decided := map[string][]schema.Rule{}, map[string]bool{}
	for _, d := range engine.Decisions() {
		assert.NotEmpty(t, d.Decides, "%s stands for no requirement", d.ID)
		for _, id := range d.Decides {
			decisions[id] = append(decisions[id], d)
			decided[id] = true
		}
	}
	type tally struct{ done, all int }
	kinds, families := map[string]*tally{}, map[string]*tally{}
	var order []string
	var list strings.Builder
	for _, row := range rows[1:] {
		id, kind, title := row[0], row[1], row[3]
		family := strings.Split(id, "-")[1]
		if families[family] == nil {
			families[family] = &tally{}
			order = append(order, family)
			fmt.Fprintf(&list, "\n## %s\n\n| id | kind | requirement | where |\n|---|---|---|---|\n", family)
		}
		if kinds[kind] == nil {
			kinds[kind] = &tally{}
		}
		kinds[kind].all++
		where := "open"
		if r, ok := rules[id]; ok {
			assert.Equal(t, "rule", kind, "%s is decided by a rule although it is a %s", id, kind)
			where = "`policies/" + r.File + "`"
			kinds[kind].done++
		}
		if n, ok := notes[id]; ok {
			assert.Equal(t, "note", kind, "%s is a note although it is a %s", id, kind)
			where = "printed: `compiler/" + n.File() + "`"
			kinds[kind].done++
		}
		delete(notes, id)
		if workflow[id] != nil {
			assert.Equal(t, "workflow", kind, "%s is held by spec and compiler although it is a %s", id, kind)
			where = "held by spec and compiler: `TestWorkflow/" + id + "`"
			kinds[kind].done++
		}
		if kind == "decision" && decided[id] {
			var files []string
			for _, d := range decisions[id] {
				files = append(files, fmt.Sprintf("%s `policies/%s`", d.ID, d.File))
			}
			where = strings.Join(files, ", ")
			kinds[kind].done++
		}
		delete(decided, id)
		if kind == "rule" {
			families[family].all++
			if where != "open" {
				families[family].done++
			}
		}
		delete(rules, id)
		fmt.Fprintf(&list, "| %s | %s | %s | %s |\n", id, kind, title, where)
	}
	assert.Empty(t, rules, "rules that no requirement asks for")
	assert.Empty(t, notes, "notes that no requirement asks for")
	assert.Empty(t, decided, "decisions that no requirement asks for")
	var page strings.Builder
	fmt.Fprintf(&page, "# Coverage\n\nEvery requirement that is known, and what decides it. Written by `UPDATE=1 go test ./cmd/mdiplan`.\n\n%d of %d requirements of kind rule are decided by a rule, %d of %d of kind decision by a decision.\n"+
		"%d of %d of kind note are printed in the runbook where they apply, %d of %d of kind workflow are held by spec and compiler.\n\n| family | rules | decided |\n|---|--:|--:|\n",
		kinds["rule"].done, kinds["rule"].all, kinds["decision"].done, kinds["decision"].all, kinds["note"].done, kinds["note"].all, kinds["workflow"].done, kinds["workflow"].all)
	for kind, k := range kinds {
		assert.Equal(t, k.all, k.done, "requirements of kind %s are left", kind)
	}
	for _, family := range order {
		if families[family].all > 0 {
			fmt.Fprintf(&page, "| %s | %d | %d |\n", family, families[family].all, families[family].done)
		}
	}
	page.WriteString(list.String())
	name := filepath.Join(docs, "coverage.md")
	if os.Getenv("UPDATE") != "" {
		require.NoError(t, os.WriteFile(name, []byte(page.String()), 0o644))
	}
	want, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.True(t, string(want) == page.String(), "docs/coverage.md is out of date: UPDATE=1 go test ./cmd/mdiplan")
}
