package report

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/mdiplan/mdiplan/internal/quote"
	"github.com/mdiplan/mdiplan/internal/words"
	"github.com/mdiplan/mdiplan/schema"
)

// Explained is a rule and everything that a person may want to know of it.
type Explained struct {
	Rule schema.Rule
	// Condition is its Rego without the metadata.
	Condition string
	// Remediation are name and title of each step.
	Remediation [][2]string
	// Findings say what became of it at every subject; nil when nobody asked.
	Findings []schema.Explanation
}

// Explain writes a rule for a person at a terminal.
func Explain(w io.Writer, e Explained) error {
	var b strings.Builder
	r := e.Rule
	fmt.Fprintf(&b, "%s  %s\n\n  %s\n\n", r.ID, quote.Visible(r.Title), quote.Visible(r.Description))
	row := func(name string, values ...string) {
		if len(values) > 0 && values[0] != "" {
			fmt.Fprintf(&b, "  %-12s %s\n", name, quote.Visible(strings.Join(values, ", ")))
		}
	}
	row("severity", r.Severity)
	row("judged for", r.Subject)
	row("generations", r.Generations...)
	row("roles", r.Roles...)
	row("profiles", r.Profiles...)
	row("basis", r.Basis)
	row("stands for", r.Decides...)
	row("fills", r.Sets)
	row("source", r.Source...)
	row("written in", r.File)
	b.WriteString("\n  condition:\n")
	for line := range strings.Lines(e.Condition) {
		text := "    " + quote.Visible(strings.ReplaceAll(strings.TrimRight(line, "\r\n"), "\t", "  "))
		fmt.Fprintln(&b, strings.TrimRight(text, " "))
	}
	b.WriteString("\n  reads:\n")
	for _, path := range r.Facts {
		f, _ := schema.FieldAt(path)
		fmt.Fprintf(&b, "    %s (%s): %s\n", path, cmp.Or(strings.Join(f.From, ", "), "all of it"), f.Description)
	}
	if len(e.Remediation) > 0 {
		b.WriteString("\n  remediation:\n")
	}
	for _, step := range e.Remediation {
		fmt.Fprintf(&b, "    %s: %s\n", quote.Visible(step[0]), quote.Visible(step[1]))
	}
	for _, f := range e.Findings {
		explainFinding(&b, r, f)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func explainFinding(w io.Writer, rule schema.Rule, f schema.Explanation) {
	fmt.Fprintf(w, "\n  %s: %s", quote.Visible(f.Subject.String()), strings.ReplaceAll(string(f.Outcome), "_", " "))
	if f.Waived != nil {
		fmt.Fprint(w, ", waived")
	}
	if f.Near {
		fmt.Fprint(w, ", but within a tenth of the limit")
	}
	fmt.Fprintln(w)
	switch {
	case f.Reason != "":
		fmt.Fprintf(w, "    %s\n", quote.Visible(f.Reason))
	case f.Error != "":
		fmt.Fprintf(w, "    %s\n", quote.Visible(f.Error))
	case f.Observed != nil && f.Required != nil:
		fmt.Fprintf(w, "    %s\n", Against(rule, f.Finding))
	case f.Observed != nil:
		fmt.Fprintf(w, "    %s\n", short(words.Value(rule.Observes, f.Observed)))
	}
	if f.Outcome == schema.Unknown && len(f.Missing) > 0 {
		fmt.Fprintf(w, "    missing %s\n", quote.Visible(strings.Join(f.Missing, ", ")))
	}
	for _, e := range f.Evidence {
		fmt.Fprintf(w, "    %s %s\n", quote.Visible(e.Path), provenance(e))
		if e.Conflict != "" {
			fmt.Fprintf(w, "      sources disagree: %s\n", short(Disagreement(e)))
		}
	}
}

// provenance is a value with its source and its time, or why there is none.
func provenance(e schema.Evidence) string {
	value := "is absent"
	if e.Value != nil {
		value = "= " + brief(words.Value(e.Path, e.Value))
	}
	source := strings.TrimSpace(e.Source + " " + e.ReadAt)
	if e.Declared {
		source = "declared in the spec"
	}
	if e.Error != "" {
		source = strings.TrimPrefix(source+": "+e.Error, ": ")
	}
	if source == "" {
		return value
	}
	return value + " (" + quote.Visible(source) + ")"
}
