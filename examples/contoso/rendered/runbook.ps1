#Requires -Version 5.1
# Runs the automated steps of a runbook in their order and stops at the first failure. It can be run again: a step whose
# test says that there is nothing to do is passed over. With -WhatIf it calls nothing but the tests.
# Steps that a person does stop the script until they are confirmed at the prompt, or are given with -Done.
# It keeps no record of its own: Start-Transcript before it does.
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
    # Runs one function of a step's script with its values, here or on the server that is named.
    param([string]$Source, [string]$Function, [hashtable]$Values, [string]$Computer)
    $block = {
        param($Source, $Function, $Values)
        Set-StrictMode -Version 2.0
        $ErrorActionPreference = 'Stop'
        if ('Invoke-Step', 'Undo-Step' -contains $Function) {
            # What was there before a change is written with Write-Verbose, and belongs into the transcript.
            $VerbosePreference = 'Continue'
        }
        . ([scriptblock]::Create($Source))
        & $Function @Values
    }
    if ($Computer -eq '') {
        return & $block $Source $Function $Values
    }
    return Invoke-Command -ComputerName $Computer -ScriptBlock $block -ArgumentList $Source, $Function, $Values
}

function Get-Answer {
    # A test answers with exactly one boolean. Anything else is a fault of its script and never a yes.
    param([string]$Id, [string]$Source, [string]$Function, [hashtable]$Values, [string]$Computer)
    $answer = @(Use-Step -Source $Source -Function $Function -Values $Values -Computer $Computer)
    if ($answer.Count -ne 1 -or $answer[0] -isnot [bool]) {
        throw ($Function + ' did not answer with yes or no: ' + $Id)
    }
    return $answer[0]
}

function Show-Forecast {
    # What a run would do, told by the step's test alone.
    param([string]$Id, [string]$Source, [hashtable]$Values, [string]$Computer)
    try {
        $satisfied = Get-Answer -Id $Id -Source $Source -Function 'Test-Step' -Values $Values -Computer $Computer
    }
    catch {
        return '     cannot be told: ' + $_.Exception.Message
    }
    if ($satisfied) {
        return '     nothing to do'
    }
    return '     would be done'
}

function Invoke-Confirmed {
    # Does what a step does and confirms it. Secrets are asked for here and reach the script as secure strings.
    param([int]$Number, [string]$Id, [string]$Source, [hashtable]$Values, [hashtable]$Secrets, [string]$Computer)
    $given = $Values.Clone()
    foreach ($name in @($Secrets.Keys)) {
        $given[$name] = Read-Host -Prompt ('     ' + $Secrets[$name]) -AsSecureString
    }
    Use-Step -Source $Source -Function 'Invoke-Step' -Values $given -Computer $Computer | Out-Null
    if (-not (Get-Answer -Id $Id -Source $Source -Function 'Confirm-Step' -Values $Values -Computer $Computer)) {
        throw ('Step ' + $Number + ' did what it does, and its confirmation says that it did not work: ' + $Id)
    }
}

function Confirm-Person {
    param([int]$Number, [string]$Title)
    $answer = Read-Host -Prompt ('     ' + $Title + ' - type yes when it is done')
    if ($answer -ne 'yes') {
        throw ('Stopped at step ' + $Number + ', which is not confirmed')
    }
}

function Start-Automatic {
    param([int]$Number, [string]$Id, [string]$Source, [hashtable]$Values, [hashtable]$Secrets, [string]$Computer)
    if ($Number -lt $From -or $Number -gt $Until) {
        return
    }
    Write-Output ('{0,4} {1}' -f $Number, $Id)
    if ($WhatIf) {
        Write-Output (Show-Forecast -Id $Id -Source $Source -Values $Values -Computer $Computer)
        return
    }
    if (Get-Answer -Id $Id -Source $Source -Function 'Test-Step' -Values $Values -Computer $Computer) {
        Write-Output '     nothing to do'
        return
    }
    Invoke-Confirmed -Number $Number -Id $Id -Source $Source -Values $Values -Secrets $Secrets -Computer $Computer
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
    Confirm-Person -Number $Number -Title $Title
}

$scripts = @{}

