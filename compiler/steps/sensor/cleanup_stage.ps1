# Delete the package from the server.
# Rights: Administrator of the server.
# See that it worked: The folder holds no file.
# Take it back: Nothing to take back: the package can be downloaded again.

function Get-StagedFile {
    # Only the files: folders below hold what was saved before the change.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Folder
    )
    if (Test-Path -LiteralPath $Folder) {
        Get-ChildItem -LiteralPath $Folder -File -Force
    }
}

function Test-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Folder
    )
    return @(Get-StagedFile -Folder $Folder).Count -eq 0
}

function Invoke-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Folder
    )
    Get-StagedFile -Folder $Folder | Remove-Item -Force
}

function Confirm-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Folder
    )
    return @(Get-StagedFile -Folder $Folder).Count -eq 0
}

function Undo-Step {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Folder
    )
    Write-Verbose ('Nothing to undo in ' + $Folder)
}
