# Install the classic sensor.
# Rights: Local Administrators.
# See that it worked: The service AATPSensor runs, and the portal lists the sensor.
# Take it back: Undo-Step uninstalls the sensor; its entry in the portal is deleted by hand.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Package,
        [Parameter(Mandatory)][string]$ProxyUrl
    )
    $service = Get-Service -Name 'AATPSensor' -ErrorAction SilentlyContinue
    return $null -ne $service
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Package,
        [Parameter(Mandatory)][string]$ProxyUrl
    )
    $key = Read-Host -Prompt 'Access key of the workspace' -AsSecureString
    $pointer = [Runtime.InteropServices.Marshal]::SecureStringToBSTR($key)
    try {
        $words = @('/quiet', 'NetFrameworkCommandLineArguments="/q"', ('AccessKey=' + [Runtime.InteropServices.Marshal]::PtrToStringBSTR($pointer)))
        if ($ProxyUrl -ne 'none') {
            $words += ('ProxyUrl=' + $ProxyUrl)
        }
        $process = Start-Process -FilePath $Package -ArgumentList $words -Wait -PassThru
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
    return Test-Step -Package $Package -ProxyUrl $ProxyUrl
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Package,
        [Parameter(Mandatory)][string]$ProxyUrl
    )
    $process = Start-Process -FilePath $Package -ArgumentList '/uninstall', '/quiet' -Wait -PassThru
    if ($process.ExitCode -ne 0 -and $process.ExitCode -ne 3010) {
        throw ('The uninstallation ended with ' + $process.ExitCode)
    }
}
