# Bring the clock back into the hierarchy.
# Rights: Local Administrators.
# See that it worked: w32tm /stripchart shows an offset below five minutes.
# Take it back: Undo-Step restores the source that was set before.

function Get-Offset {
    # Seconds between this clock and that of the domain; every controller answers by its name. The figures of w32tm are the
    # same in every language, its words are not.
    $domain = [Net.NetworkInformation.IPGlobalProperties]::GetIPGlobalProperties().DomainName
    foreach ($line in @(& w32tm.exe /stripchart ('/computer:' + $domain) /samples:1 /dataonly)) {
        if ($line -match ', *[+-]([0-9]+)[.,]([0-9]+)s') {
            return [double]::Parse(($Matches[1] + '.' + $Matches[2]), [Globalization.CultureInfo]::InvariantCulture)
        }
    }
    throw ('w32tm could not compare the clock with that of ' + $domain)
}

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Service
    )
    return (Get-Offset) -lt 300
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Service
    )
    $saved = 'HKLM:\SOFTWARE\mdiplan\fix_time_sync'
    if (-not (Test-Path -Path $saved)) {
        $before = Get-Item -Path 'HKLM:\SYSTEM\CurrentControlSet\Services\W32Time\Parameters'
        New-Item -Path $saved -Force | Out-Null
        foreach ($name in 'Type', 'NtpServer') {
            Write-Verbose ('Before: ' + $name + ' = ' + $before.GetValue($name, ''))
            New-ItemProperty -Path $saved -Name $name -PropertyType String -Value $before.GetValue($name, '') | Out-Null
        }
    }
    & w32tm.exe /config /syncfromflags:domhier /update | Out-Null
    if ($LASTEXITCODE -ne 0) {
        throw ('w32tm ended with ' + $LASTEXITCODE)
    }
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
    return Test-Step -Service $Service
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Service
    )
    $saved = 'HKLM:\SOFTWARE\mdiplan\fix_time_sync'
    foreach ($name in 'Type', 'NtpServer') {
        Set-ItemProperty -Path 'HKLM:\SYSTEM\CurrentControlSet\Services\W32Time\Parameters' -Name $name -Value (Get-Item -Path $saved).GetValue($name)
    }
    Restart-Service -Name $Service
    Remove-Item -Path $saved
}
