package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/mdiplan/mdiplan/compiler"
	"github.com/mdiplan/mdiplan/policies"
	"github.com/mdiplan/mdiplan/policies/report"
	"github.com/mdiplan/mdiplan/schema"
)

func (a *app) explainCommand() *cobra.Command {
	var f inputFlags
	var steps []string
	var subject string
	cmd := &cobra.Command{Use: "explain RULE|DECISION|STEP|FACT [SPEC --facts FILE]", Short: "Print what a rule asks, what a decision chooses, what a step does, what a fact means",
		Long: `Print what a rule asks, what a decision chooses, what a step does, what a fact means.

Of a rule, with a SPEC and facts, also why every subject got its outcome: what was observed, what is required, and each
value with its source and its time. A pass that is within a tenth of the limit says so, and so does a rule that does not apply.`,
		Example: `  mdiplan explain MDI-HW-002
  mdiplan explain MDI-CAP-001 examples/contoso --facts examples/contoso/facts.json --subject dc04.contoso.com
  mdiplan explain D3
  mdiplan explain server.install_sensor
  mdiplan explain server.memory_bytes`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 || len(args) > 2 || len(args) == 2 && len(f.facts) == 0 || len(args) == 1 && (len(f.facts) > 0 || subject != "") {
				return usageError{errors.New("expected the id of a rule or of a decision, the name of a step or the path of a fact; and with a rule, if you like, a SPEC and --facts")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			library, diags := compiler.LoadSteps(steps...)
			var in *inputs
			var engine *policies.Engine
			if len(args) == 2 {
				if err := a.report(onlyErrors(diags), nil); err != nil {
					return err
				}
				var err error
				if in, err = a.load(cmd.Context(), &f, args[1]); err != nil {
					return err
				}
				engine = in.engine
			} else {
				var moreDiags schema.Diagnostics
				engine, moreDiags = policies.Load(cmd.Context(), policies.Options{Dirs: f.policy})
				if err := a.report(append(diags, moreDiags...), nil); err != nil {
					return err
				}
			}
			name := args[0]
			var known []string
			for _, r := range slices.Concat(engine.Rules(), engine.Decisions()) {
				if strings.EqualFold(r.ID, name) {
					return a.explainRule(cmd.Context(), r, engine, library, in, subject)
				}
				known = append(known, r.ID)
			}
			if in != nil {
				return usageError{fmt.Errorf("%q is no rule, and only a rule is explained by facts.%s", name, didYouMean(name, known))}
			}
			if d, ok := library.Step(name); ok {
				return explainStep(a.out, d, library, engine.Rules())
			}
			if f, ok := schema.FieldAt(name); ok && strings.Contains(name, ".") {
				return explainFact(a.out, f, engine.Rules())
			}
			known = append(known, library.Names()...)
			for _, f := range schema.Fields() {
				known = append(known, f.Path)
			}
			return usageError{fmt.Errorf("%q is neither a rule, a decision, a step nor a fact.%s", name, didYouMean(name, known))}
		}}
	f.register(cmd)
	cmd.Flags().StringVar(&subject, "subject", "", "explain this subject only, for example dc04.contoso.com")
	cmd.Flags().StringArrayVar(&steps, "steps", nil, "directory with further steps")
	return cmd
}

func didYouMean(name string, known []string) string {
	if s := schema.Suggest(name, known); s != "" {
		return fmt.Sprintf(" Did you mean %q?", s)
	}
	return ""
}

// explainRule prints a rule, and what it says of the subjects when there are inputs.
func (a *app) explainRule(ctx context.Context, r schema.Rule, engine *policies.Engine, library *compiler.Library, in *inputs, subject string) error {
	e := report.Explained{Rule: r, Condition: engine.Source(r.ID)}
	for _, name := range r.Remediation {
		title := "a step that is not there" // a rule of the estate's own may name a step of a folder that was not given
		if step, ok := library.Step(name); ok {
			title = step.Title
		}
		e.Remediation = append(e.Remediation, [2]string{name, title})
	}
	if in != nil {
		session, _, err := decided(ctx, in)
		if err != nil {
			return fmt.Errorf("explain: %w", err)
		}
		if e.Findings, err = session.Explain(ctx, r.ID, subject); err != nil {
			return fmt.Errorf("explain: %w", err)
		}
		if len(e.Findings) == 0 && subject != "" {
			return usageError{fmt.Errorf("%s is judged for each %s, and there is no %s %q", r.ID, r.Subject, r.Subject, subject)}
		}
	}
	return report.Explain(a.out, e)
}

// explainStep prints all that an engineer asks of a step: when it is planned and when it is done already, what it needs and
// what needs it, what it changes, how to see that it worked, where to go when it did not, and how to take it back.
func explainStep(w io.Writer, d *compiler.Declaration, library *compiler.Library, rules []schema.Rule) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s  %s\n\n  %s\n\n", d.Name, d.Title, d.Why)
	row := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "  %-14s %s\n", name, value)
		}
	}
	var before, answers, measures []string
	for _, name := range library.Names() {
		other, _ := library.Step(name)
		if slices.Contains(other.Requires, d.Name) {
			before = append(before, name)
		}
	}
	slices.Sort(before)
	for _, r := range rules {
		if slices.Contains(r.Remediation, d.Name) {
			answers = append(answers, r.ID)
		}
		if slices.Contains(r.Measure, d.Name) {
			measures = append(measures, r.ID)
		}
	}
	flags := map[bool]string{true: "yes"}
	row("scope", d.Scope)
	row("kind", d.Kind)
	row("generations", strings.Join(d.Generations, ", "))
	row("roles", strings.Join(d.Roles, ", "))
	row("done by", d.Who)
	row("privilege", d.Privilege)
	row("runs on", d.RunsOn)
	row("risk", d.Risk)
	row("restarts", flags[d.Restarts])
	row("duration", d.Expressions["duration"])
	row("wait", d.Expressions["wait"])
	row("decide within", d.Expressions["due"])
	row("planned when", cmp.Or(d.Expressions["when"], "a finding or another step asks for it"))
	row("on demand", flags[d.OnDemand])
	row("done when", d.Expressions["done"])
	row("only if", d.Expressions["precondition"])
	row("gate", map[bool]string{true: "no blocker is unresolved at its server"}[d.Gate])
	if d.AfterFirst != nil {
		row("after first", d.AfterFirst.Step+" at a server whose role is "+strings.Join(d.AfterFirst.Roles, " or "))
	}
	row("requires", strings.Join(d.Requires, ", "))
	row("prefers", strings.Join(d.Prefers, ", "))
	row("required by", strings.Join(before, ", "))
	row("answers", strings.Join(answers, ", "))
	row("measures", strings.Join(measures, ", "))
	row("params", d.Expressions["params"])
	for _, name := range slices.Sorted(maps.Keys(d.Secrets)) {
		row("secret "+name, d.Secrets[name])
	}
	row("effects", d.Expressions["effects"])
	row("affects", d.Expressions["affects"])
	row("touches", d.Expressions["touches"])
	row("impact", d.Impact)
	row("security", strings.Join(d.Security, ", "))
	for _, era := range slices.Sorted(maps.Keys(d.Portal)) {
		row("portal "+era, d.Portal[era])
	}
	row("verify", d.Verify)
	row("evidence", strings.Join(d.Evidence, "; "))
	row("undo", map[bool]string{false: "cannot be undone: "}[d.Reversible]+d.Undo)
	for _, f := range d.Failures {
		text := f.Means + " -> " + strings.Join(f.GoTo, ", ")
		if f.RetryAfter != "" {
			text += "; not again before " + f.RetryAfter
		}
		row("if", f.Sign+": "+text)
	}
	for _, note := range d.Notes {
		row("note", note)
	}
	row("source", strings.Join(d.Sources, ", "))
	row("written in", d.File)
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
