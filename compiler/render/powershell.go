package render

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"strings"

	"github.com/mdiplan/mdiplan/internal/quote"
	"github.com/mdiplan/mdiplan/schema"
)

var powershell = Renderer{Name: "powershell", Ext: ".ps1", Render: renderPowerShell}

// The parts of scripts that no value reaches. Every step tests first, acts only when asked to, and confirms.
var (
	//go:embed powershell/runbook_head.ps1
	runbookHead string
	//go:embed powershell/engine.ps1
	engine string
	//go:embed powershell/runbook_main.ps1
	runbookMain string
)

// renderPowerShell writes one script for Windows PowerShell 5.1, in ASCII. Values are literals in hashtables that reach
// the steps' functions as typed parameters; nothing is spliced into code.
func renderPowerShell(w io.Writer, r schema.Runbook) error {
	out := bufio.NewWriter(w)
	fmt.Fprint(out, runbookHead, engine, runbookMain)
	if partial(r) {
		fmt.Fprintf(out, "# This is a partial plan: %d steps of the whole plan are left out.\n\n", len(r.Cut.Left))
	}
	if !r.Proof.Sound {
		fmt.Fprintf(out, "if (-not $WhatIf) {\n    throw %s\n}\n\n", quote.PowerShell(unsound))
	}
	planned := plannedSteps(r)
	sources := map[string]bool{}
	fmt.Fprint(out, "$scripts = @{}\n\n")
	for _, s := range planned {
		if s.Script == "" || sources[s.Step] {
			continue
		}
		sources[s.Step] = true
		fmt.Fprintf(out, "# SHA-256 %s\n$scripts[%s] = %s\n\n", s.ScriptSHA256, quote.PowerShell(s.Step), quote.PowerShellText(s.Script))
	}
	for _, s := range planned {
		id := quote.PowerShell(quote.Visible(s.ID))
		if s.Script == "" {
			fmt.Fprintf(out, "Start-Manual -Number %d -Id %s -Title %s\n", s.Number, id, quote.PowerShell(stepTitle(s)))
			continue
		}
		fmt.Fprintf(out, "Start-Automatic -Number %d -Id %s -Source $scripts[%s] -Computer %s -Secrets @{", s.Number, id, quote.PowerShell(s.Step), quote.PowerShell(s.Computer))
		for i, secret := range s.Secrets {
			if i > 0 {
				fmt.Fprint(out, ";")
			}
			fmt.Fprintf(out, " %s = %s ", secret.Name, quote.PowerShell(quote.Visible(secret.Prompt)))
		}
		fmt.Fprint(out, "} -Values @{\n")
		for _, p := range s.Params {
			fmt.Fprintf(out, "    %s = %s\n", p.Name, literal(p.Value, quote.PowerShell))
		}
		fmt.Fprintln(out, "}")
	}
	return out.Flush()
}

func plannedSteps(r schema.Runbook) []schema.Step {
	return filter(r.Steps, func(s schema.Step) bool { return s.State == schema.StepPlanned })
}

// stepTitle is what a person reads of a step on a terminal.
func stepTitle(s schema.Step) string { return quote.Visible(s.Title + " at " + orKind(s.Subject)) }

// literal writes a typed value, texts by the given function. Numbers are those that the compiler made and those that were
// read back from a document.
func literal(v any, text func(string) string) string {
	switch x := v.(type) {
	case bool:
		if x {
			return "$true"
		}
		return "$false"
	case int, int64:
		return fmt.Sprint(x)
	case float64:
		return fmt.Sprint(int64(x))
	case []any:
		parts := make([]string, len(x))
		for i, item := range x {
			parts[i] = literal(item, text)
		}
		return "@(" + strings.Join(parts, ", ") + ")"
	}
	return text(fmt.Sprint(v))
}
