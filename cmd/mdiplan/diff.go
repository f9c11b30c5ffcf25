package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/mdiplan/mdiplan/compiler"
	"github.com/mdiplan/mdiplan/diff"
	"github.com/mdiplan/mdiplan/schema"
)

func diffFormats() []format[schema.Diff] {
	var out []format[schema.Diff]
	for _, r := range diff.All {
		out = append(out, format[schema.Diff]{name: r.Name, ext: r.Ext, render: r.Render})
	}
	return out
}

func (a *app) diffCommand() *cobra.Command {
	var f inputFlags
	var outputs []string
	cmd := &cobra.Command{Use: "diff OLD NEW", Short: "Say what differs between two facts documents, verdicts or runbooks",
		Long: `Say what differs between two facts documents, verdicts or runbooks, as JSON. One of them may be -, which is stdin.

A regression is, in facts, what was known and is not known any more; in verdicts, a finding that is unresolved now and was
not, or of a worse severity; in runbooks, a sensor or a step that is held now and was not, and a plan that is not complete,
sound or proven any more. What only one document has, a rule, a server, a step, is listed and is no regression.

Exit codes: 0 no regression; 1 could not run; 2 regressions; 3 not comparable: written by different versions of the program
or of the document, or judged by different profiles.`,
		Example: `  mdiplan diff verdict.json new-verdict.json
  mdiplan diff runbook.json new-runbook.json -o markdown=comment.md
  mdiplan collect ad --server ldaps://dc01.contoso.com | mdiplan diff ad.json - -o json`,
		Args: exactly(2, "two documents, OLD and NEW"),
		RunE: func(_ *cobra.Command, args []string) error {
			if args[0] == "-" && args[1] == "-" {
				return usageError{errors.New("both documents are -, and stdin holds one")}
			}
			if len(outputs) == 0 {
				outputs = []string{diff.All[0].Name}
			}
			to, err := destinations(outputs, diffFormats())
			if err != nil {
				return err
			}
			docs := make([]diff.Document, len(args))
			for i, name := range args {
				if docs[i], err = a.document(name, f.limits); err != nil {
					return fmt.Errorf("diff: %w", err)
				}
			}
			d, diags, err := diff.Compare(docs[0], docs[1], f.limits)
			if err != nil {
				return fmt.Errorf("diff: %w", err)
			}
			if err := a.report(diags, nil); err != nil {
				return err
			}
			if err := a.writeDiff(d, to); err != nil {
				return err
			}
			switch {
			case len(d.Incomparable) > 0:
				a.code = exitUnsure
			case d.Regressions > 0:
				a.code = exitRefused
			}
			return nil
		}}
	f.limitFlags(cmd)
	cmd.Flags().StringArrayVarP(&outputs, "output", "o", nil, "FORMAT[=FILE], repeatable: "+names(diffFormats())+" (default: "+diff.All[0].Name+")")
	return cmd
}

func (a *app) writeDiff(d *schema.Diff, to []destination[schema.Diff]) error {
	d.Tool, d.ToolVersion = "mdiplan", toolVersion()
	return write(a, *d, to)
}

// document reads a file or stdin whole; the loader that follows refuses what is too large.
func (a *app) document(name string, limits schema.Limits) (diff.Document, error) {
	r, done, err := a.open(name)
	if err != nil {
		return diff.Document{}, err
	}
	defer done()
	text, err := io.ReadAll(io.LimitReader(r, limits.Bytes+1))
	if err != nil {
		return diff.Document{}, fmt.Errorf("read %s: %w", name, err)
	}
	if name == "-" {
		name = "<stdin>"
	}
	return diff.Document{Name: name, Text: text}, nil
}

// checkRunbook compiles the inputs for the moment, the profile and the cut of a runbook and says what differs from it.
func (a *app) checkRunbook(cmd *cobra.Command, f *inputFlags, file, spec string, steps, outputs []string) error {
	if len(outputs) == 0 {
		outputs = []string{diff.All[0].Name}
	}
	to, err := destinations(outputs, diffFormats())
	if err != nil {
		return err
	}
	doc, err := a.document(file, f.limits)
	if err != nil {
		return fmt.Errorf("plan: %w", err)
	}
	old, diags := schema.LoadRunbook(bytes.NewReader(doc.Text), doc.Name, f.limits)
	if err := a.report(diags, nil); err != nil {
		return err
	}
	f.now = old.Run.Now
	if f.profile == "" && slices.Contains(compiler.Profiles, old.Run.Profile) {
		f.profile = old.Run.Profile
	}
	library, diags := compiler.LoadSteps(steps...)
	if err := a.report(diags, nil); err != nil {
		return err
	}
	in, err := a.load(cmd.Context(), f, spec)
	if err != nil {
		return err
	}
	var cut compiler.Selection
	if c := old.Cut; c != nil {
		cut = compiler.Selection{Only: c.Only, Waves: c.Waves, Until: c.Until}
	}
	compiled, diags, err := a.compile(cmd, in, library, cut)
	if err != nil {
		return fmt.Errorf("plan: %w", err)
	}
	if err := a.report(diags, in.spec.Sources); err != nil {
		return err
	}
	var text bytes.Buffer
	if err := schema.Encode(&text, compiled); err != nil {
		return fmt.Errorf("plan: %w", err)
	}
	// Read back, so that both sides hold their values as a document does.
	now, diags := schema.LoadRunbook(&text, "<compiled>", f.limits)
	if err := a.report(diags, nil); err != nil {
		return err
	}
	d, diags, err := diff.Runbooks(doc.Name, old, "these inputs", now)
	if err != nil {
		return fmt.Errorf("plan: %w", err)
	}
	if err := a.report(diags, nil); err != nil {
		return err
	}
	where, err := diff.Where(old, now)
	if err != nil {
		return fmt.Errorf("plan: %w", err)
	}
	if err := a.writeDiff(d, to); err != nil {
		return err
	}
	a.progress("%s", checked(d, where))
	if len(where) > 0 {
		a.code = exitUnsure
	}
	return nil
}

// checked is one line for a person on whether a runbook still holds.
func checked(d *schema.Diff, where []string) string {
	if len(where) == 0 {
		return "the runbook is what these inputs give"
	}
	var inputs []string
	for _, c := range d.Inputs {
		inputs = append(inputs, c.Name)
	}
	switch {
	case len(d.Incomparable) > 0:
		return "the runbook is stale: " + strings.Join(d.Incomparable, "; ")
	case len(inputs) > 0:
		return "the runbook is stale; what it was made from has changed: " + strings.Join(inputs, ", ")
	}
	const most = 5
	shown := strings.Join(where[:min(most, len(where))], ", ")
	if len(where) > most {
		shown += fmt.Sprintf(" and %d more places", len(where)-most)
	}
	return "the runbook is stale; the inputs are the same, but it is not what they give, at " + shown
}
