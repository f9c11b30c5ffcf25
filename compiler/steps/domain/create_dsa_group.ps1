# Create the group of servers that may read the password.
# Rights: Create groups in the target container.
# See that it worked: Get-ADGroup finds the group and lists the servers.
# Take it back: Remove the servers from the group, then delete it.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$GroupName,
        [Parameter(Mandatory)][string]$Description
    )
    return [bool](Get-ADGroup -LDAPFilter ('(sAMAccountName=' + $GroupName + ')'))
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$GroupName,
        [Parameter(Mandatory)][string]$Description
    )
    New-ADGroup -Name $GroupName -SamAccountName $GroupName -GroupScope Universal -GroupCategory Security -Description $Description
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$GroupName,
        [Parameter(Mandatory)][string]$Description
    )
    return [bool](Get-ADGroup -LDAPFilter ('(sAMAccountName=' + $GroupName + ')'))
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$GroupName,
        [Parameter(Mandatory)][string]$Description
    )
    Get-ADGroup -Identity $GroupName | Remove-ADGroup -Confirm:$false
}
