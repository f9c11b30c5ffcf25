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

function Use-Step {
    # Runs one function of a step's script with its values, here or on the server that is named.
    param([string]$Source, [string]$Function, [hashtable]$Values, [string]$Computer)
    $block = {
        param($Source, $Function, $Values)
        Set-StrictMode -Version 2.0
        $ErrorActionPreference = 'Stop'
        if ('Invoke-Step', 'Undo-Step' -contains $Function) {
            # What was there before a change is written with Write-Verbose, and belongs into the transcript.
            $VerbosePreference = 'Continue'
        }
        . ([scriptblock]::Create($Source))
        & $Function @Values
    }
    if ($Computer -eq '') {
        return & $block $Source $Function $Values
    }
    return Invoke-Command -ComputerName $Computer -ScriptBlock $block -ArgumentList $Source, $Function, $Values
}

function Get-Answer {
    # A test answers with exactly one boolean. Anything else is a fault of its script and never a yes.
    param([string]$Id, [string]$Source, [string]$Function, [hashtable]$Values, [string]$Computer)
    $answer = @(Use-Step -Source $Source -Function $Function -Values $Values -Computer $Computer)
    if ($answer.Count -ne 1 -or $answer[0] -isnot [bool]) {
        throw ($Function + ' did not answer with yes or no: ' + $Id)
    }
    return $answer[0]
}

function Show-Forecast {
    # What a run would do, told by the step's test alone.
    param([string]$Id, [string]$Source, [hashtable]$Values, [string]$Computer)
    try {
        $satisfied = Get-Answer -Id $Id -Source $Source -Function 'Test-Step' -Values $Values -Computer $Computer
    }
    catch {
        return '     cannot be told: ' + $_.Exception.Message
    }
    if ($satisfied) {
        return '     nothing to do'
    }
    return '     would be done'
}

function Invoke-Confirmed {
    # Does what a step does and confirms it. Secrets are asked for here and reach the script as secure strings.
    param([int]$Number, [string]$Id, [string]$Source, [hashtable]$Values, [hashtable]$Secrets, [string]$Computer)
    $given = $Values.Clone()
    foreach ($name in @($Secrets.Keys)) {
        $given[$name] = Read-Host -Prompt ('     ' + $Secrets[$name]) -AsSecureString
    }
    Use-Step -Source $Source -Function 'Invoke-Step' -Values $given -Computer $Computer | Out-Null
    if (-not (Get-Answer -Id $Id -Source $Source -Function 'Confirm-Step' -Values $Values -Computer $Computer)) {
        throw ('Step ' + $Number + ' did what it does, and its confirmation says that it did not work: ' + $Id)
    }
}

function Confirm-Person {
    param([int]$Number, [string]$Title)
    $answer = Read-Host -Prompt ('     ' + $Title + ' - type yes when it is done')
    if ($answer -ne 'yes') {
        throw ('Stopped at step ' + $Number + ', which is not confirmed')
    }
}

function Get-Digest {
    param([byte[]]$Bytes)
    $algorithm = New-Object Security.Cryptography.SHA256CryptoServiceProvider
    return [BitConverter]::ToString($algorithm.ComputeHash($Bytes)).Replace('-', '').ToLowerInvariant()
}

function Read-Verified {
    # The bytes of a file of this folder, after they were compared with the manifest.
    param([string]$Path)
    [byte[]]$bytes = [IO.File]::ReadAllBytes((Join-Path -Path $PSScriptRoot -ChildPath $Path))
    if (-not $digests.ContainsKey($Path) -or (Get-Digest -Bytes $bytes) -ne $digests[$Path]) {
        throw ('The file is not the one that the manifest names: ' + $Path)
    }
    return , $bytes
}

function Expand-Value {
    # Text with characters beyond ASCII stands in the data files as @{ Escaped = '...' }.
    param($Value)
    if ($Value -is [hashtable]) {
        return [regex]::Unescape($Value['Escaped'])
    }
    if ($Value -is [array]) {
        return , @($Value | ForEach-Object { Expand-Value -Value $_ })
    }
    return $Value
}

function Expand-Table {
    param([hashtable]$Table)
    $out = @{}
    foreach ($name in @($Table.Keys)) {
        $out[$name] = Expand-Value -Value $Table[$name]
    }
    return $out
}

