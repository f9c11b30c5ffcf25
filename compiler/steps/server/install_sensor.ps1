# Install the classic sensor.
# Rights: Local Administrators.
# See that it worked: The service AATPSensor runs, and the portal lists the sensor.
# Take it back: Undo-Step uninstalls the sensor, and the server may restart; its entry in the portal is deleted by hand.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Package,
        [Parameter(Mandatory)][string]$ProxyUrl,
        [Parameter(Mandatory)][bool]$AsSystem
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

function Write-KeyFile {
    # Nobody but the system and administrators reads it, from before there is anything to read. In the list of processes a key
    # would be there for everybody.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Path,
        [Parameter(Mandatory)][string]$Key
    )
    $security = New-Object -TypeName Security.AccessControl.FileSecurity
    $security.SetAccessRuleProtection($true, $false)
    foreach ($sid in 'S-1-5-18', 'S-1-5-32-544') {
        $who = New-Object -TypeName Security.Principal.SecurityIdentifier -ArgumentList $sid
        $security.AddAccessRule((New-Object -TypeName Security.AccessControl.FileSystemAccessRule -ArgumentList $who, 'FullControl', 'Allow'))
    }
    Remove-Item -Path $Path -Force -ErrorAction SilentlyContinue
    $stream = [IO.File]::Create($Path, 4096, [IO.FileOptions]::None, $security)
    try {
        $bytes = [Text.Encoding]::ASCII.GetBytes($Key)
        $stream.Write($bytes, 0, $bytes.Length)
    }
    finally {
        $stream.Dispose()
    }
}

function Invoke-AsSystem {
    # Where the rights on event logs are hardened only LocalSystem gets through setup.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Package,
        [Parameter(Mandatory)][string[]]$Words
    )
    $name = 'Install the Defender for Identity sensor'
    $action = New-ScheduledTaskAction -Execute $Package -Argument ($Words -join ' ')
    $principal = New-ScheduledTaskPrincipal -UserId 'S-1-5-18' -LogonType ServiceAccount -RunLevel Highest
    $null = Register-ScheduledTask -TaskName $name -Action $action -Principal $principal -Force
    try {
        Start-ScheduledTask -TaskName $name
        $last = (Get-Date).AddHours(1)
        do {
            Start-Sleep -Seconds 5
            if ((Get-Date) -gt $last) {
                throw 'The setup did not end within an hour'
            }
            $result = (Get-ScheduledTaskInfo -TaskName $name).LastTaskResult
        } while ($result -eq 267009 -or $result -eq 267011) # it runs, or has not begun
        return $result
    }
    finally {
        Unregister-ScheduledTask -TaskName $name -Confirm:$false
    }
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Package,
        [Parameter(Mandatory)][string]$ProxyUrl,
        [Parameter(Mandatory)][bool]$AsSystem,
        [Parameter(Mandatory)][securestring]$AccessKey
    )
    $keyFile = Join-Path -Path (Split-Path -Path $Package -Parent) -ChildPath 'access.key'
    $words = @('/quiet', 'NetFrameworkCommandLineArguments="/q"') + @(Get-ProxyWord -ProxyUrl $ProxyUrl) + ('AccessKeyFile="' + $keyFile + '"')
    $pointer = [Runtime.InteropServices.Marshal]::SecureStringToBSTR($AccessKey)
    try {
        $key = [Runtime.InteropServices.Marshal]::PtrToStringBSTR($pointer)
        if ($key -notmatch '^[A-Za-z0-9+/=_-]+$') {
            throw 'The access key is not the text that the portal shows'
        }
        Write-KeyFile -Path $keyFile -Key $key
        if ($AsSystem) {
            $result = Invoke-AsSystem -Package $Package -Words $words
        }
        else {
            $result = (Start-Process -FilePath $Package -ArgumentList $words -Wait -PassThru).ExitCode
        }
    }
    finally {
        [Runtime.InteropServices.Marshal]::ZeroFreeBSTR($pointer)
        Remove-Item -Path $keyFile -Force -ErrorAction SilentlyContinue
    }
    if ($result -ne 0 -and $result -ne 3010 -and $result -ne 1641) {
        throw ('The setup ended with ' + $result)
    }
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Package,
        [Parameter(Mandatory)][string]$ProxyUrl,
        [Parameter(Mandatory)][bool]$AsSystem
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
        [Parameter(Mandatory)][string]$ProxyUrl,
        [Parameter(Mandatory)][bool]$AsSystem
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
