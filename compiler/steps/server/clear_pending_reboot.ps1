# Restart the server before the installation.
# Rights: Local Administrators.
# See that it worked: The keys RebootPending and RebootRequired are gone.
# Take it back: Nothing to take back: a restart cannot be undone.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Server
    )
    return -not (Invoke-Command -ComputerName $Server -ScriptBlock {
        $keys = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending', 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired'
        [bool]($keys | Where-Object { Test-Path -Path $_ })
    })
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Server
    )
    Restart-Computer -ComputerName $Server -Protocol WSMan -Force -Wait -For PowerShell -Timeout 1800
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Server
    )
    return Test-Step -Server $Server
}
