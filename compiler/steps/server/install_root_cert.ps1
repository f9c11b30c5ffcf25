# Install the root certificate of the service.
# Rights: Local Administrators.
# See that it worked: Cert:\LocalMachine\Root lists the thumbprint.
# Take it back: Remove the certificate from the store.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Thumbprint,
        [Parameter(Mandatory)][string]$File
    )
    return Test-Path -LiteralPath ('Cert:\LocalMachine\Root\' + $Thumbprint)
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Thumbprint,
        [Parameter(Mandatory)][string]$File
    )
    $certificate = New-Object Security.Cryptography.X509Certificates.X509Certificate2 $File
    if ($certificate.Thumbprint -ne $Thumbprint) {
        throw ('The file holds another certificate: ' + $certificate.Thumbprint)
    }
    Import-Certificate -FilePath $File -CertStoreLocation Cert:\LocalMachine\Root | Out-Null
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Thumbprint,
        [Parameter(Mandatory)][string]$File
    )
    return Test-Path -LiteralPath ('Cert:\LocalMachine\Root\' + $Thumbprint)
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Thumbprint,
        [Parameter(Mandatory)][string]$File
    )
    Remove-Item -LiteralPath ('Cert:\LocalMachine\Root\' + $Thumbprint)
}
