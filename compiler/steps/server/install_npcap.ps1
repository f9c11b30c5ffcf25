# Install Npcap before the sensor.
# Rights: Local Administrators.
# See that it worked: The Npcap key shows LoopbackSupport 0, WinPcapCompatible 1, AdminOnly 0.
# Take it back: Undo-Step uninstalls Npcap.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Installer
    )
    $key = 'HKLM:\SYSTEM\CurrentControlSet\Services\npcap\Parameters'
    if (-not (Test-Path -Path $key)) {
        return $false
    }
    $found = Get-ItemProperty -Path $key
    return $found.AdminOnly -eq 0 -and $found.WinPcapCompatible -eq 1 -and $found.LoopbackSupport -eq 0
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Installer
    )
    $process = Start-Process -FilePath $Installer -ArgumentList '/loopback_support=no', '/winpcap_mode=yes', '/admin_only=no', '/S' -Wait -PassThru
    if ($process.ExitCode -ne 0) {
        throw ('The setup of Npcap ended with ' + $process.ExitCode)
    }
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Installer
    )
    return Test-Step -Installer $Installer
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Installer
    )
    $program = Join-Path -Path $env:ProgramFiles -ChildPath 'Npcap\Uninstall.exe'
    $process = Start-Process -FilePath $program -ArgumentList '/S' -Wait -PassThru
    if ($process.ExitCode -ne 0) {
        throw ('The uninstallation of Npcap ended with ' + $process.ExitCode)
    }
}
