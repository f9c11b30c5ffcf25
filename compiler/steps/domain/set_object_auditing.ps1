# Audit changes to directory objects.
# Rights: Manage auditing and security log.
# See that it worked: The audit entries of the domain root list Everyone, Success, for the descendants of every class.
# Take it back: Undo-Step removes exactly the entries that this step added.
# Entries is a list "class GUID=rights", separated by commas.

function Get-MissingEntry {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$DomainDn,
        [Parameter(Mandatory)][string]$Entries
    )
    Import-Module -Name ActiveDirectory
    $rules = (Get-Acl -Audit -Path ('AD:\' + $DomainDn)).GetAuditRules($true, $true, [Security.Principal.SecurityIdentifier])
    foreach ($entry in $Entries.Split(',')) {
        $class = [guid]$entry.Split('=')[0]
        $mask = [int]$entry.Split('=')[1]
        $found = 0
        foreach ($rule in $rules) {
            $everyone = $rule.IdentityReference.Value -eq 'S-1-1-0'
            $matching = $rule.InheritedObjectType -eq $class -or $rule.InheritedObjectType -eq [guid]::Empty
            $success = ($rule.AuditFlags -band [Security.AccessControl.AuditFlags]::Success) -ne 0
            $passedOn = ($rule.InheritanceFlags -band [Security.AccessControl.InheritanceFlags]::ContainerInherit) -ne 0
            if ($everyone -and $matching -and $success -and $passedOn -and $rule.ObjectType -eq [guid]::Empty) {
                $found = $found -bor [int]$rule.ActiveDirectoryRights
            }
        }
        if (($found -band $mask) -ne $mask) {
            $entry
        }
    }
}

function New-EntryRule {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Entry
    )
    $everyone = New-Object Security.Principal.SecurityIdentifier 'S-1-1-0'
    $rights = [DirectoryServices.ActiveDirectoryRights][int]$Entry.Split('=')[1]
    $success = [Security.AccessControl.AuditFlags]::Success
    $below = [DirectoryServices.ActiveDirectorySecurityInheritance]::Descendents
    New-Object DirectoryServices.ActiveDirectoryAuditRule $everyone, $rights, $success, $below, ([guid]$Entry.Split('=')[0])
}

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$DomainDn,
        [Parameter(Mandatory)][string]$Entries
    )
    return @(Get-MissingEntry -DomainDn $DomainDn -Entries $Entries).Count -eq 0
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$DomainDn,
        [Parameter(Mandatory)][string]$Entries
    )
    Import-Module -Name ActiveDirectory
    $path = 'AD:\' + $DomainDn
    $acl = Get-Acl -Audit -Path $path
    foreach ($entry in @(Get-MissingEntry -DomainDn $DomainDn -Entries $Entries)) {
        $acl.AddAuditRule((New-EntryRule -Entry $entry))
    }
    Set-Acl -Path $path -AclObject $acl
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$DomainDn,
        [Parameter(Mandatory)][string]$Entries
    )
    return Test-Step -DomainDn $DomainDn -Entries $Entries
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$DomainDn,
        [Parameter(Mandatory)][string]$Entries
    )
    Import-Module -Name ActiveDirectory
    $path = 'AD:\' + $DomainDn
    $acl = Get-Acl -Audit -Path $path
    foreach ($entry in $Entries.Split(',')) {
        $acl.RemoveAuditRuleSpecific((New-EntryRule -Entry $entry))
    }
    Set-Acl -Path $path -AclObject $acl
}
