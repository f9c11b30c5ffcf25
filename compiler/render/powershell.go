package render

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/mdiplan/mdiplan/internal/quote"
	"github.com/mdiplan/mdiplan/schema"
)

var powershell = Renderer{Name: "powershell", Ext: ".ps1", Render: renderPowerShell}

// prelude is the part of the script that no value reaches. Every step tests first, acts only when asked to, and confirms.
const prelude = `#Requires -Version 5.1
# Runs the automated steps of a runbook in their order and stops at the first failure. It can be run again: a step whose
# test says that there is nothing to do is passed over. With -WhatIf it calls nothing but the tests.
# Steps that a person does stop the script until they are confirmed at the prompt, or are given with -Done.
[CmdletBinding()]
param(
    [switch]$WhatIf,
    [string[]]$Done = @(),
    [int]$From = 1,
    [int]$Until = 2147483647
)
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

function Use-Step {
    # Runs one function of a step's script with its values, here or on the server it is about.
    param([string]$Source, [string]$Function, [hashtable]$Values, [string]$Computer)
    $block = {
        param($Source, $Function, $Values)
        . ([scriptblock]::Create($Source))
        & $Function @Values
    }
    if ($Computer -eq '') {
        return & $block $Source $Function $Values
    }
    return Invoke-Command -ComputerName $Computer -ScriptBlock $block -ArgumentList $Source, $Function, $Values
}

function Start-Automatic {
    param([int]$Number, [string]$Id, [string]$Source, [hashtable]$Values, [string]$Computer)
    if ($Number -lt $From -or $Number -gt $Until) {
        return
    }
    Write-Output ('{0,4} {1}' -f $Number, $Id)
    if (Use-Step -Source $Source -Function 'Test-Step' -Values $Values -Computer $Computer) {
        Write-Output '     nothing to do'
        return
    }
    if ($WhatIf) {
        Write-Output '     would be done'
        return
    }
    Use-Step -Source $Source -Function 'Invoke-Step' -Values $Values -Computer $Computer | Out-Null
    if (-not (Use-Step -Source $Source -Function 'Confirm-Step' -Values $Values -Computer $Computer)) {
        throw ('Step ' + $Number + ' did what it does, and its confirmation says that it did not work: ' + $Id)
    }
    Write-Output '     done'
}

function Start-Manual {
    param([int]$Number, [string]$Id, [string]$Title)
    if ($Number -lt $From -or $Number -gt $Until) {
        return
    }
    Write-Output ('{0,4} {1}' -f $Number, $Id)
    if ($Done -contains $Id) {
        Write-Output '     confirmed by -Done'
        return
    }
    if ($WhatIf) {
        Write-Output ('     to be done by a person: ' + $Title)
        return
    }
    $answer = Read-Host -Prompt ('     ' + $Title + ' - type yes when it is done')
    if ($answer -ne 'yes') {
        throw ('Stopped before step ' + $Number + '. Start again with -From ' + $Number)
    }
}

`

// renderPowerShell writes one script for Windows PowerShell 5.1, in ASCII. Values are literals in hashtables that reach
// the steps' functions as typed parameters; nothing is spliced into code.
func renderPowerShell(w io.Writer, r schema.Runbook) error {
	out := bufio.NewWriter(w)
	fmt.Fprint(out, prelude)
	if r.Cut != nil && len(r.Cut.Left) > 0 {
		fmt.Fprintf(out, "# This is a partial plan: %d steps of the whole plan are left out.\n\n", len(r.Cut.Left))
	}
	sources := map[string]bool{}
	for _, s := range r.Steps {
		if s.State != schema.StepPlanned || s.Script == "" || sources[s.Step] {
			continue
		}
		sources[s.Step] = true
		fmt.Fprintf(out, "# %s, SHA-256 %s\n$%s = %s\n\n", s.Step, s.ScriptSHA256, variable(s.Step), quote.PowerShellText(s.Script))
	}
	for _, s := range r.Steps {
		if s.State != schema.StepPlanned {
			continue
		}
		if s.Script == "" {
			fmt.Fprintf(out, "Start-Manual -Number %d -Id %s -Title %s\n", s.Number, quote.PowerShell(s.ID), quote.PowerShell(s.Title+" at "+orKind(s.Subject)))
			continue
		}
		computer := ""
		if s.RunsOn == "target" && s.Subject.Kind == "server" {
			computer = s.Subject.Key
		}
		fmt.Fprintf(out, "Start-Automatic -Number %d -Id %s -Source $%s -Computer %s -Values @{\n", s.Number, quote.PowerShell(s.ID), variable(s.Step), quote.PowerShell(computer))
		for _, p := range s.Params {
			fmt.Fprintf(out, "    %s = %s\n", p.Name, literal(p.Value))
		}
		fmt.Fprintln(out, "}")
	}
	return out.Flush()
}

// variable is the name of the variable that holds a step's script; names of steps are words, dots and underscores.
func variable(step string) string {
	return "script_" + strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '_'
	}, step)
}

// literal writes a typed value.
func literal(v any) string {
	switch x := v.(type) {
	case bool:
		if x {
			return "$true"
		}
		return "$false"
	case int64:
		return fmt.Sprint(x)
	case float64:
		return fmt.Sprint(int64(x))
	case []any:
		parts := make([]string, len(x))
		for i, item := range x {
			parts[i] = literal(item)
		}
		return "@(" + strings.Join(parts, ", ") + ")"
	}
	return quote.PowerShell(fmt.Sprint(v))
}
