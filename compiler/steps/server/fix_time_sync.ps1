# Bring the clock back into the hierarchy.
# Rights: Local Administrators.
# See that it worked: w32tm /stripchart shows an offset below five minutes.
# Take it back: Restore the source that w32tm /query /configuration showed before.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Service
    )
    $line = (& w32tm.exe /query /source) -join ' '
    return $line -notmatch 'Local CMOS Clock' -and $line -notmatch 'Free-running'
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Service
    )
    & w32tm.exe /config /syncfromflags:domhier /update | Out-Null
    Restart-Service -Name $Service
    & w32tm.exe /resync /rediscover | Out-Null
    if ($LASTEXITCODE -ne 0) {
        throw ('w32tm ended with ' + $LASTEXITCODE)
    }
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Service
    )
    $line = (& w32tm.exe /query /source) -join ' '
    return $line -notmatch 'Local CMOS Clock'
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Service
    )
    throw ('Restore the former time source of ' + $Service + ' by hand; the transcript names it.')
}
