#Requires -Version 5.1
# Runs the automated steps of a runbook in their order and stops at the first failure. It can be run again: a step whose
# test says that there is nothing to do is passed over. With -WhatIf it calls nothing but the tests.
# Steps that a person does stop the script until they are confirmed at the prompt, or are given with -Done.
[CmdletBinding()]
param(
    [switch]$WhatIf,
    [string[]]$Done = @(),
    [int]$From = 1,
    [int]$Until = 2147483647
)
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

function Use-Step {
    # Runs one function of a step's script with its values, here or on the server it is about.
    param([string]$Source, [string]$Function, [hashtable]$Values, [string]$Computer)
    $block = {
        param($Source, $Function, $Values)
        . ([scriptblock]::Create($Source))
        & $Function @Values
    }
    if ($Computer -eq '') {
        return & $block $Source $Function $Values
    }
    return Invoke-Command -ComputerName $Computer -ScriptBlock $block -ArgumentList $Source, $Function, $Values
}

function Start-Automatic {
    param([int]$Number, [string]$Id, [string]$Source, [hashtable]$Values, [string]$Computer)
    if ($Number -lt $From -or $Number -gt $Until) {
        return
    }
    Write-Output ('{0,4} {1}' -f $Number, $Id)
    if (Use-Step -Source $Source -Function 'Test-Step' -Values $Values -Computer $Computer) {
        Write-Output '     nothing to do'
        return
    }
    if ($WhatIf) {
        Write-Output '     would be done'
        return
    }
    Use-Step -Source $Source -Function 'Invoke-Step' -Values $Values -Computer $Computer | Out-Null
    if (-not (Use-Step -Source $Source -Function 'Confirm-Step' -Values $Values -Computer $Computer)) {
        throw ('Step ' + $Number + ' did what it does, and its confirmation says that it did not work: ' + $Id)
    }
    Write-Output '     done'
}

function Start-Manual {
    param([int]$Number, [string]$Id, [string]$Title)
    if ($Number -lt $From -or $Number -gt $Until) {
        return
    }
    Write-Output ('{0,4} {1}' -f $Number, $Id)
    if ($Done -contains $Id) {
        Write-Output '     confirmed by -Done'
        return
    }
    if ($WhatIf) {
        Write-Output ('     to be done by a person: ' + $Title)
        return
    }
    $answer = Read-Host -Prompt ('     ' + $Title + ' - type yes when it is done')
    if ($answer -ne 'yes') {
        throw ('Stopped before step ' + $Number + '. Start again with -From ' + $Number)
    }
}

# audit.snapshot_state, SHA-256 fad8d951e4d9dfe19ad44ed16581477c33543f66bea8eb3ae04a9f69a15fbddf
$script_audit_snapshot_state = '# Save the settings that this change touches.
# Rights: Domain Admin, local administrator of the servers.
# See that it worked: The folder holds the policy backups, two security descriptors, and a folder for each controller; their digests stand in the change record.
# Take it back: Delete the folder when the change is closed.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Folder,
        [Parameter(Mandatory)][string]$Domain,
        [Parameter(Mandatory)][string]$DomainDn,
        [Parameter(Mandatory)][string]$ConfigurationDn,
        [Parameter(Mandatory)][string[]]$Servers
    )
    $target = Join-Path -Path $Folder -ChildPath $Domain
    if (-not (Test-Path -Path (Join-Path -Path $target -ChildPath ''complete.txt''))) {
        return $false
    }
    $age = (Get-Date) - (Get-Item -Path (Join-Path -Path $target -ChildPath ''complete.txt'')).LastWriteTime
    return $age.TotalHours -lt 24
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Folder,
        [Parameter(Mandatory)][string]$Domain,
        [Parameter(Mandatory)][string]$DomainDn,
        [Parameter(Mandatory)][string]$ConfigurationDn,
        [Parameter(Mandatory)][string[]]$Servers
    )
    $target = Join-Path -Path $Folder -ChildPath $Domain
    New-Item -ItemType Directory -Force -Path (Join-Path -Path $target -ChildPath ''policies'') | Out-Null
    Import-Module -Name GroupPolicy
    Import-Module -Name ActiveDirectory
    Backup-GPO -All -Domain $Domain -Path (Join-Path -Path $target -ChildPath ''policies'') | Out-Null
    (Get-Acl -Audit -Path (''AD:\'' + $DomainDn)).Sddl | Set-Content -Path (Join-Path -Path $target -ChildPath ''domain.sddl'')
    (Get-Acl -Audit -Path (''AD:\'' + $ConfigurationDn)).Sddl | Set-Content -Path (Join-Path -Path $target -ChildPath ''configuration.sddl'')
    foreach ($server in $Servers) {
        $answer = Invoke-Command -ComputerName $server -ScriptBlock {
            $file = Join-Path -Path $env:TEMP -ChildPath ''mdiplan-audit.csv''
            & auditpol.exe /backup /file:$file | Out-Null
            if ($LASTEXITCODE -ne 0) {
                throw (''auditpol ended with '' + $LASTEXITCODE)
            }
            Get-Content -Path $file
            Remove-Item -Path $file
            & powercfg.exe /getactivescheme
            Get-ItemProperty -Path ''HKLM:\SYSTEM\CurrentControlSet\Control\Lsa\MSV1_0'', ''HKLM:\SYSTEM\CurrentControlSet\Services\Netlogon\Parameters'' | Out-String
        }
        $answer | Set-Content -Path (Join-Path -Path $target -ChildPath ($server + ''.txt''))
    }
    Get-ChildItem -Path $target -File -Recurse | Get-FileHash -Algorithm SHA256 | Format-List | Out-String | Set-Content -Path (Join-Path -Path $target -ChildPath ''complete.txt'')
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Folder,
        [Parameter(Mandatory)][string]$Domain,
        [Parameter(Mandatory)][string]$DomainDn,
        [Parameter(Mandatory)][string]$ConfigurationDn,
        [Parameter(Mandatory)][string[]]$Servers
    )
    if (-not (Test-Step -Folder $Folder -Domain $Domain -DomainDn $DomainDn -ConfigurationDn $ConfigurationDn -Servers $Servers)) {
        return $false
    }
    $target = Join-Path -Path $Folder -ChildPath $Domain
    $empty = Get-ChildItem -Path $target -File -Recurse | Where-Object { $_.Length -eq 0 }
    return $null -eq $empty
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Folder,
        [Parameter(Mandatory)][string]$Domain,
        [Parameter(Mandatory)][string]$DomainDn,
        [Parameter(Mandatory)][string]$ConfigurationDn,
        [Parameter(Mandatory)][string[]]$Servers
    )
    Remove-Item -Recurse -Path (Join-Path -Path $Folder -ChildPath $Domain)
}
'

