# Create the policy for the High performance power plan.
# Rights: Group Policy Creator Owners.
# See that it worked: The policy sets the active power scheme 8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c.
# Take it back: Undo-Step removes the policy.

function Get-PowerPolicy {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Domain,
        [Parameter(Mandatory)][string]$Prefix
    )
    Import-Module -Name GroupPolicy
    return Get-GPO -All -Domain $Domain | Where-Object { $_.DisplayName -eq ($Prefix + ' - Processor Performance') }
}

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Domain,
        [Parameter(Mandatory)][string]$Prefix
    )
    Import-Module -Name DefenderForIdentity
    return [bool](Test-MDIConfiguration -Mode Domain -Configuration ProcessorPerformance -GpoNamePrefix $Prefix -Domain $Domain)
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Domain,
        [Parameter(Mandatory)][string]$Prefix
    )
    Import-Module -Name DefenderForIdentity
    Set-MDIConfiguration -Mode Domain -Configuration ProcessorPerformance -GpoNamePrefix $Prefix -Domain $Domain -SkipGpoLink -Force
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Domain,
        [Parameter(Mandatory)][string]$Prefix
    )
    return @(Get-PowerPolicy -Domain $Domain -Prefix $Prefix).Count -eq 1
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Domain,
        [Parameter(Mandatory)][string]$Prefix
    )
    foreach ($policy in @(Get-PowerPolicy -Domain $Domain -Prefix $Prefix)) {
        Remove-GPO -Guid $policy.Id -Domain $Domain
    }
}
