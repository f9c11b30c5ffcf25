# Restart the server before the installation.
# Rights: Local Administrators.
# See that it worked: The keys RebootPending and RebootRequired are gone.
# Take it back: Nothing to take back: a restart cannot be undone.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Reason
    )
    $keys = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending', 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired'
    return -not ($keys | Where-Object { Test-Path -Path $_ })
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Reason
    )
    & shutdown.exe /r /t 60 /d p:2:4 /c $Reason
    if ($LASTEXITCODE -ne 0) {
        throw ('shutdown ended with ' + $LASTEXITCODE)
    }
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Reason
    )
    return Test-Step -Reason $Reason
}
