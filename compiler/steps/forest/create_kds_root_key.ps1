# Create the KDS root key.
# Rights: Enterprise Admins.
# See that it worked: Get-KdsRootKey lists a key.
# Take it back: Cannot be undone: deleting the key breaks every account made from it.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Reason
    )
    return [bool](Get-KdsRootKey)
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Reason
    )
    Write-Verbose $Reason
    Add-KdsRootKey -EffectiveImmediately | Out-Null
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Reason
    )
    return [bool](Get-KdsRootKey)
}