# SHA-256 cba854e75d486439392375cabb39f48fb9e11ec3d4583438c40f393634194788
$scripts['audit.snapshot_state'] = '# Save the settings that this change touches.
# Rights: Domain Admin, local administrator of the servers.
# See that it worked: The folder holds the policy backups, two security descriptors, and a file for each controller; their digests stand in the change record.
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
    $complete = Join-Path -Path $target -ChildPath ''complete.txt''
    if (-not (Test-Path -LiteralPath $complete)) {
        return $false
    }
    $age = (Get-Date) - (Get-Item -LiteralPath $complete).LastWriteTime
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
    $complete = Join-Path -Path $target -ChildPath ''complete.txt''
    New-Item -ItemType Directory -Force -Path (Join-Path -Path $target -ChildPath ''policies'') | Out-Null
    if (Test-Path -LiteralPath $complete) {
        Remove-Item -LiteralPath $complete
    }
    Import-Module -Name GroupPolicy
    Import-Module -Name ActiveDirectory
    Backup-GPO -All -Domain $Domain -Path (Join-Path -Path $target -ChildPath ''policies'') | Out-Null
    # The drive AD: shows the domain of this machine only.
    New-PSDrive -Name MdiplanAD -PSProvider ActiveDirectory -Root ''//RootDSE/'' -Server $Domain | Out-Null
    (Get-Acl -Audit -Path (''MdiplanAD:\'' + $DomainDn)).Sddl | Set-Content -LiteralPath (Join-Path -Path $target -ChildPath ''domain.sddl'')
    (Get-Acl -Audit -Path (''MdiplanAD:\'' + $ConfigurationDn)).Sddl | Set-Content -LiteralPath (Join-Path -Path $target -ChildPath ''configuration.sddl'')
    foreach ($server in $Servers) {
        $answer = Invoke-Command -ComputerName $server -ScriptBlock {
            $file = Join-Path -Path $env:TEMP -ChildPath ''mdiplan-audit.csv''
            & auditpol.exe /backup /file:$file | Out-Null
            if ($LASTEXITCODE -ne 0) {
                throw (''auditpol ended with '' + $LASTEXITCODE)
            }
            Get-Content -LiteralPath $file
            Remove-Item -LiteralPath $file
            & powercfg.exe /getactivescheme
            Get-ItemProperty -Path ''HKLM:\SYSTEM\CurrentControlSet\Control\Lsa\MSV1_0'', ''HKLM:\SYSTEM\CurrentControlSet\Services\Netlogon\Parameters'' | Out-String
        }
        $answer | Set-Content -LiteralPath (Join-Path -Path $target -ChildPath ($server + ''.txt'')) -Encoding UTF8
    }
    $digests = foreach ($file in @(Get-ChildItem -LiteralPath $target -File -Recurse)) {
        (Get-FileHash -LiteralPath $file.FullName -Algorithm SHA256).Hash + ''  '' + $file.FullName
    }
    $digests | Set-Content -LiteralPath $complete -Encoding UTF8
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
    $names = @(''domain.sddl'', ''configuration.sddl'') + @($Servers | ForEach-Object { $_ + ''.txt'' })
    foreach ($name in $names) {
        $file = Get-Item -LiteralPath (Join-Path -Path $target -ChildPath $name) -ErrorAction SilentlyContinue
        if ($null -eq $file -or $file.Length -eq 0) {
            return $false
        }
    }
    return $true
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
    Remove-Item -Recurse -LiteralPath (Join-Path -Path $Folder -ChildPath $Domain)
}
'

# SHA-256 6fa937cb76f2ab4af287a223dd6ebf9d93b6275f27894803535de148d04269c6
$scripts['domain.create_dsa_group'] = '# Create the group of servers that may read the password.
# Rights: Create groups in the target container.
# See that it worked: Get-ADGroup finds the group and lists the servers.
# Take it back: Remove the servers from the group, then delete it.

function ConvertTo-FilterText {
    # What a value may not hold inside an LDAP filter, as RFC 4515 writes it.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Text
    )
    return $Text.Replace(''\'', ''\5c'').Replace(''*'', ''\2a'').Replace(''('', ''\28'').Replace('')'', ''\29'').Replace([string][char]0, ''\00'')
}

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$GroupName,
        [Parameter(Mandatory)][string]$Description
    )
    return [bool](Get-ADGroup -LDAPFilter (''(sAMAccountName='' + (ConvertTo-FilterText -Text $GroupName) + '')''))
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
    return [bool](Get-ADGroup -LDAPFilter (''(sAMAccountName='' + (ConvertTo-FilterText -Text $GroupName) + '')''))
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

# SHA-256 e369632f23736d91e2797a147da2ff1fab1f9f8e6ac3028c08e90f6158280365
$scripts['domain.create_gmsa'] = '# Create the group managed service account.
# Rights: Create managed service accounts.
# See that it worked: Get-ADServiceAccount finds the account and names the group as reader.
# Take it back: Remove the account; sensors fall back to their own service account.

function ConvertTo-FilterText {
    # What a value may not hold inside an LDAP filter, as RFC 4515 writes it.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Text
    )
    return $Text.Replace(''\'', ''\5c'').Replace(''*'', ''\2a'').Replace(''('', ''\28'').Replace('')'', ''\29'').Replace([string][char]0, ''\00'')
}

function Get-Account {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$AccountName
    )
    return Get-ADServiceAccount -LDAPFilter (''(sAMAccountName='' + (ConvertTo-FilterText -Text $AccountName) + ''$)'') -Properties PrincipalsAllowedToRetrieveManagedPassword
}

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$AccountName,
        [Parameter(Mandatory)][string]$DnsHostName,
        [Parameter(Mandatory)][string]$GroupName
    )
    $account = Get-Account -AccountName $AccountName
    $group = Get-ADGroup -LDAPFilter (''(sAMAccountName='' + (ConvertTo-FilterText -Text $GroupName) + '')'')
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
        throw (''The account exists and does not name the group as a reader of its password: add '' + $GroupName + '' to its readers by hand'')
    }
    New-ADServiceAccount -Name $AccountName -DNSHostName $DnsHostName -PrincipalsAllowedToRetrieveManagedPassword $GroupName -KerberosEncryptionType ''AES128,AES256''
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
'

# SHA-256 35a1004fe030b86ed9decd8779c736f4a3f539975f6dc3412104493dd275096e
$scripts['domain.set_object_auditing'] = '# Audit changes to directory objects.
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
    Import-Module -Name ActiveDirectory
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
    Import-Module -Name ActiveDirectory
    $path = ''AD:\'' + $DomainDn
    $acl = Get-Acl -Audit -Path $path
    foreach ($entry in $Entries.Split('','')) {
        $acl.RemoveAuditRuleSpecific((New-EntryRule -Entry $entry))
    }
    Set-Acl -Path $path -AclObject $acl
}
'

