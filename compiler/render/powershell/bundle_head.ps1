#Requires -Version 5.1
# Runs the steps of the runbook in this folder, in their order, and stops at the first failure.
#
# Before anything runs, every file is compared with manifest.json; give the digest that the change record names with
# -ManifestSHA256 to compare the manifest as well. A journal remembers what was done: a step that is confirmed done is not
# run again unless -Force is given. Steps that a person does stop the script until they are confirmed at the prompt, or are
# given with -Done. Journal and transcripts stand in the folder -State, by default beside this one.
#
#   -WhatIf        call nothing but the tests, write nothing
#   -Server ...    only the steps at these servers; -Domain, -Wave likewise; the foundation is a wave of that name
#   -From, -Until  only the steps with these numbers
#   -Unordered     do not insist on what a step requires
#   -Undo          take back what the journal has as done, in reverse order
[CmdletBinding()]
param(
    [switch]$WhatIf,
    [switch]$Undo,
    [switch]$Force,
    [switch]$Unordered,
    [string[]]$Server = @(),
    [string[]]$Domain = @(),
    [string[]]$Wave = @(),
    [int]$From = 1,
    [int]$Until = 2147483647,
    [string[]]$Done = @(),
    [string]$ManifestSHA256 = '',
    [string]$State = ''
)
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