function Read-Plan {
    # The steps of all data files. Import-PowerShellDataFile reads constants and refuses everything that could run.
    foreach ($path in @($digests.Keys | Where-Object { $_ -like 'data/*.psd1' })) {
        $data = Import-PowerShellDataFile -LiteralPath (Join-Path -Path $PSScriptRoot -ChildPath $path)
        foreach ($entry in @($data['Steps'])) {
            $step = @{}
            foreach ($name in @($entry.Keys)) {
                if ($name -eq 'Values' -or $name -eq 'Secrets') {
                    $step[$name] = Expand-Table -Table $entry[$name]
                }
                else {
                    $step[$name] = Expand-Value -Value $entry[$name]
                }
            }
            $step
        }
    }
}

function Assert-Known {
    # A filter that fits no step is a mistake, not an empty run.
    param([string[]]$Names, [string]$Key)
    foreach ($name in $Names) {
        if (@($plan | Where-Object { $_[$Key] -eq $name }).Count -eq 0) {
            throw ('The runbook has no step for ' + $Key.ToLowerInvariant() + ' ' + $name)
        }
    }
}

function Test-Selected {
    param([hashtable]$Step)
    if ($Step['Number'] -lt $From -or $Step['Number'] -gt $Until) {
        return $false
    }
    if ($Server.Count -gt 0 -and $Server -notcontains $Step['Server']) {
        return $false
    }
    if ($Domain.Count -gt 0 -and $Domain -notcontains $Step['Domain']) {
        return $false
    }
    return $Wave.Count -eq 0 -or $Wave -contains $Step['Wave']
}

function Add-Event {
    # One line of the journal, on the disk before the next thing happens.
    param([int]$Number, [string]$What)
    $events[$Number] = $What
    $time = (Get-Date).ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ', [Globalization.CultureInfo]::InvariantCulture)
    $journal.WriteLine(($Number, $What, $time, [Environment]::UserName) -join "`t")
    $journal.Flush()
    $journal.BaseStream.Flush($true)
}

function Test-Done {
    param([int]$Number)
    return $events.ContainsKey($Number) -and ('done', 'passed' -contains $events[$Number])
}

function Test-Changed {
    # A step that was started may have changed something, whether or not it came to its end.
    param([int]$Number)
    return $events.ContainsKey($Number) -and ('done', 'started' -contains $events[$Number])
}

function Start-Step {
    param([hashtable]$Step)
    $number = $Step['Number']
    Write-Output ('{0,4} {1}' -f $number, $Step['Id'])
    if (-not $Force -and $events.ContainsKey($number) -and $events[$number] -eq 'done') {
        Write-Output '     done before, says the journal'
        return
    }
    if (-not $WhatIf -and -not $Unordered) {
        foreach ($other in @($Step['Requires'] -split ' ' | Where-Object { $_ -ne '' })) {
            if (-not (Test-Done -Number $other)) {
                throw ('Step ' + $number + ' requires step ' + $other + ', which the journal does not have as done')
            }
        }
    }
    if ($Step['Script'] -eq '') {
        Start-Manual -Step $Step
        return
    }
    $source = [Text.Encoding]::ASCII.GetString((Read-Verified -Path $Step['Script']))
    $call = @{ Id = $Step['Id']; Source = $source; Values = $Step['Values']; Computer = $Step['Computer'] }
    if ($WhatIf) {
        Write-Output (Show-Forecast @call)
        return
    }
    if (Get-Answer -Function 'Test-Step' @call) {
        Write-Output '     nothing to do'
        if (Test-Changed -Number $number) {
            Add-Event -Number $number -What 'done'
        }
        else {
            Add-Event -Number $number -What 'passed'
        }
        return
    }
    Add-Event -Number $number -What 'started'
    Invoke-Confirmed -Number $number -Secrets $Step['Secrets'] @call
    Add-Event -Number $number -What 'done'
    Write-Output '     done'
}

function Start-Manual {
    param([hashtable]$Step)
    if ($WhatIf) {
        Write-Output ('     to be done by a person: ' + $Step['Title'])
        return
    }
    if ($Done -contains $Step['Id']) {
        Write-Output '     confirmed by -Done'
    }
    else {
        Write-Output ('     ' + $Step['Instructions'])
        Write-Output ('     Verify: ' + $Step['Verify'])
        Confirm-Person -Number $Step['Number'] -Title $Step['Title']
    }
    Add-Event -Number $Step['Number'] -What 'done'
}

