# Let the account read performance counters.
# Rights: Local Administrators.
# See that it worked: The account is a member of Performance Log Users, and the sensor runs.
# Take it back: Undo-Step removes the member.

function Get-LocalPerformanceGroup {
    # The name of Performance Log Users in the language of this Windows.
    $sid = New-Object -TypeName System.Security.Principal.SecurityIdentifier -ArgumentList 'S-1-5-32-559'
    return $sid.Translate([System.Security.Principal.NTAccount]).Value.Split('\')[-1]
}

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Account
    )
    $sid = (New-Object -TypeName System.Security.Principal.NTAccount -ArgumentList $Account).Translate([System.Security.Principal.SecurityIdentifier]).Value
    $members = & net.exe localgroup (Get-LocalPerformanceGroup)
    return ($members -contains $Account) -or ($members -contains $sid)
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Account
    )
    & net.exe localgroup (Get-LocalPerformanceGroup) $Account /add | Out-Null
    if ($LASTEXITCODE -ne 0) {
        throw ('net localgroup ended with ' + $LASTEXITCODE)
    }
    Restart-Service -Name 'AATPSensorUpdater' -ErrorAction SilentlyContinue
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Account
    )
    return Test-Step -Account $Account
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Account
    )
    & net.exe localgroup (Get-LocalPerformanceGroup) $Account /delete | Out-Null
    if ($LASTEXITCODE -ne 0) {
        throw ('net localgroup ended with ' + $LASTEXITCODE)
    }
}
