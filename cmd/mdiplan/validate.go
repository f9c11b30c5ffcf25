package main

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/mdiplan/mdiplan/compiler"
	"github.com/mdiplan/mdiplan/policies"
	"github.com/mdiplan/mdiplan/schema"
)

func (a *app) validateCommand() *cobra.Command {
	var vars, policy []string
	cmd := &cobra.Command{Use: "validate SPEC", Short: "Check a deployment spec without facts",
		Long:    "Check a deployment spec without facts: syntax, names, references, values. Sets of sensors are expanded only where facts are, by audit and plan.",
		Example: "  mdiplan validate examples/contoso --var change_id=CHG0041234",
		Args:    exactly(1, "one SPEC (a *.mdi.hcl file or a folder of them)"),
		RunE: func(cmd *cobra.Command, args []string) error {
			values, err := variables(vars)
			if err != nil {
				return err
			}
			spec, diags := compiler.LoadSpec(args[0], values)
			var sources map[string][]byte
			if spec != nil {
				sources = spec.Sources
				engine, moreDiags := policies.Load(cmd.Context(), policies.Options{Dirs: policy})
				if diags = append(diags, moreDiags...); engine != nil {
					severities, parameters := spec.Overrides()
					diags = append(diags, engine.Check(&schema.Intent{Severities: severities, Parameters: parameters})...)
				}
			}
			if err := a.report(diags, sources); err != nil {
				return err
			}
			a.progress("the spec is valid")
			return nil
		}}
	cmd.Flags().StringArrayVarP(&policy, "policy", "p", nil, "directory with further rules in Rego")
	cmd.Flags().StringArrayVar(&vars, "var", nil, "value of a spec variable, NAME=VALUE")
	return cmd
}

func (a *app) fmtCommand() *cobra.Command {
	var check bool
	cmd := &cobra.Command{Use: "fmt SPEC", Short: "Rewrite spec files in the canonical layout",
		Long:    "Rewrite spec files in the canonical layout and print the names of those that changed. With - the spec is read from stdin and written to stdout.",
		Example: "  mdiplan fmt examples/contoso\n  mdiplan fmt --check examples/contoso",
		Args:    exactly(1, "one SPEC (a *.mdi.hcl file or a folder of them)"),
		RunE: func(_ *cobra.Command, args []string) error {
			if args[0] == "-" {
				return a.formatStdin()
			}
			names := []string{args[0]}
			if info, err := os.Stat(args[0]); err != nil {
				return fmt.Errorf("fmt: %w", err)
			} else if info.IsDir() {
				entries, err := os.ReadDir(args[0])
				if err != nil {
					return fmt.Errorf("fmt: %w", err)
				}
				names = nil
				for _, e := range entries {
					if ok, _ := filepath.Match("*"+compiler.SpecExt, e.Name()); ok && e.Type().IsRegular() {
						names = append(names, filepath.Join(args[0], e.Name()))
					}
				}
				if len(names) == 0 {
					return fmt.Errorf("fmt: no *%s in %s", compiler.SpecExt, args[0])
				}
			}
			return a.formatFiles(names, check)
		}}
	cmd.Flags().BoolVar(&check, "check", false, "change nothing; exit 2 when a file is not formatted")
	return cmd
}

func (a *app) formatStdin() error {
	src, err := io.ReadAll(io.LimitReader(a.in, 8<<20))
	if err != nil {
		return fmt.Errorf("fmt: %w", err)
	}
	out, diags := compiler.Format(src, "<stdin>")
	if err := a.report(diags, map[string][]byte{"<stdin>": src}); err != nil {
		return err
	}
	_, err = a.out.Write(out)
	return err
}

// formatFiles parses all files before it writes one.
func (a *app) formatFiles(names []string, check bool) error {
	changed := map[string][]byte{}
	sources := map[string][]byte{}
	var diags schema.Diagnostics
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			return fmt.Errorf("fmt: %w", err)
		}
		sources[name] = src
		out, moreDiags := compiler.Format(src, name)
		diags = append(diags, moreDiags...)
		if !bytes.Equal(src, out) {
			changed[name] = out
		}
	}
	if err := a.report(diags, sources); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(changed)) {
		fmt.Fprintln(a.out, name)
		if check {
			a.code = exitRefused
			continue
		}
		if err := writeFile(name, changed[name]); err != nil {
			return fmt.Errorf("fmt: %w", err)
		}
	}
	return nil
}