# domain.create_dsa_group, SHA-256 5307aaab7b8862dbae10af0e14f201e0d3b7698e555252faf52115778d7bb3a2
$script_domain_create_dsa_group = '# Create the group of servers that may read the password.
# Rights: Create groups in the target container.
# See that it worked: Get-ADGroup finds the group and lists the servers.
# Take it back: Remove the servers from the group, then delete it.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$GroupName,
        [Parameter(Mandatory)][string]$Description
    )
    return [bool](Get-ADGroup -LDAPFilter (''(sAMAccountName='' + $GroupName + '')''))
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
    return [bool](Get-ADGroup -LDAPFilter (''(sAMAccountName='' + $GroupName + '')''))
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$GroupName,
        [Parameter(Mandatory)][string]$Description
    )
    Get-ADGroup -Identity $GroupName | Remove-ADGroup -Confirm:$false
}
'

# domain.create_gmsa, SHA-256 07fae61d52f33a5ce97a086c8aef5900554cb87d04c00da4ab5a39f9fb560d6e
$script_domain_create_gmsa = '# Create the group managed service account.
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
    return [bool](Get-ADServiceAccount -LDAPFilter (''(sAMAccountName='' + $AccountName + ''$)''))
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$AccountName,
        [Parameter(Mandatory)][string]$DnsHostName,
        [Parameter(Mandatory)][string]$GroupName
    )
    New-ADServiceAccount -Name $AccountName -DNSHostName $DnsHostName -PrincipalsAllowedToRetrieveManagedPassword $GroupName -KerberosEncryptionType ''AES128,AES256''
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$AccountName,
        [Parameter(Mandatory)][string]$DnsHostName,
        [Parameter(Mandatory)][string]$GroupName
    )
    return [bool](Get-ADServiceAccount -LDAPFilter (''(sAMAccountName='' + $AccountName + ''$)''))
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
'

# domain.set_object_auditing, SHA-256 49cb795ead49f812f47d3ef64baef8e2d769edc2fde7ec5d4eb6d32948d0da3d
$script_domain_set_object_auditing = '# Audit changes to directory objects.
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
    $rules = (Get-Acl -Audit -Path (''AD:\'' + $DomainDn)).GetAuditRules($true, $true, [Security.Principal.SecurityIdentifier])
    foreach ($entry in $Entries.Split('','')) {
        $class = [guid]$entry.Split(''='')[0]
        $mask = [int]$entry.Split(''='')[1]
        $found = 0
        foreach ($rule in $rules) {
            $everyone = $rule.IdentityReference.Value -eq ''S-1-1-0''
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
    $everyone = New-Object Security.Principal.SecurityIdentifier ''S-1-1-0''
    $rights = [DirectoryServices.ActiveDirectoryRights][int]$Entry.Split(''='')[1]
    $success = [Security.AccessControl.AuditFlags]::Success
    $below = [DirectoryServices.ActiveDirectorySecurityInheritance]::Descendents
    New-Object DirectoryServices.ActiveDirectoryAuditRule $everyone, $rights, $success, $below, ([guid]$Entry.Split(''='')[0])
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
    $path = ''AD:\'' + $DomainDn
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
    $path = ''AD:\'' + $DomainDn
    $acl = Get-Acl -Audit -Path $path
    foreach ($entry in $Entries.Split('','')) {
        $acl.RemoveAuditRuleSpecific((New-EntryRule -Entry $entry))
    }
    Set-Acl -Path $path -AclObject $acl
}
'

# server.refresh_kerberos, SHA-256 b86648064e370e0cce52b6afaf7a92067072d15a28a5e16b267a2971004f38d4
$script_server_refresh_kerberos = '# Renew the ticket of the server.
# Rights: Administrator of the server.
# See that it worked: klist shows a ticket that is younger than the group membership.
# Take it back: Nothing to take back: tickets are renewed anyway.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$LogonId
    )
    return $false
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$LogonId
    )
    & klist.exe -li $LogonId purge | Out-Null
    if ($LASTEXITCODE -ne 0) {
        throw (''klist ended with '' + $LASTEXITCODE)
    }
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$LogonId
    )
    & klist.exe -li $LogonId tgt | Out-Null
    return $LASTEXITCODE -eq 0
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$LogonId
    )
    Write-Verbose (''Nothing to undo for logon '' + $LogonId)
}
'