function Undo-Started {
    param([hashtable]$Step)
    $number = $Step['Number']
    if (-not (Test-Changed -Number $number)) {
        return
    }
    if (-not $Step['Acts']) {
        # There is nothing to take back of a look, a wait or an approval, but the next run needs it anew.
        if (-not $WhatIf) {
            Add-Event -Number $number -What 'undone'
        }
        return
    }
    Write-Output ('{0,4} {1}' -f $number, $Step['Id'])
    if ($WhatIf) {
        Write-Output ('     would be taken back: ' + $Step['Undo'])
        return
    }
    if (-not $Unordered) {
        foreach ($other in $plan) {
            if ($other['Acts'] -and (Test-Changed -Number $other['Number']) -and ($other['Requires'] -split ' ' -contains [string]$number)) {
                throw ('Step ' + $other['Number'] + ' rests on step ' + $number + ' and is not taken back')
            }
        }
    }
    if ($Step['Script'] -ne '' -and $Step['Reversible']) {
        $source = [Text.Encoding]::ASCII.GetString((Read-Verified -Path $Step['Script']))
        Use-Step -Source $source -Function 'Undo-Step' -Values $Step['Values'] -Computer $Step['Computer'] | Out-Null
    }
    else {
        Write-Output ('     ' + $Step['Undo'])
        Confirm-Person -Number $number -Title ('Take back, or accept as it is: ' + $Step['Title'])
    }
    Add-Event -Number $number -What 'undone'
    Write-Output '     taken back'
}

[byte[]]$manifestBytes = [IO.File]::ReadAllBytes((Join-Path -Path $PSScriptRoot -ChildPath 'manifest.json'))
$manifestDigest = Get-Digest -Bytes $manifestBytes
Write-Output ('Manifest SHA-256 ' + $manifestDigest)
if ($ManifestSHA256 -ne '' -and $ManifestSHA256 -ne $manifestDigest) {
    throw 'The manifest is not the one that -ManifestSHA256 names'
}
$manifest = [Text.Encoding]::UTF8.GetString($manifestBytes) | ConvertFrom-Json
$digests = @{}
foreach ($file in $manifest.files.PSObject.Properties) {
    $digests[$file.Name] = $file.Value
}
foreach ($path in @($digests.Keys)) {
    Read-Verified -Path $path | Out-Null
}
foreach ($file in @(Get-ChildItem -LiteralPath $PSScriptRoot -Recurse -File -Force)) {
    $path = $file.FullName.Substring($PSScriptRoot.Length).TrimStart('\', '/').Replace('\', '/')
    if ($path -ne 'manifest.json' -and -not $digests.ContainsKey($path)) {
        throw ('The folder holds a file that the manifest does not name: ' + $path)
    }
}

Write-Output ('{0} steps; {1} more are held and not in this folder' -f $manifest.planned, $manifest.held)
if (-not $manifest.sound -and -not $WhatIf -and -not $Undo) {
    throw 'The proof of this runbook found preconditions that do not hold: it must not be executed'
}
$plan = @(Read-Plan | Sort-Object -Property { $_['Number'] })
Assert-Known -Names $Server -Key 'Server'
Assert-Known -Names $Domain -Key 'Domain'
Assert-Known -Names $Wave -Key 'Wave'
if ($plan.Count -ne $manifest.planned) {
    throw ('The data files hold ' + $plan.Count + ' steps')
}
$selected = @($plan | Where-Object { Test-Selected -Step $_ })
if ($Undo) {
    [array]::Reverse($selected)
}

if ($State -eq '') {
    $State = $PSScriptRoot.TrimEnd('\', '/') + '.state'
}
$events = @{}
$journalPath = Join-Path -Path $State -ChildPath ('journal-' + $manifestDigest.Substring(0, 16) + '.txt')
if (Test-Path -LiteralPath $journalPath) {
    foreach ($line in [IO.File]::ReadAllLines($journalPath)) {
        if ($line -match '^([0-9]+)\t(started|done|passed|undone)\t') {
            $events[[int]$Matches[1]] = $Matches[2]
        }
        elseif ($line -ne '') {
            Write-Warning ('The journal holds a line that was cut off: ' + $line)
        }
    }
}

if ($WhatIf) {
    foreach ($step in $selected) {
        if ($Undo) {
            Undo-Started -Step $step
        }
        else {
            Start-Step -Step $step
        }
    }
    return
}

New-Item -ItemType Directory -Force -Path $State | Out-Null
# Nobody else may write to the journal while this runs: two runs at once would not know of each other's steps.
$journal = New-Object IO.StreamWriter ([IO.File]::Open($journalPath, 'Append', 'Write', 'Read'))
try {
    $journal.WriteLine()
    Start-Transcript -LiteralPath (Join-Path -Path $State -ChildPath ('transcript-' + (Get-Date).ToString('yyyyMMdd-HHmmss') + '.txt')) | Out-Null
    try {
        foreach ($step in $selected) {
            if ($Undo) {
                Undo-Started -Step $step
            }
            else {
                Start-Step -Step $step
            }
        }
    }
    finally {
        Stop-Transcript | Out-Null
    }
}
finally {
    $journal.Dispose()
}
