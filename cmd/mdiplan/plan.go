package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/mdiplan/mdiplan/compiler"
	"github.com/mdiplan/mdiplan/compiler/render"
	"github.com/mdiplan/mdiplan/policies"
	"github.com/mdiplan/mdiplan/schema"
)

func runbookFormats() []format[schema.Runbook] {
	var out []format[schema.Runbook]
	for _, r := range render.All {
		out = append(out, format[schema.Runbook]{r.Name, r.Ext, r.Render})
	}
	return out
}

func (a *app) planCommand() *cobra.Command {
	var f inputFlags
	var outputs, steps []string
	var out string
	var detailed bool
	cmd := &cobra.Command{
		Use: "plan SPEC --facts FILE", Short: "Compile the spec into an ordered, proven runbook",
		Long: `Compile the spec into an ordered, proven runbook.

Exit codes: 0 compiled and complete; 1 could not run; 2 with --detailed-exitcode: the plan has steps;
3 something is held, or the proof did not close.`,
		Example: `  mdiplan plan examples/contoso --facts examples/contoso/facts.json -o markdown=runbook.md -o powershell=runbook.ps1
  mdiplan plan examples/contoso --facts ad.json --out runbook.json`,
		Args: exactly(1, "one SPEC (a *.mdi.hcl file or a folder of them)"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if out != "" {
				outputs = append(outputs, "json="+out)
			}
			if len(outputs) == 0 {
				outputs = []string{"markdown"}
			}
			to, err := destinations(outputs, runbookFormats())
			if err != nil {
				return err
			}
			library, diags := compiler.LoadSteps(steps...)
			if err := a.report(diags, nil); err != nil {
				return err
			}
			in, err := a.load(cmd.Context(), &f, args[0])
			if err != nil {
				return err
			}
			runbook, diags, err := a.compile(cmd, in, library)
			if err != nil {
				return fmt.Errorf("plan: %w", err)
			}
			if err := a.report(diags, in.spec.Sources); err != nil {
				return err
			}
			if err := write(a, *runbook, to); err != nil {
				return err
			}
			a.progress("%s", summary(runbook))
			planned := 0
			for _, s := range runbook.Steps {
				if s.State == schema.StepPlanned {
					planned++
				}
			}
			switch {
			case detailed && planned > 0:
				a.code = exitRefused
			case !runbook.Complete:
				a.code = exitUnsure
			}
			return nil
		},
	}
	f.register(cmd)
	cmd.Flags().StringArrayVarP(&outputs, "output", "o", nil, "FORMAT[=FILE], repeatable: "+names(runbookFormats())+" (default: markdown)")
	cmd.Flags().StringVar(&out, "out", "", "write the runbook as JSON to this file")
	cmd.Flags().StringArrayVar(&steps, "steps", nil, "directory with further steps, or with steps that replace ours")
	cmd.Flags().BoolVar(&detailed, "detailed-exitcode", false, "exit 2 when the plan has steps to do")
	return cmd
}

func (a *app) compile(cmd *cobra.Command, in *inputs, library *compiler.Library) (*schema.Runbook, schema.Diagnostics, error) {
	return compiler.Compile(cmd.Context(), compiler.Request{
		Spec: in.spec, Facts: in.facts, Intent: in.intent, Run: in.run, Steps: library,
		Judge:       func(f *schema.Facts, i *schema.Intent) compiler.Judge { return in.engine.Open(f, i, in.run) },
		Fork:        func(j compiler.Judge, f *schema.Facts) compiler.Judge { return j.(*policies.Session).Fork(f) },
		Tool:        "mdiplan",
		ToolVersion: toolVersion(), Inputs: in.digests,
		Progress: func(stage string) { a.progress("plan: %s", stage) },
	})
}

// summary is one line for a person on what came out.
func summary(r *schema.Runbook) string {
	states := map[schema.StepState]int{}
	for _, s := range r.Steps {
		states[s.State]++
	}
	var said []string
	say := func(holds bool, yes, format string, n int) {
		if holds {
			said = append(said, yes)
		} else {
			said = append(said, fmt.Sprintf(format, n))
		}
	}
	say(r.Proof.Sound, "sound", "NOT sound: %d violations", len(r.Proof.Violations))
	say(r.Proof.Complete, "complete", "%d findings left that a remediation exists for", len(r.Proof.Remaining))
	say(r.Proof.Convergent, "convergent", "%d steps asked for again", changing(r.Proof.Again))
	say(r.Proof.Minimal, "minimal", "%d superfluous steps", len(r.Proof.Superfluous))
	proof := "proof: " + strings.Join(said, ", ")
	return fmt.Sprintf("%d steps planned, %d already satisfied, %d held; %d of %d sensors held; %s",
		states[schema.StepPlanned], states[schema.StepSatisfied], states[schema.StepHeld], len(r.Held), len(r.Scope.Sensors), proof)
}

// changing counts the steps that would change something once more.
func changing(again []schema.Again) int {
	n := 0
	for _, a := range again {
		if a.Changes {
			n++
		}
	}
	return n
}
