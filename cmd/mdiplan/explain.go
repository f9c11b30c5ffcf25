package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/mdiplan/mdiplan/compiler"
	"github.com/mdiplan/mdiplan/policies"
	"github.com/mdiplan/mdiplan/schema"
)

func (a *app) explainCommand() *cobra.Command {
	var policy, steps []string
	cmd := &cobra.Command{Use: "explain RULE|DECISION|STEP|FACT", Short: "Print what a rule asks, what a decision chooses, what a step does, what a fact means",
		Example: "  mdiplan explain MDI-HW-002\n  mdiplan explain D3\n  mdiplan explain server.install_sensor\n  mdiplan explain server.memory_bytes",
		Args:    exactly(1, "the id of a rule or of a decision, the name of a step or the path of a fact"),
		RunE: func(cmd *cobra.Command, args []string) error {
			engine, diags := policies.Load(cmd.Context(), policies.Options{Dirs: policy})
			library, moreDiags := compiler.LoadSteps(steps...)
			if err := a.report(append(diags, moreDiags...), nil); err != nil {
				return err
			}
			name := args[0]
			var known []string
			for _, r := range slices.Concat(engine.Rules(), engine.Decisions()) {
				if strings.EqualFold(r.ID, name) {
					return explainRule(a.out, r)
				}
				known = append(known, r.ID)
			}
			if d, ok := library.Step(name); ok {
				return explainStep(a.out, d)
			}
			if f, ok := schema.FieldAt(name); ok && strings.Contains(name, ".") {
				return explainFact(a.out, f, engine.Rules())
			}
			known = append(known, library.Names()...)
			for _, f := range schema.Fields() {
				known = append(known, f.Path)
			}
			hint := ""
			if s := schema.Suggest(name, known); s != "" {
				hint = fmt.Sprintf(" Did you mean %q?", s)
			}
			return usageError{fmt.Errorf("%q is neither a rule, a decision, a step nor a fact.%s", name, hint)}
		}}
	cmd.Flags().StringArrayVarP(&policy, "policy", "p", nil, "directory with further rules in Rego")
	cmd.Flags().StringArrayVar(&steps, "steps", nil, "directory with further steps")
	return cmd
}

func explainRule(w io.Writer, r schema.Rule) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s  %s\n\n  %s\n\n", r.ID, r.Title, r.Description)
	row := func(name string, values ...string) {
		if len(values) > 0 && values[0] != "" {
			fmt.Fprintf(&b, "  %-12s %s\n", name, strings.Join(values, ", "))
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
	row("remediation", r.Remediation...)
	row("source", r.Source...)
	row("written in", r.File)
	fmt.Fprintf(&b, "\n  reads:\n")
	for _, path := range r.Facts {
		f, ok := schema.FieldAt(path)
		if !ok || len(f.From) == 0 { // a whole group of facts
			fmt.Fprintf(&b, "    %s\n", path)
			continue
		}
		fmt.Fprintf(&b, "    %s (%s): %s\n", path, strings.Join(f.From, ", "), f.Description)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func explainStep(w io.Writer, d *compiler.Declaration) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s  %s\n\n  %s\n\n", d.Name, d.Title, d.Why)
	for _, row := range [][2]string{{"done by", d.Who}, {"privilege", d.Privilege}, {"runs on", d.RunsOn}, {"risk", d.Risk}, {"requires", strings.Join(d.Requires, ", ")},
		{"verify", d.Verify}, {"undo", d.Undo}, {"notes", strings.Join(d.Notes, " ")}, {"source", strings.Join(d.Sources, ", ")}, {"written in", d.File}} {
		if row[1] != "" {
			fmt.Fprintf(&b, "  %-10s %s\n", row[0], row[1])
		}
	}
	if d.Script != "" {
		fmt.Fprintf(&b, "\n%s", d.Script)
	} else {
		fmt.Fprintf(&b, "\n  %s\n", d.Instructions)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func explainFact(w io.Writer, f schema.Field, rules []schema.Rule) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s  %s\n\n  %s\n\n  supplied by  %s\n", f.Path, strings.TrimSpace(f.Type+" "+f.Unit), f.Description, strings.Join(f.From, ", "))
	if len(f.Enum) > 0 {
		fmt.Fprintf(&b, "  values       %s\n", strings.Join(f.Enum, ", "))
	}
	var readers []string
	for _, r := range rules {
		if slices.Contains(r.Facts, f.Path) {
			readers = append(readers, r.ID)
		}
	}
	if len(readers) > 0 {
		fmt.Fprintf(&b, "  read by      %s\n", strings.Join(readers, ", "))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
