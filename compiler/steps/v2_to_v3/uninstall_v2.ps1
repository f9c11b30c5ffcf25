# Uninstall the software of v2.
# Rights: Local Administrators.
# See that it worked: The services AATPSensor and AATPSensorUpdater are gone.
# Take it back: It cannot be taken back: the way to v2 is a new installation.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Product
    )
    return @(Get-Service -Name 'AATPSensor', 'AATPSensorUpdater' -ErrorAction SilentlyContinue).Count -eq 0
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Product
    )
    # Get-ItemProperty fails at values of other programs that it cannot read; the keys themselves do not.
    $roots = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\*', 'HKLM:\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall\*'
    $found = @(Get-Item -Path $roots | Where-Object { $_.GetValue('DisplayName') -eq $Product -and $_.GetValue('BundleCachePath') })
    if ($found.Count -eq 0) {
        throw 'The setup of the sensor is not among the installed programs'
    }
    $process = Start-Process -FilePath $found[0].GetValue('BundleCachePath') -ArgumentList '/uninstall', '/quiet' -Wait -PassThru
    if ($process.ExitCode -ne 0 -and $process.ExitCode -ne 3010 -and $process.ExitCode -ne 1641) {
        throw ('The uninstallation ended with ' + $process.ExitCode)
    }
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Product
    )
    return Test-Step -Product $Product
}
