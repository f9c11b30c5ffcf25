# Uninstall a sensor that does not belong there.
# Rights: Local Administrators.
# See that it worked: The services AATPSensor and AATPSensorUpdater are gone.
# Take it back: Install the sensor again.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Product
    )
    return $null -eq (Get-Service -Name 'AATPSensor' -ErrorAction SilentlyContinue)
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Product
    )
    $keys = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\*', 'HKLM:\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall\*'
    $found = Get-ItemProperty -Path $keys | Where-Object { $_.PSObject.Properties['DisplayName'] -and $_.DisplayName -eq $Product -and $_.PSObject.Properties['BundleCachePath'] }
    if ($null -eq $found) {
        throw 'The setup of the sensor is not among the installed programs'
    }
    $process = Start-Process -FilePath (@($found)[0].BundleCachePath) -ArgumentList '/uninstall', '/quiet' -Wait -PassThru
    if ($process.ExitCode -ne 0 -and $process.ExitCode -ne 3010) {
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
