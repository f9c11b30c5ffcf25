# Save the settings that this change touches.
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
    $complete = Join-Path -Path $target -ChildPath 'complete.txt'
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
    $complete = Join-Path -Path $target -ChildPath 'complete.txt'
    New-Item -ItemType Directory -Force -Path (Join-Path -Path $target -ChildPath 'policies') | Out-Null
    if (Test-Path -LiteralPath $complete) {
        Remove-Item -LiteralPath $complete
    }
    Import-Module -Name GroupPolicy
    Import-Module -Name ActiveDirectory
    Backup-GPO -All -Domain $Domain -Path (Join-Path -Path $target -ChildPath 'policies') | Out-Null
    # The drive AD: shows the domain of this machine only.
    New-PSDrive -Name MdiplanAD -PSProvider ActiveDirectory -Root '//RootDSE/' -Server $Domain | Out-Null
    (Get-Acl -Audit -Path ('MdiplanAD:\' + $DomainDn)).Sddl | Set-Content -LiteralPath (Join-Path -Path $target -ChildPath 'domain.sddl')
    (Get-Acl -Audit -Path ('MdiplanAD:\' + $ConfigurationDn)).Sddl | Set-Content -LiteralPath (Join-Path -Path $target -ChildPath 'configuration.sddl')
    foreach ($server in $Servers) {
        $answer = Invoke-Command -ComputerName $server -ScriptBlock {
            $file = Join-Path -Path $env:TEMP -ChildPath 'mdiplan-audit.csv'
            & auditpol.exe /backup /file:$file | Out-Null
            if ($LASTEXITCODE -ne 0) {
                throw ('auditpol ended with ' + $LASTEXITCODE)
            }
            Get-Content -LiteralPath $file
            Remove-Item -LiteralPath $file
            & powercfg.exe /getactivescheme
            Get-ItemProperty -Path 'HKLM:\SYSTEM\CurrentControlSet\Control\Lsa\MSV1_0', 'HKLM:\SYSTEM\CurrentControlSet\Services\Netlogon\Parameters' | Out-String
        }
        $answer | Set-Content -LiteralPath (Join-Path -Path $target -ChildPath ($server + '.txt')) -Encoding UTF8
    }
    $digests = foreach ($file in @(Get-ChildItem -LiteralPath $target -File -Recurse)) {
        (Get-FileHash -LiteralPath $file.FullName -Algorithm SHA256).Hash + '  ' + $file.FullName
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
    $names = @('domain.sddl', 'configuration.sddl') + @($Servers | ForEach-Object { $_ + '.txt' })
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
