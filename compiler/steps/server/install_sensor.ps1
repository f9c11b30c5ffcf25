# Install the classic sensor.
# Rights: Local Administrators.
# See that it worked: The service AATPSensor runs, and the portal lists the sensor.
# Take it back: Undo-Step uninstalls the sensor, and the server may restart; its entry in the portal is deleted by hand.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Package,
        [Parameter(Mandatory)][string]$ProxyUrl
    )
    return $null -ne (Get-Service -Name 'AATPSensor' -ErrorAction SilentlyContinue)
}

function Get-ProxyWord {
    # Start-Process joins the words of a command line with blanks and quotes nothing: an address with a blank or a quote in it
    # would become two words.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$ProxyUrl
    )
    if ($ProxyUrl -eq 'none') {
        return
    }
    $address = $null
    if ($ProxyUrl -notmatch '^https?://([^\s/''"@:]+|\[[0-9A-Fa-f:.]+\]):[0-9]+/?$' -or -not [uri]::TryCreate($ProxyUrl, [UriKind]::Absolute, [ref]$address)) {
        throw 'The address of the proxy is not scheme://host:port'
    }
    return 'ProxyUrl=' + $ProxyUrl
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Package,
        [Parameter(Mandatory)][string]$ProxyUrl,
        [Parameter(Mandatory)][securestring]$AccessKey
    )
    $words = @('/quiet', 'NetFrameworkCommandLineArguments="/q"') + @(Get-ProxyWord -ProxyUrl $ProxyUrl)
    $pointer = [Runtime.InteropServices.Marshal]::SecureStringToBSTR($AccessKey)
    try {
        $key = [Runtime.InteropServices.Marshal]::PtrToStringBSTR($pointer)
        if ($key -notmatch '^[A-Za-z0-9+/=_-]+$') {
            throw 'The access key is not the text that the portal shows'
        }
        $process = Start-Process -FilePath $Package -ArgumentList ($words + ('AccessKey=' + $key)) -Wait -PassThru
    }
    finally {
        [Runtime.InteropServices.Marshal]::ZeroFreeBSTR($pointer)
    }
    if ($process.ExitCode -ne 0 -and $process.ExitCode -ne 3010 -and $process.ExitCode -ne 1641) {
        throw ('The setup ended with ' + $process.ExitCode)
    }
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Package,
        [Parameter(Mandatory)][string]$ProxyUrl
    )
    $service = Get-Service -Name 'AATPSensor' -ErrorAction SilentlyContinue
    if ($null -eq $service) {
        return $false
    }
    # The service starts some minutes after the setup has ended.
    $last = (Get-Date).AddMinutes(10)
    while ($service.Status -ne 'Running' -and (Get-Date) -lt $last) {
        Start-Sleep -Seconds 10
        $service.Refresh()
    }
    return $service.Status -eq 'Running'
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Package,
        [Parameter(Mandatory)][string]$ProxyUrl
    )
    # The staged package may be gone by now; Windows keeps the setup that it was installed with.
    $roots = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\*', 'HKLM:\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall\*'
    $found = @(Get-Item -Path $roots | Where-Object { $_.GetValue('DisplayName') -eq 'Azure Advanced Threat Protection Sensor' -and $_.GetValue('BundleCachePath') })
    if ($found.Count -eq 0) {
        throw 'The setup of the sensor is not among the installed programs'
    }
    $process = Start-Process -FilePath $found[0].GetValue('BundleCachePath') -ArgumentList '/uninstall', '/quiet' -Wait -PassThru
    if ($process.ExitCode -ne 0 -and $process.ExitCode -ne 3010 -and $process.ExitCode -ne 1641) {
        throw ('The uninstallation ended with ' + $process.ExitCode)
    }
}
