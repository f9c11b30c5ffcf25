function Start-Automatic {
    param([int]$Number, [string]$Id, [string]$Source, [hashtable]$Values, [hashtable]$Secrets, [string]$Computer)
    if ($Number -lt $From -or $Number -gt $Until) {
        return
    }
    Write-Output ('{0,4} {1}' -f $Number, $Id)
    if ($WhatIf) {
        Write-Output (Show-Forecast -Id $Id -Source $Source -Values $Values -Computer $Computer)
        return
    }
    if (Get-Answer -Id $Id -Source $Source -Function 'Test-Step' -Values $Values -Computer $Computer) {
        Write-Output '     nothing to do'
        return
    }
    Invoke-Confirmed -Number $Number -Id $Id -Source $Source -Values $Values -Secrets $Secrets -Computer $Computer
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
    Confirm-Person -Number $Number -Title $Title
}

