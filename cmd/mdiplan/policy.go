package main

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/mdiplan/mdiplan/policies"
	"github.com/mdiplan/mdiplan/policies/report"
)

func (a *app) policyCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "policy", Short: "Test and document the rules"}
	cmd.AddCommand(a.policyTestCommand(), a.policyDocsCommand())
	return cmd
}

func (a *app) policyTestCommand() *cobra.Command {
	var dirs []string
	var run string
	var verbose bool
	var threshold float64
	cmd := &cobra.Command{Use: "test", Short: "Run the Rego tests of the rules, yours included",
		Long:    "Run the rules test_... of all *_test.rego files, in the sandbox in which rules are judged.\nExit code 0 when all pass, 2 when one fails or the coverage is below the threshold, 1 when they could not be run.",
		Example: "  mdiplan policy test\n  mdiplan policy test -p my-rules --run 'my_rules.*' -v --threshold 90",
		Args:    exactly(0, "no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			r, diags := policies.Test(cmd.Context(), policies.Options{Dirs: dirs}, run)
			if err := a.report(diags, nil); err != nil {
				return err
			}
			if len(r.Results) == 0 {
				return usageError{errors.New("no test was run")}
			}
			var b bytes.Buffer
			failed := 0
			for _, t := range r.Results {
				if t.Outcome != "pass" {
					failed++
				}
				if verbose || t.Outcome != "pass" {
					fmt.Fprintf(&b, "%-5s %s.%s  %s\n", t.Outcome, t.Package, t.Name, t.Location)
				}
				if t.Detail != "" {
					fmt.Fprintf(&b, "      %s\n", printable(t.Detail))
				}
			}
			if verbose {
				for _, u := range r.Uncovered {
					fmt.Fprintf(&b, "no test evaluates %s:%d-%d\n", u.File, u.From, u.To)
				}
			}
			fmt.Fprintf(&b, "%d tests, %d failed; %.1f %% of the lines covered\n", len(r.Results), failed, 100*r.Coverage)
			if r.Failed() || 100*r.Coverage < threshold {
				a.code = exitRefused
			}
			_, err := a.out.Write(b.Bytes())
			return err
		}}
	flags := cmd.Flags()
	flags.StringArrayVarP(&dirs, "policy", "p", nil, "directory with further rules in Rego")
	flags.StringVarP(&run, "run", "r", "", "run only tests that match this regular expression")
	flags.BoolVarP(&verbose, "verbose", "v", false, "print every test, and the lines no test evaluates")
	flags.Float64Var(&threshold, "threshold", 0, "least coverage in percent")
	return cmd
}

func (a *app) policyDocsCommand() *cobra.Command {
	var dirs []string
	cmd := &cobra.Command{Use: "docs FOLDER", Short: "Write the reference of the rules: an index, and a page for each area",
		Example: "  mdiplan policy docs docs/rules",
		Args:    exactly(1, "a folder"),
		RunE: func(cmd *cobra.Command, args []string) error {
			engine, diags := policies.Load(cmd.Context(), policies.Options{Dirs: dirs})
			if err := a.report(diags, nil); err != nil {
				return err
			}
			pages := report.Reference(engine.Rules(), engine.Decisions())
			if err := os.MkdirAll(args[0], 0o755); err != nil {
				return fmt.Errorf("write reference: %w", err)
			}
			for _, name := range slices.Sorted(maps.Keys(pages)) {
				if err := writeFile(filepath.Join(args[0], name), pages[name]); err != nil {
					return fmt.Errorf("write reference: %w", err)
				}
			}
			a.progress("wrote %d pages to %s", len(pages), args[0])
			return nil
		}}
	cmd.Flags().StringArrayVarP(&dirs, "policy", "p", nil, "directory with further rules in Rego")
	return cmd
}
