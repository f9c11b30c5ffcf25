# Create the group managed service account, or let the servers read its password.
# Rights: Create managed service accounts.
# See that it worked: Get-ADServiceAccount finds the account and names the group as reader, beside those that were named before.
# Take it back: Undo-Step removes the account if this step made it, and otherwise gives it back the readers it had; sensors fall back to their own service account.

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

function Get-ReaderGroup {
    # The group by its name, or a built-in one by its SID.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Readers
    )
    if ($Readers -match '^S-1-[0-9-]+$') {
        return Get-ADGroup -Identity $Readers
    }
    return Get-ADGroup -LDAPFilter ('(sAMAccountName=' + (ConvertTo-FilterText -Text $Readers) + ')')
}

function Get-SavedPath {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$AccountName
    )
    return 'HKLM:\SOFTWARE\mdiplan\create_gmsa\' + $AccountName
}

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$AccountName,
        [Parameter(Mandatory)][string]$DnsHostName,
        [Parameter(Mandatory)][string]$Readers
    )
    $account = Get-Account -AccountName $AccountName
    $group = Get-ReaderGroup -Readers $Readers
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
        [Parameter(Mandatory)][string]$Readers
    )
    $group = Get-ReaderGroup -Readers $Readers
    if ($null -eq $group) {
        throw ('There is no group ' + $Readers)
    }
    $account = Get-Account -AccountName $AccountName
    $saved = Get-SavedPath -AccountName $AccountName
    if ($null -eq $account) {
        New-Item -Path $saved -Force | Out-Null
        New-ItemProperty -Path $saved -Name 'Created' -PropertyType DWord -Value 1 -Force | Out-Null
        New-ADServiceAccount -Name $AccountName -DNSHostName $DnsHostName -PrincipalsAllowedToRetrieveManagedPassword $group.DistinguishedName -KerberosEncryptionType 'AES128,AES256'
        return
    }
    # The cmdlet replaces the list: whoever may read the password already stays on it.
    $before = @($account.PrincipalsAllowedToRetrieveManagedPassword)
    if (-not (Test-Path -Path $saved)) {
        New-Item -Path $saved -Force | Out-Null
        New-ItemProperty -Path $saved -Name 'Readers' -PropertyType MultiString -Value ([string[]]$before) | Out-Null
    }
    Write-Verbose ('Readers before: ' + ($before -join '; '))
    Set-ADServiceAccount -Identity $account -PrincipalsAllowedToRetrieveManagedPassword ($before + $group.DistinguishedName)
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$AccountName,
        [Parameter(Mandatory)][string]$DnsHostName,
        [Parameter(Mandatory)][string]$Readers
    )
    return Test-Step -AccountName $AccountName -DnsHostName $DnsHostName -Readers $Readers
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$AccountName,
        [Parameter(Mandatory)][string]$DnsHostName,
        [Parameter(Mandatory)][string]$Readers
    )
    $saved = Get-SavedPath -AccountName $AccountName
    if (-not (Test-Path -Path $saved)) {
        throw ('This step did not change ' + $AccountName)
    }
    $account = Get-Account -AccountName $AccountName
    if ((Get-Item -Path $saved).GetValue('Created') -eq 1) {
        Remove-ADServiceAccount -Identity $account -Confirm:$false
    }
    else {
        $before = @((Get-Item -Path $saved).GetValue('Readers'))
        if ($before.Count -eq 0) {
            $before = $null
        }
        Set-ADServiceAccount -Identity $account -PrincipalsAllowedToRetrieveManagedPassword $before
    }
    Remove-Item -Path $saved
}
