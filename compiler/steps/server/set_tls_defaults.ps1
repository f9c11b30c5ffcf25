# Let .NET use the TLS versions of Windows.
# Rights: Local Administrators.
# See that it worked: Both values are 1 in the 32-bit and the 64-bit key.
# Take it back: Set the values that the transcript names.

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
    foreach ($root in 'HKLM:\SOFTWARE\Microsoft\.NETFramework\', 'HKLM:\SOFTWARE\WOW6432Node\Microsoft\.NETFramework\') {
        foreach ($name in 'SystemDefaultTlsVersions', 'SchUseStrongCrypto') {
            New-ItemProperty -Path ($root + $Version) -Name $name -PropertyType DWord -Value 1 -Force | Out-Null
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
    foreach ($root in 'HKLM:\SOFTWARE\Microsoft\.NETFramework\', 'HKLM:\SOFTWARE\WOW6432Node\Microsoft\.NETFramework\') {
        foreach ($name in 'SystemDefaultTlsVersions', 'SchUseStrongCrypto') {
            Remove-ItemProperty -Path ($root + $Version) -Name $name -ErrorAction SilentlyContinue
        }
    }
}
