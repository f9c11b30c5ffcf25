# Raise the audit level of AD FS.
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
