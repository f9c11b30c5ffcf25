# Create the group of servers that may read the password.
# Rights: Create groups in the target container.
# See that it worked: Get-ADGroup finds the group and lists the servers.
# Take it back: Remove the servers from the group, then delete it.

function ConvertTo-FilterText {
    # What a value may not hold inside an LDAP filter, as RFC 4515 writes it.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Text
    )
    return $Text.Replace('\', '\5c').Replace('*', '\2a').Replace('(', '\28').Replace(')', '\29').Replace([string][char]0, '\00')
}

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$GroupName,
        [Parameter(Mandatory)][string]$Description
    )
    return [bool](Get-ADGroup -LDAPFilter ('(sAMAccountName=' + (ConvertTo-FilterText -Text $GroupName) + ')'))
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
    return [bool](Get-ADGroup -LDAPFilter ('(sAMAccountName=' + (ConvertTo-FilterText -Text $GroupName) + ')'))
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$GroupName,
        [Parameter(Mandatory)][string]$Description
    )
    Get-ADGroup -Identity $GroupName | Remove-ADGroup -Confirm:$false
}
