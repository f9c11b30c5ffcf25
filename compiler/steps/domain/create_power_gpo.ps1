# Create the policy for the High performance power plan.
# Rights: Group Policy Creator Owners.
# See that it worked: The policy sets the active power scheme 8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c.
# Take it back: Undo-Step removes the policy.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Prefix
    )
    Import-Module -Name DefenderForIdentity
    return [bool](Test-MDIConfiguration -Mode Domain -Configuration ProcessorPerformance -GpoNamePrefix $Prefix)
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Prefix
    )
    Import-Module -Name DefenderForIdentity
    Set-MDIConfiguration -Mode Domain -Configuration ProcessorPerformance -GpoNamePrefix $Prefix -SkipGpoLink -Force
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Prefix
    )
    Import-Module -Name GroupPolicy
    return $null -ne (Get-GPO -All | Where-Object { $_.DisplayName -like ($Prefix + '*Processor*') })
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Prefix
    )
    Import-Module -Name GroupPolicy
    Get-GPO -All | Where-Object { $_.DisplayName -like ($Prefix + '*Processor*') } | Remove-GPO
}