# SHA-256 31488e2bd5ad92cd18d22c5ef7161fe58c157e0d968b5989c1da13136b6510c5
$scripts['server.refresh_kerberos'] = '# Renew the ticket of the server.
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
    # After a purge there is no ticket to show until one is asked for: the one of the server for itself needs a new one of the domain.
    & klist.exe -li $LogonId get (''host/'' + [Net.Dns]::GetHostEntry('''').HostName) | Out-Null
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

# SHA-256 1e33b3507abb23f4a7f5e8ccc10fdc9105371f8af30fb3c9b05d79f39be1315c
$scripts['server.clear_pending_reboot'] = '# Restart the server before the installation.
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
    Restart-Computer -ComputerName $Server -Protocol WSMan -Force -Wait -For PowerShell -Timeout 1800
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Server
    )
    return Test-Step -Server $Server
}
'

# SHA-256 0ef424946bda2cc9a20d555514b47023534d9caaebb9ec0d1df777156b7e3820
$scripts['server.install_sensor'] = '# Install the classic sensor.
# Rights: Local Administrators.
# See that it worked: The service AATPSensor runs, and the portal lists the sensor.
# Take it back: Undo-Step uninstalls the sensor; its entry in the portal is deleted by hand.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Package,
        [Parameter(Mandatory)][string]$ProxyUrl
    )
    return $null -ne (Get-Service -Name ''AATPSensor'' -ErrorAction SilentlyContinue)
}

function Get-ProxyWord {
    # Start-Process joins the words of a command line with blanks and quotes nothing: an address with a blank or a quote in it
    # would become two words.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$ProxyUrl
    )
    if ($ProxyUrl -eq ''none'') {
        return
    }
    $address = $null
    if ($ProxyUrl -notmatch ''^https?://([^\s/''''"@:]+|\[[0-9A-Fa-f:.]+\]):[0-9]+/?$'' -or -not [uri]::TryCreate($ProxyUrl, [UriKind]::Absolute, [ref]$address)) {
        throw ''The address of the proxy is not scheme://host:port''
    }
    return ''ProxyUrl='' + $ProxyUrl
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Package,
        [Parameter(Mandatory)][string]$ProxyUrl,
        [Parameter(Mandatory)][securestring]$AccessKey
    )
    $words = @(''/quiet'', ''NetFrameworkCommandLineArguments="/q"'') + @(Get-ProxyWord -ProxyUrl $ProxyUrl)
    $pointer = [Runtime.InteropServices.Marshal]::SecureStringToBSTR($AccessKey)
    try {
        $key = [Runtime.InteropServices.Marshal]::PtrToStringBSTR($pointer)
        if ($key -notmatch ''^[A-Za-z0-9+/=_-]+$'') {
            throw ''The access key is not the text that the portal shows''
        }
        $process = Start-Process -FilePath $Package -ArgumentList ($words + (''AccessKey='' + $key)) -Wait -PassThru
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
    $service = Get-Service -Name ''AATPSensor'' -ErrorAction SilentlyContinue
    if ($null -eq $service) {
        return $false
    }
    # The service starts some minutes after the setup has ended.
    $last = (Get-Date).AddMinutes(10)
    while ($service.Status -ne ''Running'' -and (Get-Date) -lt $last) {
        Start-Sleep -Seconds 10
        $service.Refresh()
    }
    return $service.Status -eq ''Running''
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Package,
        [Parameter(Mandatory)][string]$ProxyUrl
    )
    # The staged package may be gone by now; Windows keeps the setup that it was installed with.
    $roots = ''HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\*'', ''HKLM:\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall\*''
    $found = @(Get-Item -Path $roots | Where-Object { $_.GetValue(''DisplayName'') -eq ''Azure Advanced Threat Protection Sensor'' -and $_.GetValue(''BundleCachePath'') })
    if ($found.Count -eq 0) {
        throw ''The setup of the sensor is not among the installed programs''
    }
    $process = Start-Process -FilePath $found[0].GetValue(''BundleCachePath'') -ArgumentList ''/uninstall'', ''/quiet'' -Wait -PassThru
    if ($process.ExitCode -ne 0 -and $process.ExitCode -ne 3010 -and $process.ExitCode -ne 1641) {
        throw (''The uninstallation ended with '' + $process.ExitCode)
    }
}
'

# SHA-256 29603b52bf232f223ba8bdbdf9af539c549916a37c6ba18629055814175b1868
$scripts['server.reboot'] = '# Restart the server when the setup asked for it.
# Rights: Local Administrators.
# See that it worked: The server advertises itself as a controller again, and the sensor service runs.
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

# SHA-256 f2cad161c9e47e37918b385bc2f5caa8e578229615d16334bc6e9ba5c45a7a8b
$scripts['server.disable_lso'] = '# Turn off large send offload.
# Rights: Local Administrators.
# See that it worked: Get-NetAdapterAdvancedProperty shows the offloads disabled.
# Take it back: Undo-Step enables them again.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string[]]$Adapters
    )
    foreach ($adapter in $Adapters) {
        # An adapter that knows no such offload has no settings of it; one that does not exist is an error.
        $name = (Get-NetAdapter -Name ([WildcardPattern]::Escape($adapter))).Name
        $settings = Get-NetAdapterLso -Name ([WildcardPattern]::Escape($name)) -ErrorAction SilentlyContinue
        if ($null -ne $settings -and $settings.IPv4Enabled) {
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
        $name = [WildcardPattern]::Escape($adapter)
        if ($null -ne (Get-NetAdapterLso -Name $name -ErrorAction SilentlyContinue)) {
            $options = @{ Name = $name; IPv4 = $true }
            Disable-NetAdapterLso @options
        }
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
        $name = [WildcardPattern]::Escape($adapter)
        if ($null -ne (Get-NetAdapterLso -Name $name -ErrorAction SilentlyContinue)) {
            $options = @{ Name = $name; IPv4 = $true }
            Enable-NetAdapterLso @options
        }
    }
}
'

# SHA-256 6166de91198885b9c42214deeb20b2209216ae39b1443b0fd1e87dd946fdb9c0
$scripts['server.set_power_plan'] = '# Use a given power scheme.
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

# SHA-256 69d50cfe5040ecaefc815f443f8a7ad56fd19ce36447cce60ca6b94f8d704baf
$scripts['ca.restart_certsvc'] = '# Restart Certificate Services.
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

