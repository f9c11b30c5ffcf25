# Renew the ticket of the server.
# Rights: Administrator of the server.
# See that it worked: klist shows a ticket that is younger than the group membership.
# Take it back: Nothing to take back: tickets are renewed anyway.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$LogonId
    )
    return $false
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$LogonId
    )
    & klist.exe -li $LogonId purge | Out-Null
    if ($LASTEXITCODE -ne 0) {
        throw ('klist ended with ' + $LASTEXITCODE)
    }
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$LogonId
    )
    # After a purge there is no ticket to show until one is asked for: the one of the server for itself needs a new one of the domain.
    & klist.exe -li $LogonId get ('host/' + [Net.Dns]::GetHostEntry('').HostName) | Out-Null
    return $LASTEXITCODE -eq 0
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$LogonId
    )
    Write-Verbose ('Nothing to undo for logon ' + $LogonId)
}