# server.clear_pending_reboot, SHA-256 cf8181b1e0db42a0ac7183ce26c6be869f8dce85ff15b0cd1028b0e2332cab5c
$script_server_clear_pending_reboot = '# Restart the server before the installation.
# Rights: Local Administrators.
# See that it worked: The keys RebootPending and RebootRequired are gone.
# Take it back: Nothing to take back: a restart cannot be undone.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Server
    )
    return -not (Invoke-Command -ComputerName $Server -ScriptBlock {
        $keys = ''HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending'', ''HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired''
        [bool]($keys | Where-Object { Test-Path -Path $_ })
    })
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Server
    )
    Restart-Computer -ComputerName $Server -Force -Wait -For PowerShell -Timeout 1800
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Server
    )
    return Test-Step -Server $Server
}
'

# server.install_sensor, SHA-256 53bfff026cda1506a54832e89432034c546153578b4a7f3e6f69a81a1d62157e
$script_server_install_sensor = '# Install the classic sensor.
# Rights: Local Administrators.
# See that it worked: The service AATPSensor runs, and the portal lists the sensor.
# Take it back: Undo-Step uninstalls the sensor; its entry in the portal is deleted by hand.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Package,
        [Parameter(Mandatory)][string]$ProxyUrl
    )
    $service = Get-Service -Name ''AATPSensor'' -ErrorAction SilentlyContinue
    return $null -ne $service
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Package,
        [Parameter(Mandatory)][string]$ProxyUrl
    )
    $key = Read-Host -Prompt ''Access key of the workspace'' -AsSecureString
    $pointer = [Runtime.InteropServices.Marshal]::SecureStringToBSTR($key)
    try {
        $words = @(''/quiet'', ''NetFrameworkCommandLineArguments="/q"'', (''AccessKey='' + [Runtime.InteropServices.Marshal]::PtrToStringBSTR($pointer)))
        if ($ProxyUrl -ne ''none'') {
            $words += (''ProxyUrl='' + $ProxyUrl)
        }
        $process = Start-Process -FilePath $Package -ArgumentList $words -Wait -PassThru
    }
    finally {
        [Runtime.InteropServices.Marshal]::ZeroFreeBSTR($pointer)
    }
    if ($process.ExitCode -ne 0 -and $process.ExitCode -ne 3010 -and $process.ExitCode -ne 1641) {
        throw (''The setup ended with '' + $process.ExitCode)
    }
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Package,
        [Parameter(Mandatory)][string]$ProxyUrl
    )
    return Test-Step -Package $Package -ProxyUrl $ProxyUrl
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Package,
        [Parameter(Mandatory)][string]$ProxyUrl
    )
    $process = Start-Process -FilePath $Package -ArgumentList ''/uninstall'', ''/quiet'' -Wait -PassThru
    if ($process.ExitCode -ne 0 -and $process.ExitCode -ne 3010) {
        throw (''The uninstallation ended with '' + $process.ExitCode)
    }
}
'

# server.disable_lso, SHA-256 2de8f9543385939e9a3a141c87de2b184c0406f2031c746c34fc0e48ec0173a4
$script_server_disable_lso = '# Turn off large send offload.
# Rights: Local Administrators.
# See that it worked: Get-NetAdapterAdvancedProperty shows the offloads disabled.
# Take it back: Undo-Step enables them again.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string[]]$Adapters
    )
    foreach ($adapter in $Adapters) {
        if ((Get-NetAdapterLso -Name $adapter).IPv4Enabled) {
            return $false
        }
    }
    return $true
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string[]]$Adapters
    )
    foreach ($adapter in $Adapters) {
        $options = @{ Name = $adapter; IPv4 = $true }
        Disable-NetAdapterLso @options
    }
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string[]]$Adapters
    )
    return Test-Step -Adapters $Adapters
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string[]]$Adapters
    )
    foreach ($adapter in $Adapters) {
        $options = @{ Name = $adapter; IPv4 = $true }
        Enable-NetAdapterLso @options
    }
}
'

# server.set_power_plan, SHA-256 6166de91198885b9c42214deeb20b2209216ae39b1443b0fd1e87dd946fdb9c0
$script_server_set_power_plan = '# Use a given power scheme.
# Rights: local administrator of the server it runs on.
# See that it worked: powercfg /getactivescheme names the scheme.
# Take it back: Undo-Step activates the Balanced scheme, which Windows Server ships with.

