# Put the servers into the group that may read the password.
# Rights: Create groups in the target container.
# See that it worked: Get-ADGroup finds the group and lists the servers.
# Take it back: Undo-Step removes the servers that this step added, and the group if this step made it.

function ConvertTo-FilterText {
    # What a value may not hold inside an LDAP filter, as RFC 4515 writes it.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Text
    )
    return $Text.Replace('\', '\5c').Replace('*', '\2a').Replace('(', '\28').Replace(')', '\29').Replace([string][char]0, '\00')
}

function Get-ReaderGroup {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$GroupName
    )
    return Get-ADGroup -LDAPFilter ('(sAMAccountName=' + (ConvertTo-FilterText -Text $GroupName) + ')')
}

function Get-ServerAccount {
    # The account of a server is looked for in its own domain, which need not be the one of the group.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Name
    )
    $domain = $Name.Substring($Name.IndexOf('.') + 1)
    $found = Get-ADComputer -LDAPFilter ('(dNSHostName=' + (ConvertTo-FilterText -Text $Name) + ')') -Server $domain
    if ($null -eq $found) {
        throw ('There is no computer ' + $Name + ' in ' + $domain)
    }
    return $found
}

function Get-MissingServer {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$GroupName,
        [Parameter(Mandatory)][string[]]$Servers
    )
    $members = @((Get-ADGroup -Identity (Get-ReaderGroup -GroupName $GroupName) -Properties member).member)
    foreach ($name in $Servers) {
        $account = Get-ServerAccount -Name $name
        if ($members -notcontains $account.DistinguishedName) {
            $account
        }
    }
}

function Get-SavedPath {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$GroupName
    )
    return 'HKLM:\SOFTWARE\mdiplan\create_dsa_group\' + $GroupName
}

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$GroupName,
        [Parameter(Mandatory)][string]$Scope,
        [Parameter(Mandatory)][string[]]$Servers,
        [Parameter(Mandatory)][string]$Description
    )
    if ($null -eq (Get-ReaderGroup -GroupName $GroupName)) {
        return $false
    }
    return @(Get-MissingServer -GroupName $GroupName -Servers $Servers).Count -eq 0
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$GroupName,
        [Parameter(Mandatory)][string]$Scope,
        [Parameter(Mandatory)][string[]]$Servers,
        [Parameter(Mandatory)][string]$Description
    )
    $saved = Get-SavedPath -GroupName $GroupName
    if (-not (Test-Path -Path $saved)) {
        New-Item -Path $saved -Force | Out-Null
        New-ItemProperty -Path $saved -Name 'Added' -PropertyType MultiString -Value ([string[]]@()) | Out-Null
    }
    if ($null -eq (Get-ReaderGroup -GroupName $GroupName)) {
        New-ItemProperty -Path $saved -Name 'Created' -PropertyType DWord -Value 1 -Force | Out-Null
        New-ADGroup -Name $GroupName -SamAccountName $GroupName -GroupScope $Scope -GroupCategory Security -Description $Description
    }
    # An account object says which domain it is of; a bare name would be looked for in the domain of the group.
    $missing = @(Get-MissingServer -GroupName $GroupName -Servers $Servers)
    if ($missing.Count -gt 0) {
        Add-ADGroupMember -Identity (Get-ReaderGroup -GroupName $GroupName) -Members $missing
        $added = @((Get-Item -Path $saved).GetValue('Added')) + @($missing | ForEach-Object { $_.DNSHostName })
        Set-ItemProperty -Path $saved -Name 'Added' -Value ([string[]]$added)
    }
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$GroupName,
        [Parameter(Mandatory)][string]$Scope,
        [Parameter(Mandatory)][string[]]$Servers,
        [Parameter(Mandatory)][string]$Description
    )
    return Test-Step -GroupName $GroupName -Scope $Scope -Servers $Servers -Description $Description
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$GroupName,
        [Parameter(Mandatory)][string]$Scope,
        [Parameter(Mandatory)][string[]]$Servers,
        [Parameter(Mandatory)][string]$Description
    )
    $saved = Get-SavedPath -GroupName $GroupName
    if (-not (Test-Path -Path $saved)) {
        throw ('This step did not change ' + $GroupName)
    }
    $group = Get-ReaderGroup -GroupName $GroupName
    foreach ($name in @((Get-Item -Path $saved).GetValue('Added'))) {
        Remove-ADGroupMember -Identity $group -Members (Get-ServerAccount -Name $name) -Confirm:$false
    }
    if ((Get-Item -Path $saved).GetValue('Created') -eq 1) {
        Remove-ADGroup -Identity $group -Confirm:$false
    }
    Remove-Item -Path $saved
}
