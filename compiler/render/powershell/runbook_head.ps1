#Requires -Version 5.1
# Runs the automated steps of a runbook in their order and stops at the first failure. It can be run again: a step whose
# test says that there is nothing to do is passed over. With -WhatIf it calls nothing but the tests.
# Steps that a person does stop the script until they are confirmed at the prompt, or are given with -Done.
# It keeps no record of its own: Start-Transcript before it does.
[CmdletBinding()]
param(
    [switch]$WhatIf,
    [string[]]$Done = @(),
    [int]$From = 1,
    [int]$Until = 2147483647
)
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

