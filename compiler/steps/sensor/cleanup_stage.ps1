# Delete the package from the server.
# Rights: Administrator of the server.
# See that it worked: The folder is gone.
# Take it back: Nothing to take back: the package can be downloaded again.

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Folder
    )
    return -not (Test-Path -Path $Folder)
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Folder
    )
    Remove-Item -Path $Folder -Recurse -Force
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Folder
    )
    return -not (Test-Path -Path $Folder)
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Folder
    )
    Write-Verbose ('Nothing to undo in ' + $Folder)
}
