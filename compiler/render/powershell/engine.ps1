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

