package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/mdiplan/mdiplan/policies"
	"github.com/mdiplan/mdiplan/policies/report"
	"github.com/mdiplan/mdiplan/schema"
)

func (a *app) policyCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "policy", Short: "Test and document the rules, and hand them to OPA"}
	cmd.AddCommand(a.policyTestCommand(), a.policyDocsCommand(), a.policyBundleCommand(), a.policyInputCommand())
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

func (a *app) policyBundleCommand() *cobra.Command {
	var dirs []string
	cmd := &cobra.Command{Use: "bundle FILE", Short: "Write the rules as a bundle of OPA",
		Long: `Write rules, decisions, tables and libraries as a bundle of OPA, yours included and tests left out.

Its entry data.mdi.main answers the document that mdiplan policy input writes: findings holds the outcome of every rule
at every subject, deny what fails, warn what is unknown. OPA does not know the sandbox of mdiplan: it was applied when the
bundle was written.`,
		Example: `  mdiplan policy bundle rules.tar.gz
  mdiplan policy input spec/ --facts facts.json -o json=input.json
  opa eval -b rules.tar.gz -i input.json --strict-builtin-errors data.mdi.main.findings
  mkdir rules && tar -xzf rules.tar.gz -C rules && conftest test -p rules -n mdi.main input.json`,
		Args: exactly(1, "a file, or - for stdout"),
		RunE: func(cmd *cobra.Command, args []string) error {
			engine, diags := policies.Load(cmd.Context(), policies.Options{Dirs: dirs})
			if err := a.report(diags, nil); err != nil {
				return err
			}
			if args[0] == "-" {
				args[0] = "" // as an output names stdout
			}
			return write(a, engine, []destination[*policies.Engine]{{format[*policies.Engine]{name: "bundle", ext: ".tar.gz", render: func(w io.Writer, e *policies.Engine) error { return e.Bundle(w) }}, args[0]}})
		}}
	cmd.Flags().StringArrayVarP(&dirs, "policy", "p", nil, "directory with further rules in Rego")
	return cmd
}

func (a *app) policyInputCommand() *cobra.Command {
	var f inputFlags
	var outputs []string
	known := []format[*policies.Inputs]{{name: "json", ext: ".json", render: func(w io.Writer, in *policies.Inputs) error { return schema.Encode(w, in) }}}
	cmd := &cobra.Command{Use: "input SPEC --facts FILE", Short: "Write what the rules are asked about, subject by subject, for OPA",
		Long: `Write, for every subject, the input of its rules as mdiplan makes it: facts joined with the spec, decisions taken, values
that are too old left out. The document also carries what the spec overrides and waives.`,
		Example: "  mdiplan policy input examples/contoso --facts examples/contoso/facts.json -o json=input.json",
		Args:    exactly(1, "one SPEC (a *.mdi.hcl file or a folder of them)"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(outputs) == 0 {
				outputs = []string{"json"}
			}
			to, err := destinations(outputs, known)
			if err != nil {
				return err
			}
			in, err := a.load(cmd.Context(), &f, args[0])
			if err != nil {
				return err
			}
			session, _, err := decided(cmd.Context(), in)
			if err != nil {
				return err
			}
			doc, err := session.Inputs()
			if err != nil {
				return fmt.Errorf("inputs: %w", err)
			}
			return write(a, doc, to)
		}}
	f.register(cmd)
	cmd.Flags().StringArrayVarP(&outputs, "output", "o", nil, "FORMAT[=FILE], repeatable: "+names(known)+" (default: json)")
	return cmd
}
