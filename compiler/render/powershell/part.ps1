#Requires -Version 5.1
# Runs a part of the runbook, in its order. Invoke-Runbook.ps1 verifies the folder first and explains the parameters.
[CmdletBinding()]
param(
    [switch]$WhatIf,
    [switch]$Undo,
    [switch]$Force,
    [switch]$Unordered,
    [string[]]$Done = @(),
    [string]$ManifestSHA256 = '',
    [string]$State = ''
)
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$entry = Join-Path -Path (Split-Path -Parent -Path $PSScriptRoot) -ChildPath 'Invoke-Runbook.ps1'
