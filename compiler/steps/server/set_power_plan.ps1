# Use a given power scheme.
# Rights: local administrator of the server it runs on.
# See that it worked: powercfg /getactivescheme names the scheme.
# Take it back: Undo-Step activates the Balanced scheme, which Windows Server ships with.

function Get-ActiveScheme {
    $line = (& powercfg.exe /getactivescheme) -join ' '
    if ($line -match '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}') {
        return $Matches[0].ToLowerInvariant()
    }
    throw 'powercfg did not name the active scheme.'
}

function Test-Step {
    [CmdletBinding()]
    param([Parameter(Mandatory)][string]$SchemeGuid)
    return (Get-ActiveScheme) -eq $SchemeGuid
}

function Invoke-Step {
    [CmdletBinding()]
    param([Parameter(Mandatory)][string]$SchemeGuid)
    Write-Verbose ('Active before: ' + (Get-ActiveScheme))
    & powercfg.exe /setactive $SchemeGuid
    if ($LASTEXITCODE -ne 0) {
        throw ('powercfg ended with ' + $LASTEXITCODE)
    }
}

function Confirm-Step {
    [CmdletBinding()]
    param([Parameter(Mandatory)][string]$SchemeGuid)
    return (Get-ActiveScheme) -eq $SchemeGuid
}

function Undo-Step {
    [CmdletBinding()]
    param([Parameter(Mandatory)][string]$SchemeGuid)
    & powercfg.exe /setactive '381b4222-f694-41f0-9685-ff5bb260df2e'
    if ($LASTEXITCODE -ne 0) {
        throw ('powercfg ended with ' + $LASTEXITCODE)
    }
}
