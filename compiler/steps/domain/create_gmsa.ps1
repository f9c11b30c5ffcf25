# Create the group managed service account.
# Rights: Create managed service accounts.
# See that it worked: Get-ADServiceAccount finds the account and names the group as reader.
# Take it back: Remove the account; sensors fall back to their own service account.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$AccountName,
        [Parameter(Mandatory)][string]$DnsHostName,
        [Parameter(Mandatory)][string]$GroupName
    )
    return [bool](Get-ADServiceAccount -LDAPFilter ('(sAMAccountName=' + $AccountName + '$)'))
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$AccountName,
        [Parameter(Mandatory)][string]$DnsHostName,
        [Parameter(Mandatory)][string]$GroupName
    )
    New-ADServiceAccount -Name $AccountName -DNSHostName $DnsHostName -PrincipalsAllowedToRetrieveManagedPassword $GroupName -KerberosEncryptionType 'AES128,AES256'
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$AccountName,
        [Parameter(Mandatory)][string]$DnsHostName,
        [Parameter(Mandatory)][string]$GroupName
    )
    return [bool](Get-ADServiceAccount -LDAPFilter ('(sAMAccountName=' + $AccountName + '$)'))
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
