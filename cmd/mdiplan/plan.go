package main

import (
	"errors"
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
		out = append(out, format[schema.Runbook]{r.Name, r.Ext, r.Render, r.Files})
	}
	return out
}

func (a *app) planCommand() *cobra.Command {
	var f inputFlags
	var outputs, steps []string
	var out, check string
	var detailed bool
	var cut compiler.Selection
	cmd := &cobra.Command{
		Use: "plan SPEC --facts FILE", Short: "Compile the spec into an ordered, proven runbook",
		Long: `Compile the spec into an ordered, proven runbook.

--only, --wave and --until cut the plan. What a kept step requires is kept too, the order stays, and the runbook lists
what is left out; its proof covers what is kept.

--check compiles nothing new: it says whether a runbook still is what these inputs give, and what differs if it is not. The
time, the profile and the cut are those of the runbook.

Exit codes: 0 compiled and complete, or with --check: the same; 1 could not run; 2 with --detailed-exitcode: the plan has
steps; 3 something is held or left out, the proof did not close, or with --check: the runbook is stale.`,
		Example: `  mdiplan plan examples/contoso --facts examples/contoso/facts.json -o markdown=runbook.md -o powershell=runbook.ps1
  mdiplan plan examples/contoso --facts examples/contoso/facts.json -o powershell-bundle=change-4711
  mdiplan plan examples/contoso --facts ad.json --out runbook.json
  mdiplan plan examples/contoso --facts ad.json --wave pilot
  mdiplan plan examples/contoso --facts ad.json --only dc01.contoso.com --only server.set_power_plan
  mdiplan plan examples/contoso --facts ad.json --until wave.soak@pilot
  mdiplan plan examples/contoso --facts ad.json --check runbook.json`,
		Args: exactly(1, "one SPEC (a *.mdi.hcl file or a folder of them)"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if check != "" {
				if cut.Given() || out != "" || f.now != "" || detailed {
					return usageError{errors.New("--check takes the time and the cut from the runbook and writes none: leave out --only, --wave, --until, --out, --now and --detailed-exitcode")}
				}
				return a.checkRunbook(cmd, &f, check, args[0], steps, outputs)
			}
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
			runbook, diags, err := a.compile(cmd, in, library, cut)
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
	cmd.Flags().StringArrayVarP(&outputs, "output", "o", nil, "FORMAT[=FILE], for a folder FORMAT=DIR, repeatable: "+names(runbookFormats())+" (default: markdown)")
	cmd.Flags().StringVar(&out, "out", "", "write the runbook as JSON to this file")
	cmd.Flags().StringArrayVar(&steps, "steps", nil, "directory with further steps, or with steps that replace ours")
	cmd.Flags().StringArrayVar(&cut.Only, "only", nil, "keep what concerns this subject, step or wave, and what that requires; repeatable")
	cmd.Flags().StringArrayVar(&cut.Waves, "wave", nil, "keep this wave and what it requires; repeatable")
	cmd.Flags().StringVar(&cut.Until, "until", "", "keep what comes until this step, or ends until this time (RFC 3339)")
	cmd.Flags().StringVar(&check, "check", "", "say whether this runbook (JSON) still is what the inputs give; -o takes the formats of a diff")
	cmd.Flags().BoolVar(&detailed, "detailed-exitcode", false, "exit 2 when the plan has steps to do")
	return cmd
}

func (a *app) compile(cmd *cobra.Command, in *inputs, library *compiler.Library, cut compiler.Selection) (*schema.Runbook, schema.Diagnostics, error) {
	return compiler.Compile(cmd.Context(), compiler.Request{
		Spec: in.spec, Facts: in.facts, Intent: in.intent, Run: in.run, Steps: library, Cut: cut,
		Judge:       func(f *schema.Facts, i *schema.Intent) compiler.Judge { return in.engine.Open(f, i, in.run) },
		Fork:        func(j compiler.Judge, f *schema.Facts) compiler.Judge { return j.(*policies.Session).Fork(f) },
		Numbers:     in.engine.Numbers(in.intent),
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
	cut := ""
	if r.Cut != nil && len(r.Cut.Left) > 0 {
		cut = fmt.Sprintf("a partial plan, %d steps left out; ", len(r.Cut.Left))
	}
	return fmt.Sprintf("%s%d steps planned, %d already satisfied, %d held; %d of %d sensors held; %s",
		cut, states[schema.StepPlanned], states[schema.StepSatisfied], states[schema.StepHeld], len(r.Held), len(r.Scope.Sensors), proof)
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
