# Restart Certificate Services.
# Rights: Local Administrators.
# See that it worked: The service has started after the filter was changed.
# Take it back: Nothing to take back: the restart is over.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Service
    )
    return $false
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Service
    )
    Restart-Service -Name $Service
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Service
    )
    return (Get-Service -Name $Service).Status -eq 'Running'
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Service
    )
    Write-Verbose ('Nothing to undo for ' + $Service)
}