function Get-ActiveScheme {
    $line = (& powercfg.exe /getactivescheme) -join '' ''
    if ($line -match ''[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'') {
        return $Matches[0].ToLowerInvariant()
    }
    throw ''powercfg did not name the active scheme.''
}

function Test-Step {
    [CmdletBinding()]
    param([Parameter(Mandatory)][string]$SchemeGuid)
    return (Get-ActiveScheme) -eq $SchemeGuid
}

function Invoke-Step {
    [CmdletBinding()]
    param([Parameter(Mandatory)][string]$SchemeGuid)
    Write-Verbose (''Active before: '' + (Get-ActiveScheme))
    & powercfg.exe /setactive $SchemeGuid
    if ($LASTEXITCODE -ne 0) {
        throw (''powercfg ended with '' + $LASTEXITCODE)
    }
}

function Confirm-Step {
    [CmdletBinding()]
    param([Parameter(Mandatory)][string]$SchemeGuid)
    return (Get-ActiveScheme) -eq $SchemeGuid
}

function Undo-Step {
    [CmdletBinding()]
    param([Parameter(Mandatory)][string]$SchemeGuid)
    & powercfg.exe /setactive ''381b4222-f694-41f0-9685-ff5bb260df2e''
    if ($LASTEXITCODE -ne 0) {
        throw (''powercfg ended with '' + $LASTEXITCODE)
    }
}
'

# ca.restart_certsvc, SHA-256 69d50cfe5040ecaefc815f443f8a7ad56fd19ce36447cce60ca6b94f8d704baf
$script_ca_restart_certsvc = '# Restart Certificate Services.
# Rights: Local Administrators.
# See that it worked: The service has started after the filter was changed.
# Take it back: Nothing to take back: the restart is over.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Service
    )
    return $false
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Service
    )
    Restart-Service -Name $Service
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Service
    )
    return (Get-Service -Name $Service).Status -eq ''Running''
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Service
    )
    Write-Verbose (''Nothing to undo for '' + $Service)
}
'

# adfs.enable_verbose, SHA-256 d4a23df2793cc93b994fab8160fa6023cee99ed989a754b67e4f20ecaa68a247
$script_adfs_enable_verbose = '# Raise the audit level of AD FS.
# Rights: Local Administrators.
# See that it worked: Get-AdfsProperties shows AuditLevel Verbose.
# Take it back: Undo-Step sets Basic, the default.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Level
    )
    return (Get-AdfsProperties).AuditLevel -contains $Level
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Level
    )
    Set-AdfsProperties -AuditLevel $Level
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Level
    )
    return (Get-AdfsProperties).AuditLevel -contains $Level
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Level
    )
    Set-AdfsProperties -AuditLevel Basic
}
'

