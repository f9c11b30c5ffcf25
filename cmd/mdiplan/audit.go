package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/mdiplan/mdiplan/compiler"
	"github.com/mdiplan/mdiplan/policies"
	"github.com/mdiplan/mdiplan/policies/report"
	"github.com/mdiplan/mdiplan/schema"
)

func verdictFormats() []format[schema.Verdict] {
	var out []format[schema.Verdict]
	for _, r := range report.All {
		out = append(out, format[schema.Verdict]{name: r.Name, ext: r.Ext, render: r.Render})
	}
	return out
}

func (a *app) auditCommand() *cobra.Command {
	var f inputFlags
	var outputs []string
	var failOn string
	var noFail, includePassed bool
	cmd := &cobra.Command{
		Use: "audit SPEC --facts FILE", Short: "Judge the facts by every rule and print the verdict",
		Long: `Judge the facts by every rule and print the verdict.

SPEC is a *.mdi.hcl file or a folder of them. Exit codes: 0 nothing at or above --fail-on; 1 could not run;
2 findings at or above --fail-on; 3 no such finding, but a rule of that severity is unknown.`,
		Example: `  mdiplan audit examples/contoso --facts examples/contoso/facts.json
  mdiplan audit examples/contoso --facts ad.json --facts hosts.json --fail-on high -o json=verdict.json`,
		Args: exactly(1, "one SPEC (a *.mdi.hcl file or a folder of them)"),
		RunE: func(cmd *cobra.Command, args []string) error {
			threshold, err := failThreshold(failOn)
			if err != nil {
				return err
			}
			if len(outputs) == 0 {
				outputs = []string{"terminal"}
			}
			to, err := destinations(outputs, verdictFormats())
			if err != nil {
				return err
			}
			in, err := a.load(cmd.Context(), &f, args[0])
			if err != nil {
				return err
			}
			verdict, err := a.judge(cmd, in, includePassed)
			if err != nil {
				return err
			}
			if in.own != nil {
				own, err := a.judge(cmd, in.own, false)
				if err != nil {
					return err
				}
				verdict.Profile = policies.Changed(own, verdict)
			}
			if len(verdict.Findings) == 0 {
				return fmt.Errorf("audit: no rule was evaluated: no subject of the facts is in the spec's scope")
			}
			if err := write(a, *verdict, to); err != nil {
				return err
			}
			if !noFail {
				a.code = gate(verdict, threshold)
			}
			return nil
		},
	}
	f.register(cmd)
	cmd.Flags().StringArrayVarP(&outputs, "output", "o", nil, "FORMAT[=FILE], repeatable: "+names(verdictFormats())+" (default: terminal)")
	cmd.Flags().StringVar(&failOn, "fail-on", "blocker", "severity from which findings make the gate say no: "+strings.Join(schema.Severities, ", ")+", or hard, soft, advisory")
	cmd.Flags().BoolVar(&noFail, "no-fail", false, "exit 0 whatever the findings")
	cmd.Flags().BoolVar(&includePassed, "include-passed", false, "give passing findings their evidence too")
	return cmd
}

// decided takes the decisions, writes them into the intent, and opens the session in which the rules are asked.
func decided(ctx context.Context, in *inputs) (*policies.Session, []schema.Decision, error) {
	decisions, err := in.engine.Open(in.facts, in.intent, in.run).Decide(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("decide: %w", err)
	}
	compiler.ApplyDecisions(in.intent, decisions)
	return in.engine.Open(in.facts, in.intent, in.run), decisions, nil
}

// judge takes the decisions and audits.
func (a *app) judge(cmd *cobra.Command, in *inputs, evidence bool) (*schema.Verdict, error) {
	session, decisions, err := decided(cmd.Context(), in)
	if err != nil {
		return nil, fmt.Errorf("audit: %w", err)
	}
	session.EvidenceForPasses = evidence
	verdict, err := session.Audit(cmd.Context())
	if err != nil {
		return nil, fmt.Errorf("audit: %w", err)
	}
	verdict.Tool, verdict.ToolVersion = "mdiplan", toolVersion()
	verdict.Inputs, verdict.Decisions, verdict.Diagnostics = in.digests, decisions, append(verdict.Diagnostics, in.notes...).Sorted()
	return verdict, nil
}

// failThreshold reads --fail-on: a severity, or the enforcement levels that users of policy tools know.
func failThreshold(name string) (int, error) {
	if level, ok := map[string]string{"hard": "blocker", "soft": "high", "advisory": "low"}[name]; ok {
		name = level
	}
	if !slices.Contains(schema.Severities, name) {
		return 0, usageError{fmt.Errorf("--fail-on is one of %s, hard, soft, advisory; not %q", strings.Join(schema.Severities, ", "), name)}
	}
	return schema.SeverityRank(name), nil
}

// gate is the exit code of a verdict.
func gate(v *schema.Verdict, threshold int) int {
	code := exitReady
	for _, f := range v.Findings {
		if schema.SeverityRank(f.Severity) > threshold || !f.Unresolved() {
			continue
		}
		switch f.Outcome {
		case schema.Failed:
			return exitFailed
		case schema.Fail:
			code = exitRefused
		case schema.Unknown:
			if code == exitReady {
				code = exitUnsure
			}
		}
	}
	return code
}

func names[T any](known []format[T]) string {
	var out []string
	for _, f := range known {
		out = append(out, f.name)
	}
	return strings.Join(out, ", ")
}
