# Save the settings that this change touches.
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
    if (-not (Test-Path -Path (Join-Path -Path $target -ChildPath 'complete.txt'))) {
        return $false
    }
    $age = (Get-Date) - (Get-Item -Path (Join-Path -Path $target -ChildPath 'complete.txt')).LastWriteTime
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
    New-Item -ItemType Directory -Force -Path (Join-Path -Path $target -ChildPath 'policies') | Out-Null
    Import-Module -Name GroupPolicy
    Import-Module -Name ActiveDirectory
    Backup-GPO -All -Domain $Domain -Path (Join-Path -Path $target -ChildPath 'policies') | Out-Null
    (Get-Acl -Audit -Path ('AD:\' + $DomainDn)).Sddl | Set-Content -Path (Join-Path -Path $target -ChildPath 'domain.sddl')
    (Get-Acl -Audit -Path ('AD:\' + $ConfigurationDn)).Sddl | Set-Content -Path (Join-Path -Path $target -ChildPath 'configuration.sddl')
    foreach ($server in $Servers) {
        $answer = Invoke-Command -ComputerName $server -ScriptBlock {
            $file = Join-Path -Path $env:TEMP -ChildPath 'mdiplan-audit.csv'
            & auditpol.exe /backup /file:$file | Out-Null
            if ($LASTEXITCODE -ne 0) {
                throw ('auditpol ended with ' + $LASTEXITCODE)
            }
            Get-Content -Path $file
            Remove-Item -Path $file
            & powercfg.exe /getactivescheme
            Get-ItemProperty -Path 'HKLM:\SYSTEM\CurrentControlSet\Control\Lsa\MSV1_0', 'HKLM:\SYSTEM\CurrentControlSet\Services\Netlogon\Parameters' | Out-String
        }
        $answer | Set-Content -Path (Join-Path -Path $target -ChildPath ($server + '.txt'))
    }
    Get-ChildItem -Path $target -File -Recurse | Get-FileHash -Algorithm SHA256 | Format-List | Out-String | Set-Content -Path (Join-Path -Path $target -ChildPath 'complete.txt')
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
