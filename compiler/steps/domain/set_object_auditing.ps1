# Audit changes to directory objects.
# Rights: Manage auditing and security log.
# See that it worked: The audit entries of the domain root list Everyone, Success, for descendant user objects.
# Take it back: Undo-Step removes exactly the entry that this step added.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$DomainDn,
        [Parameter(Mandatory)][string]$ClassGuid,
        [Parameter(Mandatory)][int]$Mask
    )
    $rules = (Get-Acl -Audit -Path ('AD:\' + $DomainDn)).GetAuditRules($true, $true, [Security.Principal.SecurityIdentifier])
    $found = 0
    foreach ($rule in $rules) {
        $everyone = $rule.IdentityReference.Value -eq 'S-1-1-0'
        $class = $rule.InheritedObjectType -eq [guid]$ClassGuid -or $rule.InheritedObjectType -eq [guid]::Empty
        $success = ($rule.AuditFlags -band [Security.AccessControl.AuditFlags]::Success) -ne 0
        if ($everyone -and $class -and $success -and $rule.ObjectType -eq [guid]::Empty) {
            $found = $found -bor [int]$rule.ActiveDirectoryRights
        }
    }
    return ($found -band $Mask) -eq $Mask
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$DomainDn,
        [Parameter(Mandatory)][string]$ClassGuid,
        [Parameter(Mandatory)][int]$Mask
    )
    $path = 'AD:\' + $DomainDn
    $acl = Get-Acl -Audit -Path $path
    $everyone = New-Object Security.Principal.SecurityIdentifier 'S-1-1-0'
    $rule = New-Object DirectoryServices.ActiveDirectoryAuditRule $everyone, ([DirectoryServices.ActiveDirectoryRights]$Mask), ([Security.AccessControl.AuditFlags]::Success), ([DirectoryServices.ActiveDirectorySecurityInheritance]::Descendents), ([guid]$ClassGuid)
    $acl.AddAuditRule($rule)
    Set-Acl -Path $path -AclObject $acl
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$DomainDn,
        [Parameter(Mandatory)][string]$ClassGuid,
        [Parameter(Mandatory)][int]$Mask
    )
    return Test-Step -DomainDn $DomainDn -ClassGuid $ClassGuid -Mask $Mask
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$DomainDn,
        [Parameter(Mandatory)][string]$ClassGuid,
        [Parameter(Mandatory)][int]$Mask
    )
    $path = 'AD:\' + $DomainDn
    $acl = Get-Acl -Audit -Path $path
    $everyone = New-Object Security.Principal.SecurityIdentifier 'S-1-1-0'
    $rule = New-Object DirectoryServices.ActiveDirectoryAuditRule $everyone, ([DirectoryServices.ActiveDirectoryRights]$Mask), ([Security.AccessControl.AuditFlags]::Success), ([DirectoryServices.ActiveDirectorySecurityInheritance]::Descendents), ([guid]$ClassGuid)
    [void]$acl.RemoveAuditRule($rule)
    Set-Acl -Path $path -AclObject $acl
}
