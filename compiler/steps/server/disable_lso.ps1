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
        # An adapter that knows no such offload has no settings of it; one that does not exist is an error.
        $name = (Get-NetAdapter -Name ([WildcardPattern]::Escape($adapter))).Name
        $settings = Get-NetAdapterLso -Name ([WildcardPattern]::Escape($name)) -ErrorAction SilentlyContinue
        if ($null -ne $settings -and $settings.IPv4Enabled) {
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
        $name = [WildcardPattern]::Escape($adapter)
        if ($null -ne (Get-NetAdapterLso -Name $name -ErrorAction SilentlyContinue)) {
            $options = @{ Name = $name; IPv4 = $true }
            Disable-NetAdapterLso @options
        }
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
        $name = [WildcardPattern]::Escape($adapter)
        if ($null -ne (Get-NetAdapterLso -Name $name -ErrorAction SilentlyContinue)) {
            $options = @{ Name = $name; IPv4 = $true }
            Enable-NetAdapterLso @options
        }
    }
}
