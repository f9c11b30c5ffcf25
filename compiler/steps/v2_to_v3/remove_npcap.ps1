# Uninstall Npcap.
# Rights: Local Administrators.
# See that it worked: Npcap is gone from the installed programs.
# Take it back: Install Npcap again.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Uninstaller
    )
    return -not (Test-Path -LiteralPath $Uninstaller)
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Uninstaller
    )
    $process = Start-Process -FilePath $Uninstaller -ArgumentList '/S' -Wait -PassThru
    if ($process.ExitCode -ne 0) {
        throw ('The uninstallation ended with ' + $process.ExitCode)
    }
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Uninstaller
    )
    return Test-Step -Uninstaller $Uninstaller
}
