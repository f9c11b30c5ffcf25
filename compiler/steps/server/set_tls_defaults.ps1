# Let .NET use the TLS versions of Windows.
# Rights: Local Administrators.
# See that it worked: Both values are 1 in the 32-bit and the 64-bit key.
# Take it back: Undo-Step restores what was there before.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Version
    )
    foreach ($root in 'HKLM:\SOFTWARE\Microsoft\.NETFramework\', 'HKLM:\SOFTWARE\WOW6432Node\Microsoft\.NETFramework\') {
        foreach ($name in 'SystemDefaultTlsVersions', 'SchUseStrongCrypto') {
            $value = Get-ItemProperty -Path ($root + $Version) -Name $name -ErrorAction SilentlyContinue
            if ($null -eq $value -or $value.$name -ne 1) {
                return $false
            }
        }
    }
    return $true
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Version
    )
    foreach ($branch in 'SOFTWARE\Microsoft\.NETFramework', 'SOFTWARE\WOW6432Node\Microsoft\.NETFramework') {
        $key = Get-Item -Path ('HKLM:\' + $branch + '\' + $Version)
        $saved = 'HKLM:\SOFTWARE\mdiplan\set_tls_defaults\' + $branch
        $first = -not (Test-Path -Path $saved)
        if ($first) {
            New-Item -Path $saved -Force | Out-Null
        }
        foreach ($name in 'SystemDefaultTlsVersions', 'SchUseStrongCrypto') {
            $before = $key.GetValue($name)
            if ($first -and $null -ne $before) {
                Write-Verbose ('Before: ' + $branch + ' ' + $name + ' = ' + $before)
                New-ItemProperty -Path $saved -Name $name -PropertyType DWord -Value $before | Out-Null
            }
            New-ItemProperty -Path ('HKLM:\' + $branch + '\' + $Version) -Name $name -PropertyType DWord -Value 1 -Force | Out-Null
        }
    }
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Version
    )
    return Test-Step -Version $Version
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Version
    )
    foreach ($branch in 'SOFTWARE\Microsoft\.NETFramework', 'SOFTWARE\WOW6432Node\Microsoft\.NETFramework') {
        $path = 'HKLM:\' + $branch + '\' + $Version
        $saved = Get-Item -Path ('HKLM:\SOFTWARE\mdiplan\set_tls_defaults\' + $branch)
        foreach ($name in 'SystemDefaultTlsVersions', 'SchUseStrongCrypto') {
            $before = $saved.GetValue($name)
            if ($null -eq $before) {
                Remove-ItemProperty -Path $path -Name $name
            }
            else {
                Set-ItemProperty -Path $path -Name $name -Value $before
            }
        }
    }
    Remove-Item -Path 'HKLM:\SOFTWARE\mdiplan\set_tls_defaults' -Recurse
}
