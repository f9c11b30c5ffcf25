package compiler

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/mdiplan/mdiplan/schema"
)

//go:embed notes
var embeddedNotes embed.FS

// NoteDeclaration is a requirement that no fact can decide, as its HCL file declares it: a reader has to know it where it
// applies. It is printed at the planned steps it names, or in a section of its own when none of them is planned.
type NoteDeclaration struct {
	ID      string
	Title   string
	Text    string
	Steps   []string
	Sources []string

	// where says to which subjects it applies, in the words of a step: scope, generations, roles and when.
	where *Declaration
	// unknown is a fact whose absence makes the note apply.
	unknown bool
}

// File is the file that declares the note.
func (n NoteDeclaration) File() string { return n.where.File }

// Notes lists all notes by id.
func (l *Library) Notes() []NoteDeclaration { return slices.Clone(l.notes) }

// noteShape is the whole grammar of a note block.
var noteShape = &hcl.BodySchema{Attributes: []hcl.AttributeSchema{{Name: "title", Required: true}, {Name: "text", Required: true}, {Name: "scope", Required: true},
	{Name: "sources", Required: true}, {Name: "generations"}, {Name: "roles"}, {Name: "steps"}, {Name: "when"}, {Name: "when_unknown"}}}

// loadNotes reads the notes of the program; steps they name have to exist.
func (l *Library) loadNotes() schema.Diagnostics {
	var diags schema.Diagnostics
	files, err := fs.Glob(embeddedNotes, "notes/*.hcl")
	if err != nil {
		panic("compiler: embedded notes are not a folder: " + err.Error())
	}
	for _, file := range files {
		src, err := embeddedNotes.ReadFile(file)
		if err != nil {
			panic("compiler: embedded file cannot be read: " + err.Error())
		}
		parsed, hclDiags := hclsyntax.ParseConfig(src, file, hcl.InitialPos)
		diags = append(diags, hclDiagnostics(hclDiags, "note_syntax")...)
		content, hclDiags := parsed.Body.Content(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: "note", LabelNames: []string{"id"}}}})
		diags = append(diags, hclDiagnostics(hclDiags, "note_syntax")...)
		for _, block := range content.Blocks {
			n, moreDiags := l.note(block, file, src)
			diags = append(diags, moreDiags...)
			l.notes = append(l.notes, n)
		}
	}
	slices.SortFunc(l.notes, func(a, b NoteDeclaration) int { return strings.Compare(a.ID, b.ID) })
	for i := 1; i < len(l.notes); i++ {
		if l.notes[i].ID == l.notes[i-1].ID {
			diags = append(diags, schema.Diagnostic{Severity: "error", Code: "note_duplicate", Summary: "Note declared twice", Detail: fmt.Sprintf("%s is declared twice.", l.notes[i].ID)})
		}
	}
	return diags
}

func (l *Library) note(block *hcl.Block, file string, src []byte) (NoteDeclaration, schema.Diagnostics) {
	n := NoteDeclaration{ID: block.Labels[0], where: &Declaration{Name: block.Labels[0], File: file, src: src, expr: map[string]hcl.Expression{}, want: map[string]wanted{}}}
	content, hclDiags := block.Body.Content(noteShape)
	diags := hclDiagnostics(hclDiags, "note_syntax")
	for name, attr := range content.Attributes {
		if name == "when" || name == "when_unknown" {
			n.where.expr["when"], n.where.want["when"] = attr.Expr, needs(attr.Expr)
			n.unknown = name == "when_unknown"
			diags = append(diags, checkTraversals(attr.Expr, file)...)
			continue
		}
		value, moreDiags := attr.Expr.Value(nil)
		diags = append(diags, hclDiagnostics(moreDiags, "note_value")...)
		if moreDiags.HasErrors() {
			continue
		}
		var err error
		switch name {
		case "text":
			n.Text, err = oneString(name, value)
		case "steps":
			for _, v := range value.AsValueSlice() {
				n.Steps = append(n.Steps, v.AsString())
			}
		default:
			err = n.where.set(name, value)
		}
		if err != nil {
			diags = append(diags, stepError("note_value", "Wrong value in a note", err.Error(), file, attr.Range))
		}
	}
	n.Title, n.Sources = n.where.Title, n.where.Sources
	for _, step := range n.Steps {
		if l.byName[step] == nil {
			diags = append(diags, stepError("note_unknown_step", "Unknown step", fmt.Sprintf("Note %s names step %q, which does not exist.", n.ID, step), file, block.DefRange))
		}
	}
	return n, diags
}

func oneString(name string, v cty.Value) (string, error) {
	if v.IsNull() || v.Type() != cty.String {
		return "", fmt.Errorf("%s is a string", name)
	}
	return v.AsString(), nil
}

// applies says whether a note concerns a subject. What cannot be told does not apply, but for notes about just that.
func (e *estate) applies(n NoteDeclaration, s schema.Subject) (bool, error) {
	if !e.matches(n.where, s) {
		return false, nil
	}
	if n.where.expr["when"] == nil {
		return true, nil
	}
	if n.unknown {
		v, err := e.evaluate(n.where, "when", s)
		return err == nil && !v.IsKnown(), err
	}
	answer, err := e.test(n.where, "when", s)
	return answer == yes, err
}

// annotate prints each note at the planned steps it names, and returns those for which there is no such step.
func (c *compilation) annotate(steps []schema.Step) ([]schema.Note, error) {
	var out []schema.Note
	at := map[string][]int{} // planned steps by name
	for i, s := range steps {
		if s.State == schema.StepPlanned {
			at[s.Step] = append(at[s.Step], i)
		}
	}
	for _, n := range c.lib.notes {
		var subjects []schema.Subject
		concerned := map[schema.Subject]bool{}
		for _, s := range c.subjects(n.where.Scope) {
			applies, err := c.applies(n, s)
			if err != nil {
				return nil, err
			}
			if applies {
				subjects, concerned[s] = append(subjects, s), true
			}
		}
		shown := false
		for _, step := range n.Steps {
			for _, i := range at[step] {
				if slices.ContainsFunc(c.related(steps[i].Subject, n.where.Scope), func(s schema.Subject) bool { return concerned[s] }) {
					steps[i].Notes = append(slices.Clone(steps[i].Notes), fmt.Sprintf("%s: %s. %s", n.ID, n.Title, n.Text))
					shown = true
				}
			}
		}
		if !shown && len(subjects) > 0 {
			out = append(out, schema.Note{ID: n.ID, Title: n.Title, Text: n.Text, Subjects: subjects, Sources: n.Sources})
		}
	}
	return out, nil
}
