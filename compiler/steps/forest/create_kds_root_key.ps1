# Create the KDS root key.
# Rights: Enterprise Admins.
# See that it worked: Get-KdsRootKey lists a key.
# Take it back: Cannot be undone: deleting the key breaks every account made from it.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][bool]$BackDated,
        [Parameter(Mandatory)][string]$Reason
    )
    return [bool](Get-KdsRootKey)
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][bool]$BackDated,
        [Parameter(Mandatory)][string]$Reason
    )
    Write-Verbose $Reason
    if (-not $BackDated) {
        Add-KdsRootKey -EffectiveImmediately | Out-Null
        return
    }
    # Only a forest with one controller may skip the wait, and the facts may be older than the second one.
    $controllers = @((Get-ADForest).Domains | ForEach-Object { Get-ADDomainController -Filter * -Server $_ })
    if ($controllers.Count -ne 1) {
        throw ('The key is not dated back: the forest has ' + $controllers.Count + ' controllers')
    }
    Add-KdsRootKey -EffectiveTime (Get-Date).AddHours(-10) | Out-Null
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][bool]$BackDated,
        [Parameter(Mandatory)][string]$Reason
    )
    return [bool](Get-KdsRootKey)
}
