# Let the sensor read the Security log.
# Rights: Local Administrators.
# See that it worked: wevtutil gl security lists the service SID of the sensor.
# Take it back: Undo-Step removes the entry; the transcript names the descriptor that was there before.

function Get-Descriptor {
    $line = @(& wevtutil.exe gl security) -match '^channelAccess:'
    if ($LASTEXITCODE -ne 0 -or $line.Count -ne 1) {
        throw 'wevtutil did not name the descriptor of the Security log'
    }
    return $line[0].Substring($line[0].IndexOf(':') + 1).Trim()
}

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Entry
    )
    return (Get-Descriptor).Contains($Entry)
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Entry
    )
    $sddl = Get-Descriptor
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
    $sddl = Get-Descriptor
    & wevtutil.exe sl security ('/ca:' + $sddl.Replace($Entry, ''))
    if ($LASTEXITCODE -ne 0) {
        throw ('wevtutil ended with ' + $LASTEXITCODE)
    }
}