Start-Manual -Number 1 -Id 'sensor.verify_health@foundation' -Title 'Verify the health of the wave at foundation'
Start-Manual -Number 2 -Id 'audit.run_readiness@tenant' -Title 'Judge readiness again and attach the verdict at tenant'
Start-Manual -Number 3 -Id 'change.approve@foundation' -Title 'Approve the work of this wave at foundation'
Start-Manual -Number 4 -Id 'change.open_window@foundation' -Title 'Open the change window at foundation'
Start-Manual -Number 5 -Id 'adfs.create_audit_gpo@contoso.com' -Title 'Audit logons and applications on AD FS servers at contoso.com'
Start-Automatic -Number 6 -Id 'audit.snapshot_state@contoso.com' -Source $script_audit_snapshot_state -Computer '' -Values @{
    ConfigurationDn = 'cn=configuration,dc=contoso,dc=com'
    Domain = 'contoso.com'
    DomainDn = 'dc=contoso,dc=com'
    Folder = 'C:\ProgramData\mdiplan\before'
    Servers = @('dc01.contoso.com', 'dc02.contoso.com', 'dc03.contoso.com', 'dc04.contoso.com')
}
Start-Automatic -Number 7 -Id 'audit.snapshot_state@emea.contoso.com' -Source $script_audit_snapshot_state -Computer '' -Values @{
    ConfigurationDn = 'cn=configuration,dc=contoso,dc=com'
    Domain = 'emea.contoso.com'
    DomainDn = 'dc=emea,dc=contoso,dc=com'
    Folder = 'C:\ProgramData\mdiplan\before'
    Servers = @('dc05.emea.contoso.com', 'dc06.emea.contoso.com')
}
Start-Manual -Number 8 -Id 'sensor.download_package@workspace' -Title 'Download the sensor package and copy the access key at workspace'
Start-Automatic -Number 9 -Id 'domain.create_dsa_group@svc-mdi$@contoso.com' -Source $script_domain_create_dsa_group -Computer '' -Values @{
    Description = 'Servers that may read the password of the Defender for Identity account'
    GroupName = 'mdi-sensors'
}
Start-Automatic -Number 10 -Id 'domain.create_gmsa@svc-mdi$@contoso.com' -Source $script_domain_create_gmsa -Computer '' -Values @{
    AccountName = 'svc-mdi'
    DnsHostName = 'svc-mdi.contoso.com'
    GroupName = 'mdi-sensors'
}
Start-Manual -Number 11 -Id 'domain.wait_replication@contoso.com' -Title 'Wait until every controller has the new objects at contoso.com'
Start-Manual -Number 12 -Id 'domain.wait_replication@emea.contoso.com' -Title 'Wait until every controller has the new objects at emea.contoso.com'
Start-Manual -Number 13 -Id 'workspace.add_dsa@workspace' -Title 'Register the account in the portal at workspace'
Start-Manual -Number 14 -Id 'tooling.install_module@workstation' -Title 'Install the PowerShell module on the administration workstation at workstation'
Start-Manual -Number 15 -Id 'audit.config_report@contoso.com' -Title 'Report the present configuration at contoso.com'
Start-Manual -Number 16 -Id 'audit.config_report@emea.contoso.com' -Title 'Report the present configuration at emea.contoso.com'
Start-Manual -Number 17 -Id 'capacity.run_sizing_tool@contoso.com' -Title 'Measure the traffic of the controllers at contoso.com'
Start-Manual -Number 18 -Id 'domain.create_audit_gpo@contoso.com' -Title 'Create the policy for advanced auditing at contoso.com'
Start-Manual -Number 19 -Id 'domain.create_audit_gpo@emea.contoso.com' -Title 'Create the policy for advanced auditing at emea.contoso.com'
Start-Manual -Number 20 -Id 'domain.create_ntlm_gpo@contoso.com' -Title 'Create the policy for NTLM auditing at contoso.com'
Start-Manual -Number 21 -Id 'domain.create_ntlm_gpo@emea.contoso.com' -Title 'Create the policy for NTLM auditing at emea.contoso.com'
Start-Manual -Number 22 -Id 'domain.link_audit_gpo@contoso.com' -Title 'Link the audit policies to the controllers at contoso.com'
Start-Manual -Number 23 -Id 'domain.link_audit_gpo@emea.contoso.com' -Title 'Link the audit policies to the controllers at emea.contoso.com'
Start-Manual -Number 24 -Id 'domain.set_adfs_container_auditing@contoso.com' -Title 'Audit the container of AD FS at contoso.com'
Start-Automatic -Number 25 -Id 'domain.set_object_auditing@contoso.com' -Source $script_domain_set_object_auditing -Computer '' -Values @{
    DomainDn = 'dc=contoso,dc=com'
    Entries = 'bf967aba-0de6-11d0-a285-00aa003049e2=852331,bf967a9c-0de6-11d0-a285-00aa003049e2=852331,bf967a86-0de6-11d0-a285-00aa003049e2=852331,ce206244-5827-4a86-ba1c-1c0c386c1b64=852331,7b8b558a-93a5-4af7-adca-c017e67f1057=852075'
}
Start-Automatic -Number 26 -Id 'domain.set_object_auditing@emea.contoso.com' -Source $script_domain_set_object_auditing -Computer '' -Values @{
    DomainDn = 'dc=emea,dc=contoso,dc=com'
    Entries = 'bf967aba-0de6-11d0-a285-00aa003049e2=852331,bf967a9c-0de6-11d0-a285-00aa003049e2=852331,bf967a86-0de6-11d0-a285-00aa003049e2=852331,ce206244-5827-4a86-ba1c-1c0c386c1b64=852331,7b8b558a-93a5-4af7-adca-c017e67f1057=852075'
}
Start-Manual -Number 27 -Id 'domain.test_dsa@svc-mdi$@contoso.com' -Title 'Test what the account can read at svc-mdi$@contoso.com'
Start-Manual -Number 28 -Id 'network.allow_sensor_api@network' -Title 'Allow the sensor API and DNS at network'
Start-Manual -Number 29 -Id 'ops.handover@workspace' -Title 'Hand over to operations at workspace'
Start-Manual -Number 30 -Id 'ops.learning_period@workspace' -Title 'Let the behavioural detections learn at workspace'
Start-Manual -Number 31 -Id 'rbac.enable@tenant' -Title 'Let unified RBAC govern the Identity workload at tenant'
Start-Manual -Number 32 -Id 'change.approve@pilot' -Title 'Approve the work of this wave at pilot'
Start-Manual -Number 33 -Id 'change.open_window@pilot' -Title 'Open the change window at pilot'
Start-Manual -Number 34 -Id 'server.preflight@dc03.contoso.com' -Title 'Check the server once more before installing at dc03.contoso.com'
Start-Manual -Number 35 -Id 'v3.activate@dc03.contoso.com' -Title 'Activate the v3 sensor at dc03.contoso.com'
Start-Manual -Number 36 -Id 'v3.verify@dc03.contoso.com' -Title 'Verify that the v3 sensor reports at dc03.contoso.com'
Start-Manual -Number 37 -Id 'workspace.wait_initial_sync@dc03.contoso.com' -Title 'Wait for the first synchronisation at dc03.contoso.com'
Start-Manual -Number 38 -Id 'sensor.verify_first_data@dc03.contoso.com' -Title 'Verify that data arrives at dc03.contoso.com'
Start-Manual -Number 39 -Id 'sensor.verify_health@pilot' -Title 'Verify the health of the wave at pilot'
Start-Manual -Number 40 -Id 'wave.soak@pilot' -Title 'Observe the wave at pilot'
Start-Manual -Number 41 -Id 'wave.approve_next@pilot' -Title 'Let the next wave begin at pilot'
Start-Manual -Number 42 -Id 'server.verify_audit_policy@dc03.contoso.com' -Title 'Verify the effective audit policy at dc03.contoso.com'
Start-Manual -Number 43 -Id 'change.approve@controllers' -Title 'Approve the work of this wave at controllers'
Start-Manual -Number 44 -Id 'change.open_window@controllers' -Title 'Open the change window at controllers'
Start-Manual -Number 45 -Id 'sensor.stage_package@dc02.contoso.com' -Title 'Copy the package to the server at dc02.contoso.com'
Start-Manual -Number 46 -Id 'server.preflight@dc02.contoso.com' -Title 'Check the server once more before installing at dc02.contoso.com'
Start-Automatic -Number 47 -Id 'server.refresh_kerberos@dc02.contoso.com' -Source $script_server_refresh_kerberos -Computer 'dc02.contoso.com' -Values @{
    LogonId = '0x3e7'
}
Start-Manual -Number 48 -Id 'server.test_gmsa@dc02.contoso.com' -Title 'Test that the server can use the account at dc02.contoso.com'
Start-Automatic -Number 49 -Id 'server.clear_pending_reboot@dc02.contoso.com' -Source $script_server_clear_pending_reboot -Computer '' -Values @{
    Server = 'dc02.contoso.com'
}
Start-Manual -Number 50 -Id 'server.install_dotnet@dc02.contoso.com' -Title 'Install .NET Framework 4.7 or later at dc02.contoso.com'
Start-Automatic -Number 51 -Id 'server.install_sensor@dc02.contoso.com' -Source $script_server_install_sensor -Computer 'dc02.contoso.com' -Values @{
    Package = 'C:\ProgramData\mdiplan\Azure ATP Sensor Setup.exe'
    ProxyUrl = 'none'
}
Start-Manual -Number 52 -Id 'sensor.verify_service@dc02.contoso.com' -Title 'Verify that the sensor service runs at dc02.contoso.com'
Start-Manual -Number 53 -Id 'sensor.verify_registered@dc02.contoso.com' -Title 'Verify that the portal lists the sensor at dc02.contoso.com'
Start-Manual -Number 54 -Id 'sensor.configure@dc02.contoso.com' -Title 'Choose the capture adapters and the description of the sensor at dc02.contoso.com'
Start-Manual -Number 55 -Id 'workspace.wait_initial_sync@dc02.contoso.com' -Title 'Wait for the first synchronisation at dc02.contoso.com'
Start-Manual -Number 56 -Id 'sensor.verify_first_data@dc02.contoso.com' -Title 'Verify that data arrives at dc02.contoso.com'
Start-Manual -Number 57 -Id 'server.verify_audit_policy@dc02.contoso.com' -Title 'Verify the effective audit policy at dc02.contoso.com'
Start-Automatic -Number 58 -Id 'server.refresh_kerberos@dc04.contoso.com' -Source $script_server_refresh_kerberos -Computer 'dc04.contoso.com' -Values @{
    LogonId = '0x3e7'
}
Start-Manual -Number 59 -Id 'capacity.remediate@dc04.contoso.com' -Title 'Give the server what it lacks at dc04.contoso.com'
Start-Manual -Number 60 -Id 'server.verify_audit_policy@dc04.contoso.com' -Title 'Verify the effective audit policy at dc04.contoso.com'
Start-Manual -Number 61 -Id 'server.verify_audit_policy@dc06.emea.contoso.com' -Title 'Verify the effective audit policy at dc06.emea.contoso.com'
Start-Manual -Number 62 -Id 'sensor.stage_package@dc01.contoso.com' -Title 'Copy the package to the server at dc01.contoso.com'
Start-Manual -Number 63 -Id 'server.preflight@dc01.contoso.com' -Title 'Check the server once more before installing at dc01.contoso.com'
Start-Automatic -Number 64 -Id 'server.refresh_kerberos@dc01.contoso.com' -Source $script_server_refresh_kerberos -Computer 'dc01.contoso.com' -Values @{
    LogonId = '0x3e7'
}
Start-Manual -Number 65 -Id 'server.test_gmsa@dc01.contoso.com' -Title 'Test that the server can use the account at dc01.contoso.com'
Start-Automatic -Number 66 -Id 'server.disable_lso@dc01.contoso.com' -Source $script_server_disable_lso -Computer 'dc01.contoso.com' -Values @{
    Adapters = @('Ethernet0')
}
Start-Automatic -Number 67 -Id 'server.set_power_plan@dc01.contoso.com' -Source $script_server_set_power_plan -Computer 'dc01.contoso.com' -Values @{
    SchemeGuid = '8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c'
}
Start-Automatic -Number 68 -Id 'server.install_sensor@dc01.contoso.com' -Source $script_server_install_sensor -Computer 'dc01.contoso.com' -Values @{
    Package = 'C:\ProgramData\mdiplan\Azure ATP Sensor Setup.exe'
    ProxyUrl = 'none'
}
Start-Manual -Number 69 -Id 'sensor.verify_service@dc01.contoso.com' -Title 'Verify that the sensor service runs at dc01.contoso.com'
Start-Manual -Number 70 -Id 'sensor.verify_registered@dc01.contoso.com' -Title 'Verify that the portal lists the sensor at dc01.contoso.com'
Start-Manual -Number 71 -Id 'sensor.configure@dc01.contoso.com' -Title 'Choose the capture adapters and the description of the sensor at dc01.contoso.com'
Start-Manual -Number 72 -Id 'workspace.wait_initial_sync@dc01.contoso.com' -Title 'Wait for the first synchronisation at dc01.contoso.com'
Start-Manual -Number 73 -Id 'sensor.verify_first_data@dc01.contoso.com' -Title 'Verify that data arrives at dc01.contoso.com'
Start-Manual -Number 74 -Id 'server.verify_audit_policy@dc01.contoso.com' -Title 'Verify the effective audit policy at dc01.contoso.com'
Start-Manual -Number 75 -Id 'sensor.stage_package@dc05.emea.contoso.com' -Title 'Copy the package to the server at dc05.emea.contoso.com'
Start-Manual -Number 76 -Id 'server.preflight@dc05.emea.contoso.com' -Title 'Check the server once more before installing at dc05.emea.contoso.com'
Start-Automatic -Number 77 -Id 'server.refresh_kerberos@dc05.emea.contoso.com' -Source $script_server_refresh_kerberos -Computer 'dc05.emea.contoso.com' -Values @{
    LogonId = '0x3e7'
}
Start-Manual -Number 78 -Id 'server.test_gmsa@dc05.emea.contoso.com' -Title 'Test that the server can use the account at dc05.emea.contoso.com'
Start-Manual -Number 79 -Id 'server.remove_winpcap@dc05.emea.contoso.com' -Title 'Remove WinPcap at dc05.emea.contoso.com'
Start-Automatic -Number 80 -Id 'server.install_sensor@dc05.emea.contoso.com' -Source $script_server_install_sensor -Computer 'dc05.emea.contoso.com' -Values @{
    Package = 'C:\ProgramData\mdiplan\Azure ATP Sensor Setup.exe'
    ProxyUrl = 'none'
}
Start-Manual -Number 81 -Id 'sensor.verify_service@dc05.emea.contoso.com' -Title 'Verify that the sensor service runs at dc05.emea.contoso.com'
Start-Manual -Number 82 -Id 'sensor.rotate_access_key@controllers' -Title 'Make a new access key at controllers'
Start-Manual -Number 83 -Id 'sensor.verify_registered@dc05.emea.contoso.com' -Title 'Verify that the portal lists the sensor at dc05.emea.contoso.com'
Start-Manual -Number 84 -Id 'sensor.configure@dc05.emea.contoso.com' -Title 'Choose the capture adapters and the description of the sensor at dc05.emea.contoso.com'
Start-Manual -Number 85 -Id 'workspace.wait_initial_sync@dc05.emea.contoso.com' -Title 'Wait for the first synchronisation at dc05.emea.contoso.com'
Start-Manual -Number 86 -Id 'sensor.verify_first_data@dc05.emea.contoso.com' -Title 'Verify that data arrives at dc05.emea.contoso.com'
Start-Manual -Number 87 -Id 'sensor.verify_health@controllers' -Title 'Verify the health of the wave at controllers'
Start-Manual -Number 88 -Id 'wave.soak@controllers' -Title 'Observe the wave at controllers'
Start-Manual -Number 89 -Id 'wave.approve_next@controllers' -Title 'Let the next wave begin at controllers'
Start-Manual -Number 90 -Id 'server.verify_audit_policy@dc05.emea.contoso.com' -Title 'Verify the effective audit policy at dc05.emea.contoso.com'
Start-Manual -Number 91 -Id 'change.approve@role_servers' -Title 'Approve the work of this wave at role_servers'
Start-Manual -Number 92 -Id 'change.open_window@role_servers' -Title 'Open the change window at role_servers'
Start-Manual -Number 93 -Id 'sensor.stage_package@ca01.contoso.com' -Title 'Copy the package to the server at ca01.contoso.com'
Start-Manual -Number 94 -Id 'server.preflight@ca01.contoso.com' -Title 'Check the server once more before installing at ca01.contoso.com'
Start-Automatic -Number 95 -Id 'server.refresh_kerberos@ca01.contoso.com' -Source $script_server_refresh_kerberos -Computer 'ca01.contoso.com' -Values @{
    LogonId = '0x3e7'
}
Start-Manual -Number 96 -Id 'server.test_gmsa@ca01.contoso.com' -Title 'Test that the server can use the account at ca01.contoso.com'
Start-Automatic -Number 97 -Id 'ca.restart_certsvc@ca01.contoso.com' -Source $script_ca_restart_certsvc -Computer 'ca01.contoso.com' -Values @{
    Service = 'certsvc'
}
Start-Automatic -Number 98 -Id 'server.install_sensor@ca01.contoso.com' -Source $script_server_install_sensor -Computer 'ca01.contoso.com' -Values @{
    Package = 'C:\ProgramData\mdiplan\Azure ATP Sensor Setup.exe'
    ProxyUrl = 'none'
}
Start-Manual -Number 99 -Id 'sensor.verify_service@ca01.contoso.com' -Title 'Verify that the sensor service runs at ca01.contoso.com'
Start-Manual -Number 100 -Id 'sensor.configure_resolver_dc@ca01.contoso.com' -Title 'Name the domain controllers that the sensor asks at ca01.contoso.com'
Start-Manual -Number 101 -Id 'sensor.verify_registered@ca01.contoso.com' -Title 'Verify that the portal lists the sensor at ca01.contoso.com'
Start-Manual -Number 102 -Id 'sensor.configure@ca01.contoso.com' -Title 'Choose the capture adapters and the description of the sensor at ca01.contoso.com'
Start-Manual -Number 103 -Id 'workspace.wait_initial_sync@ca01.contoso.com' -Title 'Wait for the first synchronisation at ca01.contoso.com'
Start-Manual -Number 104 -Id 'sensor.verify_first_data@ca01.contoso.com' -Title 'Verify that data arrives at ca01.contoso.com'
Start-Manual -Number 105 -Id 'ca.verify_data@ca01.contoso.com' -Title 'Verify that the events of the certification authority arrive at ca01.contoso.com'
Start-Manual -Number 106 -Id 'adfs.enable_service_audits@adfs02.contoso.com' -Title 'Switch the audits of the federation service on at adfs02.contoso.com'
Start-Automatic -Number 107 -Id 'adfs.enable_verbose@adfs02.contoso.com' -Source $script_adfs_enable_verbose -Computer 'adfs02.contoso.com' -Values @{
    Level = 'Verbose'
}
Start-Manual -Number 108 -Id 'adfs.grant_db_read@adfs02.contoso.com' -Title 'Let the account read the AD FS configuration database at adfs02.contoso.com'
Start-Manual -Number 109 -Id 'sensor.stage_package@adfs02.contoso.com' -Title 'Copy the package to the server at adfs02.contoso.com'
Start-Manual -Number 110 -Id 'server.preflight@adfs02.contoso.com' -Title 'Check the server once more before installing at adfs02.contoso.com'
Start-Automatic -Number 111 -Id 'server.refresh_kerberos@adfs02.contoso.com' -Source $script_server_refresh_kerberos -Computer 'adfs02.contoso.com' -Values @{
    LogonId = '0x3e7'
}
Start-Manual -Number 112 -Id 'server.test_gmsa@adfs02.contoso.com' -Title 'Test that the server can use the account at adfs02.contoso.com'
Start-Automatic -Number 113 -Id 'server.install_sensor@adfs02.contoso.com' -Source $script_server_install_sensor -Computer 'adfs02.contoso.com' -Values @{
    Package = 'C:\ProgramData\mdiplan\Azure ATP Sensor Setup.exe'
    ProxyUrl = 'none'
}
Start-Manual -Number 114 -Id 'sensor.verify_service@adfs02.contoso.com' -Title 'Verify that the sensor service runs at adfs02.contoso.com'
Start-Manual -Number 115 -Id 'sensor.configure_resolver_dc@adfs02.contoso.com' -Title 'Name the domain controllers that the sensor asks at adfs02.contoso.com'
Start-Manual -Number 116 -Id 'adfs.verify_data@adfs02.contoso.com' -Title 'Verify that sign-ins at AD FS arrive at adfs02.contoso.com'
Start-Manual -Number 117 -Id 'sensor.verify_registered@adfs02.contoso.com' -Title 'Verify that the portal lists the sensor at adfs02.contoso.com'
Start-Manual -Number 118 -Id 'sensor.configure@adfs02.contoso.com' -Title 'Choose the capture adapters and the description of the sensor at adfs02.contoso.com'
Start-Manual -Number 119 -Id 'workspace.wait_initial_sync@adfs02.contoso.com' -Title 'Wait for the first synchronisation at adfs02.contoso.com'
Start-Manual -Number 120 -Id 'sensor.verify_first_data@adfs02.contoso.com' -Title 'Verify that data arrives at adfs02.contoso.com'
Start-Manual -Number 121 -Id 'adfs.grant_db_read@adfs01.contoso.com' -Title 'Let the account read the AD FS configuration database at adfs01.contoso.com'
Start-Manual -Number 122 -Id 'sensor.stage_package@adfs01.contoso.com' -Title 'Copy the package to the server at adfs01.contoso.com'
Start-Manual -Number 123 -Id 'server.preflight@adfs01.contoso.com' -Title 'Check the server once more before installing at adfs01.contoso.com'
Start-Automatic -Number 124 -Id 'server.refresh_kerberos@adfs01.contoso.com' -Source $script_server_refresh_kerberos -Computer 'adfs01.contoso.com' -Values @{
    LogonId = '0x3e7'
}
Start-Manual -Number 125 -Id 'server.test_gmsa@adfs01.contoso.com' -Title 'Test that the server can use the account at adfs01.contoso.com'
Start-Automatic -Number 126 -Id 'server.install_sensor@adfs01.contoso.com' -Source $script_server_install_sensor -Computer 'adfs01.contoso.com' -Values @{
    Package = 'C:\ProgramData\mdiplan\Azure ATP Sensor Setup.exe'
    ProxyUrl = 'none'
}
Start-Manual -Number 127 -Id 'sensor.verify_service@adfs01.contoso.com' -Title 'Verify that the sensor service runs at adfs01.contoso.com'
Start-Manual -Number 128 -Id 'sensor.configure_resolver_dc@adfs01.contoso.com' -Title 'Name the domain controllers that the sensor asks at adfs01.contoso.com'
Start-Manual -Number 129 -Id 'adfs.verify_data@adfs01.contoso.com' -Title 'Verify that sign-ins at AD FS arrive at adfs01.contoso.com'
Start-Manual -Number 130 -Id 'sensor.verify_registered@adfs01.contoso.com' -Title 'Verify that the portal lists the sensor at adfs01.contoso.com'
Start-Manual -Number 131 -Id 'sensor.configure@adfs01.contoso.com' -Title 'Choose the capture adapters and the description of the sensor at adfs01.contoso.com'
Start-Manual -Number 132 -Id 'workspace.wait_initial_sync@adfs01.contoso.com' -Title 'Wait for the first synchronisation at adfs01.contoso.com'
Start-Manual -Number 133 -Id 'sensor.verify_first_data@adfs01.contoso.com' -Title 'Verify that data arrives at adfs01.contoso.com'
Start-Automatic -Number 134 -Id 'server.refresh_kerberos@aadc01.contoso.com' -Source $script_server_refresh_kerberos -Computer 'aadc01.contoso.com' -Values @{
    LogonId = '0x3e7'
}
Start-Manual -Number 135 -Id 'sensor.set_proxy@aadc01.contoso.com' -Title 'Set the proxy for the sensor alone at aadc01.contoso.com'
Start-Manual -Number 136 -Id 'server.test_connectivity@aadc01.contoso.com' -Title 'Test the way to the sensor API from the server at aadc01.contoso.com'
Start-Manual -Number 137 -Id 'sensor.rotate_access_key@role_servers' -Title 'Make a new access key at role_servers'
Start-Manual -Number 138 -Id 'sensor.verify_health@role_servers' -Title 'Verify the health of the wave at role_servers'
Start-Manual -Number 139 -Id 'wave.soak@role_servers' -Title 'Observe the wave at role_servers'
