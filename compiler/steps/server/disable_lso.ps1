# Turn off large send offload.
# Rights: Local Administrators.
# See that it worked: Get-NetAdapterAdvancedProperty shows the offloads disabled.
# Take it back: Undo-Step enables them again.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string[]]$Adapters
    )
    foreach ($adapter in $Adapters) {
        if ((Get-NetAdapterLso -Name $adapter).IPv4Enabled) {
            return $false
        }
    }
    return $true
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string[]]$Adapters
    )
    foreach ($adapter in $Adapters) {
        $options = @{ Name = $adapter; IPv4 = $true }
        Disable-NetAdapterLso @options
    }
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string[]]$Adapters
    )
    return Test-Step -Adapters $Adapters
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string[]]$Adapters
    )
    foreach ($adapter in $Adapters) {
        $options = @{ Name = $adapter; IPv4 = $true }
        Enable-NetAdapterLso @options
    }
}
