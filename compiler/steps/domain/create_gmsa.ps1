# Create the group managed service account.
# Rights: Create managed service accounts.
# See that it worked: Get-ADServiceAccount finds the account and names the group as reader.
# Take it back: Remove the account; sensors fall back to their own service account.

function ConvertTo-FilterText {
    # What a value may not hold inside an LDAP filter, as RFC 4515 writes it.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Text
    )
    return $Text.Replace('\', '\5c').Replace('*', '\2a').Replace('(', '\28').Replace(')', '\29').Replace([string][char]0, '\00')
}

function Get-Account {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$AccountName
    )
    return Get-ADServiceAccount -LDAPFilter ('(sAMAccountName=' + (ConvertTo-FilterText -Text $AccountName) + '$)') -Properties PrincipalsAllowedToRetrieveManagedPassword
}

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$AccountName,
        [Parameter(Mandatory)][string]$DnsHostName,
        [Parameter(Mandatory)][string]$GroupName
    )
    $account = Get-Account -AccountName $AccountName
    $group = Get-ADGroup -LDAPFilter ('(sAMAccountName=' + (ConvertTo-FilterText -Text $GroupName) + ')')
    if ($null -eq $account -or $null -eq $group) {
        return $false
    }
    return @($account.PrincipalsAllowedToRetrieveManagedPassword) -contains $group.DistinguishedName
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$AccountName,
        [Parameter(Mandatory)][string]$DnsHostName,
        [Parameter(Mandatory)][string]$GroupName
    )
    # An account that others made has readers of its own, and taking this step back would delete it.
    if ($null -ne (Get-Account -AccountName $AccountName)) {
        throw ('The account exists and does not name the group as a reader of its password: add ' + $GroupName + ' to its readers by hand')
    }
    New-ADServiceAccount -Name $AccountName -DNSHostName $DnsHostName -PrincipalsAllowedToRetrieveManagedPassword $GroupName -KerberosEncryptionType 'AES128,AES256'
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$AccountName,
        [Parameter(Mandatory)][string]$DnsHostName,
        [Parameter(Mandatory)][string]$GroupName
    )
    return Test-Step -AccountName $AccountName -DnsHostName $DnsHostName -GroupName $GroupName
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$AccountName,
        [Parameter(Mandatory)][string]$DnsHostName,
        [Parameter(Mandatory)][string]$GroupName
    )
    Remove-ADServiceAccount -Identity $AccountName -Confirm:$false
}