# SHA-256 d4a23df2793cc93b994fab8160fa6023cee99ed989a754b67e4f20ecaa68a247
$scripts['adfs.enable_verbose'] = '# Raise the audit level of AD FS.
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

Start-Manual -Number 1 -Id 'audit.run_readiness@tenant' -Title 'Judge readiness again and attach the verdict at tenant'
Start-Manual -Number 2 -Id 'change.approve@foundation' -Title 'Approve the work of this wave at foundation'
Start-Manual -Number 3 -Id 'change.open_window@foundation' -Title 'Open the change window at foundation'
Start-Manual -Number 4 -Id 'adfs.create_audit_gpo@contoso.com' -Title 'Audit logons and applications on AD FS servers at contoso.com'
Start-Automatic -Number 5 -Id 'audit.snapshot_state@contoso.com' -Source $scripts['audit.snapshot_state'] -Computer '' -Secrets @{} -Values @{
    ConfigurationDn = 'cn=configuration,dc=contoso,dc=com'
    Domain = 'contoso.com'
    DomainDn = 'dc=contoso,dc=com'
    Folder = 'C:\ProgramData\mdiplan\before'
    Servers = @('dc01.contoso.com', 'dc02.contoso.com', 'dc03.contoso.com', 'dc04.contoso.com')
}
Start-Automatic -Number 6 -Id 'audit.snapshot_state@emea.contoso.com' -Source $scripts['audit.snapshot_state'] -Computer '' -Secrets @{} -Values @{
    ConfigurationDn = 'cn=configuration,dc=contoso,dc=com'
    Domain = 'emea.contoso.com'
    DomainDn = 'dc=emea,dc=contoso,dc=com'
    Folder = 'C:\ProgramData\mdiplan\before'
    Servers = @('dc05.emea.contoso.com', 'dc06.emea.contoso.com')
}
Start-Manual -Number 7 -Id 'sensor.download_package@workspace' -Title 'Download the sensor package and copy the access key at workspace'
Start-Automatic -Number 8 -Id 'domain.create_dsa_group@svc-mdi$@contoso.com' -Source $scripts['domain.create_dsa_group'] -Computer 'dc01.contoso.com' -Secrets @{} -Values @{
    Description = 'Servers that may read the password of the Defender for Identity account'
    GroupName = 'mdi-sensors'
}
Start-Automatic -Number 9 -Id 'domain.create_gmsa@svc-mdi$@contoso.com' -Source $scripts['domain.create_gmsa'] -Computer 'dc01.contoso.com' -Secrets @{} -Values @{
    AccountName = 'svc-mdi'
    DnsHostName = 'svc-mdi.contoso.com'
    GroupName = 'mdi-sensors'
}
Start-Manual -Number 10 -Id 'domain.wait_replication@contoso.com' -Title 'Wait until every controller has the new objects at contoso.com'
Start-Manual -Number 11 -Id 'domain.wait_replication@emea.contoso.com' -Title 'Wait until every controller has the new objects at emea.contoso.com'
Start-Manual -Number 12 -Id 'workspace.add_dsa@workspace' -Title 'Register the account in the portal at workspace'
Start-Manual -Number 13 -Id 'tooling.install_module@workstation' -Title 'Install the PowerShell module on the administration workstation at workstation'
Start-Manual -Number 14 -Id 'audit.config_report@contoso.com' -Title 'Report the present configuration at contoso.com'
Start-Manual -Number 15 -Id 'audit.config_report@emea.contoso.com' -Title 'Report the present configuration at emea.contoso.com'
Start-Manual -Number 16 -Id 'capacity.run_sizing_tool@contoso.com' -Title 'Measure the traffic of the controllers at contoso.com'
Start-Manual -Number 17 -Id 'capacity.run_sizing_tool@emea.contoso.com' -Title 'Measure the traffic of the controllers at emea.contoso.com'
Start-Manual -Number 18 -Id 'domain.create_audit_gpo@contoso.com' -Title 'Create the policy for advanced auditing at contoso.com'
Start-Manual -Number 19 -Id 'domain.create_audit_gpo@emea.contoso.com' -Title 'Create the policy for advanced auditing at emea.contoso.com'
Start-Manual -Number 20 -Id 'domain.create_ntlm_gpo@contoso.com' -Title 'Create the policy for NTLM auditing at contoso.com'
Start-Manual -Number 21 -Id 'domain.create_ntlm_gpo@emea.contoso.com' -Title 'Create the policy for NTLM auditing at emea.contoso.com'
Start-Manual -Number 22 -Id 'domain.link_audit_gpo@contoso.com' -Title 'Link the audit policies to the controllers at contoso.com'
Start-Manual -Number 23 -Id 'domain.link_audit_gpo@emea.contoso.com' -Title 'Link the audit policies to the controllers at emea.contoso.com'
Start-Manual -Number 24 -Id 'domain.set_adfs_container_auditing@contoso.com' -Title 'Audit the container of AD FS at contoso.com'
Start-Automatic -Number 25 -Id 'domain.set_object_auditing@contoso.com' -Source $scripts['domain.set_object_auditing'] -Computer 'dc01.contoso.com' -Secrets @{} -Values @{
    DomainDn = 'dc=contoso,dc=com'
    Entries = 'bf967aba-0de6-11d0-a285-00aa003049e2=852331,bf967a9c-0de6-11d0-a285-00aa003049e2=852331,bf967a86-0de6-11d0-a285-00aa003049e2=852331,ce206244-5827-4a86-ba1c-1c0c386c1b64=852331,7b8b558a-93a5-4af7-adca-c017e67f1057=852075'
}
Start-Automatic -Number 26 -Id 'domain.set_object_auditing@emea.contoso.com' -Source $scripts['domain.set_object_auditing'] -Computer 'dc05.emea.contoso.com' -Secrets @{} -Values @{
    DomainDn = 'dc=emea,dc=contoso,dc=com'
    Entries = 'bf967aba-0de6-11d0-a285-00aa003049e2=852331,bf967a9c-0de6-11d0-a285-00aa003049e2=852331,bf967a86-0de6-11d0-a285-00aa003049e2=852331,ce206244-5827-4a86-ba1c-1c0c386c1b64=852331,7b8b558a-93a5-4af7-adca-c017e67f1057=852075'
}
Start-Manual -Number 27 -Id 'domain.test_dsa@svc-mdi$@contoso.com' -Title 'Test what the account can read at svc-mdi$@contoso.com'
Start-Manual -Number 28 -Id 'network.allow_sensor_api@network' -Title 'Allow the sensor API and DNS at network'
Start-Manual -Number 29 -Id 'change.approve@pilot' -Title 'Approve the work of this wave at pilot'
Start-Manual -Number 30 -Id 'change.open_window@pilot' -Title 'Open the change window at pilot'
Start-Manual -Number 31 -Id 'server.preflight@dc03.contoso.com' -Title 'Check the server once more before installing at dc03.contoso.com'
Start-Manual -Number 32 -Id 'v3.activate@dc03.contoso.com' -Title 'Activate the v3 sensor at dc03.contoso.com'
Start-Manual -Number 33 -Id 'v3.verify@dc03.contoso.com' -Title 'Verify that the v3 sensor reports at dc03.contoso.com'
Start-Manual -Number 34 -Id 'workspace.wait_initial_sync@dc03.contoso.com' -Title 'Wait for the first synchronisation at dc03.contoso.com'
Start-Manual -Number 35 -Id 'sensor.verify_first_data@dc03.contoso.com' -Title 'Verify that data arrives at dc03.contoso.com'
Start-Manual -Number 36 -Id 'sensor.verify_health@pilot' -Title 'Verify the health of the wave at pilot'
Start-Manual -Number 37 -Id 'wave.soak@pilot' -Title 'Observe the wave at pilot'
Start-Manual -Number 38 -Id 'wave.approve_next@pilot' -Title 'Let the next wave begin at pilot'
Start-Manual -Number 39 -Id 'server.verify_audit_policy@dc03.contoso.com' -Title 'Verify the effective audit policy at dc03.contoso.com'
Start-Manual -Number 40 -Id 'change.approve@controllers' -Title 'Approve the work of this wave at controllers'
Start-Manual -Number 41 -Id 'change.open_window@controllers' -Title 'Open the change window at controllers'
Start-Manual -Number 42 -Id 'sensor.stage_package@dc02.contoso.com' -Title 'Copy the package to the server at dc02.contoso.com'
Start-Manual -Number 43 -Id 'server.preflight@dc02.contoso.com' -Title 'Check the server once more before installing at dc02.contoso.com'
Start-Automatic -Number 44 -Id 'server.refresh_kerberos@dc02.contoso.com' -Source $scripts['server.refresh_kerberos'] -Computer 'dc02.contoso.com' -Secrets @{} -Values @{
    LogonId = '0x3e7'
}
Start-Manual -Number 45 -Id 'server.test_gmsa@dc02.contoso.com' -Title 'Test that the server can use the account at dc02.contoso.com'
Start-Automatic -Number 46 -Id 'server.clear_pending_reboot@dc02.contoso.com' -Source $scripts['server.clear_pending_reboot'] -Computer '' -Secrets @{} -Values @{
    Server = 'dc02.contoso.com'
}
Start-Manual -Number 47 -Id 'server.install_dotnet@dc02.contoso.com' -Title 'Install .NET Framework 4.7 or later at dc02.contoso.com'
Start-Automatic -Number 48 -Id 'server.install_sensor@dc02.contoso.com' -Source $scripts['server.install_sensor'] -Computer 'dc02.contoso.com' -Secrets @{ AccessKey = 'Access key of the workspace' } -Values @{
    Package = 'C:\ProgramData\mdiplan\Azure ATP Sensor Setup.exe'
    ProxyUrl = 'none'
}
Start-Automatic -Number 49 -Id 'server.reboot@dc02.contoso.com' -Source $scripts['server.reboot'] -Computer '' -Secrets @{} -Values @{
    Server = 'dc02.contoso.com'
}
Start-Manual -Number 50 -Id 'sensor.verify_service@dc02.contoso.com' -Title 'Verify that the sensor service runs at dc02.contoso.com'
Start-Manual -Number 51 -Id 'sensor.verify_registered@dc02.contoso.com' -Title 'Verify that the portal lists the sensor at dc02.contoso.com'
Start-Manual -Number 52 -Id 'sensor.configure@dc02.contoso.com' -Title 'Choose the capture adapters and the description of the sensor at dc02.contoso.com'
Start-Manual -Number 53 -Id 'workspace.wait_initial_sync@dc02.contoso.com' -Title 'Wait for the first synchronisation at dc02.contoso.com'
Start-Manual -Number 54 -Id 'sensor.verify_first_data@dc02.contoso.com' -Title 'Verify that data arrives at dc02.contoso.com'
Start-Manual -Number 55 -Id 'sensor.set_delayed_update@dc02.contoso.com' -Title 'Put the sensor into the delayed ring at dc02.contoso.com'
Start-Manual -Number 56 -Id 'server.verify_audit_policy@dc02.contoso.com' -Title 'Verify the effective audit policy at dc02.contoso.com'
Start-Manual -Number 57 -Id 'server.verify_audit_policy@dc06.emea.contoso.com' -Title 'Verify the effective audit policy at dc06.emea.contoso.com'
Start-Automatic -Number 58 -Id 'server.refresh_kerberos@dc04.contoso.com' -Source $scripts['server.refresh_kerberos'] -Computer 'dc04.contoso.com' -Secrets @{} -Values @{
    LogonId = '0x3e7'
}
Start-Manual -Number 59 -Id 'capacity.remediate@dc04.contoso.com' -Title 'Give the server what it lacks at dc04.contoso.com'
Start-Manual -Number 60 -Id 'server.verify_audit_policy@dc04.contoso.com' -Title 'Verify the effective audit policy at dc04.contoso.com'
Start-Manual -Number 61 -Id 'sensor.stage_package@dc01.contoso.com' -Title 'Copy the package to the server at dc01.contoso.com'
Start-Manual -Number 62 -Id 'server.preflight@dc01.contoso.com' -Title 'Check the server once more before installing at dc01.contoso.com'
Start-Automatic -Number 63 -Id 'server.refresh_kerberos@dc01.contoso.com' -Source $scripts['server.refresh_kerberos'] -Computer 'dc01.contoso.com' -Secrets @{} -Values @{
    LogonId = '0x3e7'
}
Start-Manual -Number 64 -Id 'server.test_gmsa@dc01.contoso.com' -Title 'Test that the server can use the account at dc01.contoso.com'
Start-Automatic -Number 65 -Id 'server.disable_lso@dc01.contoso.com' -Source $scripts['server.disable_lso'] -Computer 'dc01.contoso.com' -Secrets @{} -Values @{
    Adapters = @('Ethernet0')
}
Start-Automatic -Number 66 -Id 'server.set_power_plan@dc01.contoso.com' -Source $scripts['server.set_power_plan'] -Computer 'dc01.contoso.com' -Secrets @{} -Values @{
    SchemeGuid = '8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c'
}
Start-Automatic -Number 67 -Id 'server.install_sensor@dc01.contoso.com' -Source $scripts['server.install_sensor'] -Computer 'dc01.contoso.com' -Secrets @{ AccessKey = 'Access key of the workspace' } -Values @{
    Package = 'C:\ProgramData\mdiplan\Azure ATP Sensor Setup.exe'
    ProxyUrl = 'none'
}
Start-Automatic -Number 68 -Id 'server.reboot@dc01.contoso.com' -Source $scripts['server.reboot'] -Computer '' -Secrets @{} -Values @{
    Server = 'dc01.contoso.com'
}
Start-Manual -Number 69 -Id 'sensor.verify_service@dc01.contoso.com' -Title 'Verify that the sensor service runs at dc01.contoso.com'
Start-Manual -Number 70 -Id 'sensor.verify_registered@dc01.contoso.com' -Title 'Verify that the portal lists the sensor at dc01.contoso.com'
Start-Manual -Number 71 -Id 'sensor.configure@dc01.contoso.com' -Title 'Choose the capture adapters and the description of the sensor at dc01.contoso.com'
Start-Manual -Number 72 -Id 'workspace.wait_initial_sync@dc01.contoso.com' -Title 'Wait for the first synchronisation at dc01.contoso.com'
Start-Manual -Number 73 -Id 'sensor.verify_first_data@dc01.contoso.com' -Title 'Verify that data arrives at dc01.contoso.com'
Start-Manual -Number 74 -Id 'sensor.set_delayed_update@dc01.contoso.com' -Title 'Put the sensor into the delayed ring at dc01.contoso.com'
Start-Manual -Number 75 -Id 'server.verify_audit_policy@dc01.contoso.com' -Title 'Verify the effective audit policy at dc01.contoso.com'
Start-Manual -Number 76 -Id 'sensor.stage_package@dc05.emea.contoso.com' -Title 'Copy the package to the server at dc05.emea.contoso.com'
Start-Manual -Number 77 -Id 'server.remove_winpcap@dc05.emea.contoso.com' -Title 'Remove WinPcap at dc05.emea.contoso.com'
Start-Manual -Number 78 -Id 'server.preflight@dc05.emea.contoso.com' -Title 'Check the server once more before installing at dc05.emea.contoso.com'
Start-Automatic -Number 79 -Id 'server.refresh_kerberos@dc05.emea.contoso.com' -Source $scripts['server.refresh_kerberos'] -Computer 'dc05.emea.contoso.com' -Secrets @{} -Values @{
    LogonId = '0x3e7'
}
Start-Manual -Number 80 -Id 'server.test_gmsa@dc05.emea.contoso.com' -Title 'Test that the server can use the account at dc05.emea.contoso.com'
Start-Automatic -Number 81 -Id 'server.install_sensor@dc05.emea.contoso.com' -Source $scripts['server.install_sensor'] -Computer 'dc05.emea.contoso.com' -Secrets @{ AccessKey = 'Access key of the workspace' } -Values @{
    Package = 'C:\ProgramData\mdiplan\Azure ATP Sensor Setup.exe'
    ProxyUrl = 'none'
}
Start-Automatic -Number 82 -Id 'server.reboot@dc05.emea.contoso.com' -Source $scripts['server.reboot'] -Computer '' -Secrets @{} -Values @{
    Server = 'dc05.emea.contoso.com'
}
Start-Manual -Number 83 -Id 'sensor.verify_service@dc05.emea.contoso.com' -Title 'Verify that the sensor service runs at dc05.emea.contoso.com'
Start-Manual -Number 84 -Id 'sensor.rotate_access_key@controllers' -Title 'Make a new access key at controllers'
Start-Manual -Number 85 -Id 'sensor.verify_registered@dc05.emea.contoso.com' -Title 'Verify that the portal lists the sensor at dc05.emea.contoso.com'
Start-Manual -Number 86 -Id 'sensor.configure@dc05.emea.contoso.com' -Title 'Choose the capture adapters and the description of the sensor at dc05.emea.contoso.com'
Start-Manual -Number 87 -Id 'workspace.wait_initial_sync@dc05.emea.contoso.com' -Title 'Wait for the first synchronisation at dc05.emea.contoso.com'
Start-Manual -Number 88 -Id 'sensor.verify_first_data@dc05.emea.contoso.com' -Title 'Verify that data arrives at dc05.emea.contoso.com'
Start-Manual -Number 89 -Id 'sensor.verify_health@controllers' -Title 'Verify the health of the wave at controllers'
Start-Manual -Number 90 -Id 'wave.soak@controllers' -Title 'Observe the wave at controllers'
Start-Manual -Number 91 -Id 'wave.approve_next@controllers' -Title 'Let the next wave begin at controllers'
Start-Manual -Number 92 -Id 'server.verify_audit_policy@dc05.emea.contoso.com' -Title 'Verify the effective audit policy at dc05.emea.contoso.com'
Start-Manual -Number 93 -Id 'change.approve@role_servers' -Title 'Approve the work of this wave at role_servers'
Start-Manual -Number 94 -Id 'change.open_window@role_servers' -Title 'Open the change window at role_servers'
Start-Manual -Number 95 -Id 'sensor.stage_package@ca01.contoso.com' -Title 'Copy the package to the server at ca01.contoso.com'
Start-Manual -Number 96 -Id 'server.preflight@ca01.contoso.com' -Title 'Check the server once more before installing at ca01.contoso.com'
Start-Automatic -Number 97 -Id 'server.refresh_kerberos@ca01.contoso.com' -Source $scripts['server.refresh_kerberos'] -Computer 'ca01.contoso.com' -Secrets @{} -Values @{
    LogonId = '0x3e7'
}
Start-Manual -Number 98 -Id 'server.test_gmsa@ca01.contoso.com' -Title 'Test that the server can use the account at ca01.contoso.com'
Start-Automatic -Number 99 -Id 'ca.restart_certsvc@ca01.contoso.com' -Source $scripts['ca.restart_certsvc'] -Computer 'ca01.contoso.com' -Secrets @{} -Values @{
    Service = 'certsvc'
}
Start-Automatic -Number 100 -Id 'server.install_sensor@ca01.contoso.com' -Source $scripts['server.install_sensor'] -Computer 'ca01.contoso.com' -Secrets @{ AccessKey = 'Access key of the workspace' } -Values @{
    Package = 'C:\ProgramData\mdiplan\Azure ATP Sensor Setup.exe'
    ProxyUrl = 'none'
}
Start-Automatic -Number 101 -Id 'server.reboot@ca01.contoso.com' -Source $scripts['server.reboot'] -Computer '' -Secrets @{} -Values @{
    Server = 'ca01.contoso.com'
}
Start-Manual -Number 102 -Id 'sensor.verify_service@ca01.contoso.com' -Title 'Verify that the sensor service runs at ca01.contoso.com'
Start-Manual -Number 103 -Id 'sensor.configure_resolver_dc@ca01.contoso.com' -Title 'Name the domain controllers that the sensor asks at ca01.contoso.com'
Start-Manual -Number 104 -Id 'sensor.verify_registered@ca01.contoso.com' -Title 'Verify that the portal lists the sensor at ca01.contoso.com'
Start-Manual -Number 105 -Id 'sensor.configure@ca01.contoso.com' -Title 'Choose the capture adapters and the description of the sensor at ca01.contoso.com'
Start-Manual -Number 106 -Id 'workspace.wait_initial_sync@ca01.contoso.com' -Title 'Wait for the first synchronisation at ca01.contoso.com'
Start-Manual -Number 107 -Id 'sensor.verify_first_data@ca01.contoso.com' -Title 'Verify that data arrives at ca01.contoso.com'
Start-Manual -Number 108 -Id 'ca.verify_data@ca01.contoso.com' -Title 'Verify that the events of the certification authority arrive at ca01.contoso.com'
Start-Manual -Number 109 -Id 'sensor.set_delayed_update@ca01.contoso.com' -Title 'Put the sensor into the delayed ring at ca01.contoso.com'
Start-Manual -Number 110 -Id 'adfs.enable_service_audits@adfs02.contoso.com' -Title 'Switch the audits of the federation service on at adfs02.contoso.com'
Start-Automatic -Number 111 -Id 'adfs.enable_verbose@adfs02.contoso.com' -Source $scripts['adfs.enable_verbose'] -Computer 'adfs02.contoso.com' -Secrets @{} -Values @{
    Level = 'Verbose'
}
Start-Manual -Number 112 -Id 'adfs.grant_db_read@adfs02.contoso.com' -Title 'Let the account read the AD FS configuration database at adfs02.contoso.com'
Start-Manual -Number 113 -Id 'sensor.stage_package@adfs02.contoso.com' -Title 'Copy the package to the server at adfs02.contoso.com'
Start-Manual -Number 114 -Id 'server.preflight@adfs02.contoso.com' -Title 'Check the server once more before installing at adfs02.contoso.com'
Start-Automatic -Number 115 -Id 'server.refresh_kerberos@adfs02.contoso.com' -Source $scripts['server.refresh_kerberos'] -Computer 'adfs02.contoso.com' -Secrets @{} -Values @{
    LogonId = '0x3e7'
}
Start-Manual -Number 116 -Id 'server.test_gmsa@adfs02.contoso.com' -Title 'Test that the server can use the account at adfs02.contoso.com'
Start-Automatic -Number 117 -Id 'server.install_sensor@adfs02.contoso.com' -Source $scripts['server.install_sensor'] -Computer 'adfs02.contoso.com' -Secrets @{ AccessKey = 'Access key of the workspace' } -Values @{
    Package = 'C:\ProgramData\mdiplan\Azure ATP Sensor Setup.exe'
    ProxyUrl = 'none'
}
Start-Automatic -Number 118 -Id 'server.reboot@adfs02.contoso.com' -Source $scripts['server.reboot'] -Computer '' -Secrets @{} -Values @{
    Server = 'adfs02.contoso.com'
}
Start-Manual -Number 119 -Id 'sensor.verify_service@adfs02.contoso.com' -Title 'Verify that the sensor service runs at adfs02.contoso.com'
Start-Manual -Number 120 -Id 'sensor.configure_resolver_dc@adfs02.contoso.com' -Title 'Name the domain controllers that the sensor asks at adfs02.contoso.com'
Start-Manual -Number 121 -Id 'adfs.verify_data@adfs02.contoso.com' -Title 'Verify that sign-ins at AD FS arrive at adfs02.contoso.com'
Start-Manual -Number 122 -Id 'sensor.verify_registered@adfs02.contoso.com' -Title 'Verify that the portal lists the sensor at adfs02.contoso.com'
Start-Manual -Number 123 -Id 'sensor.configure@adfs02.contoso.com' -Title 'Choose the capture adapters and the description of the sensor at adfs02.contoso.com'
Start-Manual -Number 124 -Id 'workspace.wait_initial_sync@adfs02.contoso.com' -Title 'Wait for the first synchronisation at adfs02.contoso.com'
Start-Manual -Number 125 -Id 'sensor.verify_first_data@adfs02.contoso.com' -Title 'Verify that data arrives at adfs02.contoso.com'
Start-Manual -Number 126 -Id 'sensor.set_delayed_update@adfs02.contoso.com' -Title 'Put the sensor into the delayed ring at adfs02.contoso.com'
Start-Manual -Number 127 -Id 'adfs.grant_db_read@adfs01.contoso.com' -Title 'Let the account read the AD FS configuration database at adfs01.contoso.com'
Start-Manual -Number 128 -Id 'sensor.stage_package@adfs01.contoso.com' -Title 'Copy the package to the server at adfs01.contoso.com'
Start-Manual -Number 129 -Id 'server.preflight@adfs01.contoso.com' -Title 'Check the server once more before installing at adfs01.contoso.com'
Start-Automatic -Number 130 -Id 'server.refresh_kerberos@adfs01.contoso.com' -Source $scripts['server.refresh_kerberos'] -Computer 'adfs01.contoso.com' -Secrets @{} -Values @{
    LogonId = '0x3e7'
}
Start-Manual -Number 131 -Id 'server.test_gmsa@adfs01.contoso.com' -Title 'Test that the server can use the account at adfs01.contoso.com'
Start-Automatic -Number 132 -Id 'server.install_sensor@adfs01.contoso.com' -Source $scripts['server.install_sensor'] -Computer 'adfs01.contoso.com' -Secrets @{ AccessKey = 'Access key of the workspace' } -Values @{
    Package = 'C:\ProgramData\mdiplan\Azure ATP Sensor Setup.exe'
    ProxyUrl = 'none'
}
Start-Automatic -Number 133 -Id 'server.reboot@adfs01.contoso.com' -Source $scripts['server.reboot'] -Computer '' -Secrets @{} -Values @{
    Server = 'adfs01.contoso.com'
}
Start-Manual -Number 134 -Id 'sensor.verify_service@adfs01.contoso.com' -Title 'Verify that the sensor service runs at adfs01.contoso.com'
Start-Manual -Number 135 -Id 'sensor.configure_resolver_dc@adfs01.contoso.com' -Title 'Name the domain controllers that the sensor asks at adfs01.contoso.com'
Start-Manual -Number 136 -Id 'adfs.verify_data@adfs01.contoso.com' -Title 'Verify that sign-ins at AD FS arrive at adfs01.contoso.com'
Start-Manual -Number 137 -Id 'sensor.verify_registered@adfs01.contoso.com' -Title 'Verify that the portal lists the sensor at adfs01.contoso.com'
Start-Manual -Number 138 -Id 'sensor.configure@adfs01.contoso.com' -Title 'Choose the capture adapters and the description of the sensor at adfs01.contoso.com'
Start-Manual -Number 139 -Id 'workspace.wait_initial_sync@adfs01.contoso.com' -Title 'Wait for the first synchronisation at adfs01.contoso.com'
Start-Manual -Number 140 -Id 'sensor.verify_first_data@adfs01.contoso.com' -Title 'Verify that data arrives at adfs01.contoso.com'
Start-Manual -Number 141 -Id 'sensor.set_delayed_update@adfs01.contoso.com' -Title 'Put the sensor into the delayed ring at adfs01.contoso.com'
Start-Automatic -Number 142 -Id 'server.refresh_kerberos@aadc01.contoso.com' -Source $scripts['server.refresh_kerberos'] -Computer 'aadc01.contoso.com' -Secrets @{} -Values @{
    LogonId = '0x3e7'
}
Start-Manual -Number 143 -Id 'sensor.set_proxy@aadc01.contoso.com' -Title 'Set the proxy for the sensor alone at aadc01.contoso.com'
Start-Manual -Number 144 -Id 'server.test_connectivity@aadc01.contoso.com' -Title 'Test the way to the sensor API from the server at aadc01.contoso.com'
Start-Manual -Number 145 -Id 'sensor.rotate_access_key@role_servers' -Title 'Make a new access key at role_servers'
Start-Manual -Number 146 -Id 'sensor.verify_health@role_servers' -Title 'Verify the health of the wave at role_servers'
Start-Manual -Number 147 -Id 'ops.learning_period@workspace' -Title 'Let the behavioural detections learn at workspace'
Start-Manual -Number 148 -Id 'wave.soak@role_servers' -Title 'Observe the wave at role_servers'
Start-Manual -Number 149 -Id 'ops.handover@workspace' -Title 'Hand over to operations at workspace'
