# Let the sensor read the Security log.
# Rights: Local Administrators.
# See that it worked: wevtutil gl security lists the service SID of the sensor.
# Take it back: Set the descriptor that the transcript names.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Entry
    )
    $text = (& wevtutil.exe gl security) -join ' '
    return $text.Contains($Entry)
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Entry
    )
    $line = (& wevtutil.exe gl security) | Where-Object { $_ -match '^channelAccess:' }
    $sddl = $line.Substring($line.IndexOf(':') + 1).Trim()
    Write-Verbose ('Before: ' + $sddl)
    & wevtutil.exe sl security ('/ca:' + $sddl + $Entry)
    if ($LASTEXITCODE -ne 0) {
        throw ('wevtutil ended with ' + $LASTEXITCODE)
    }
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Entry
    )
    return Test-Step -Entry $Entry
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Entry
    )
    $line = (& wevtutil.exe gl security) | Where-Object { $_ -match '^channelAccess:' }
    $sddl = $line.Substring($line.IndexOf(':') + 1).Trim()
    & wevtutil.exe sl security ('/ca:' + $sddl.Replace($Entry, ''))
}
