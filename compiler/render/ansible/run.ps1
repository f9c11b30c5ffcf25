# Runs one function of a step's script with its values, and gives back what a test answers.
[CmdletBinding()]
param(
    [string]$Source,
    [string]$Function,
    [Collections.IDictionary]$Values = @{},
    [Collections.IDictionary]$Secrets = @{}
)
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$given = @{}
foreach ($name in @($Values.Keys)) {
    $given[$name] = $Values[$name]
}
foreach ($name in @($Secrets.Keys)) {
    if ([string]::IsNullOrEmpty($Secrets[$name])) {
        throw ('No value was given for the secret ' + $name)
    }
    $given[$name] = ConvertTo-SecureString -String $Secrets[$name] -AsPlainText -Force
}
. ([scriptblock]::Create($Source))
if ('Test-Step', 'Confirm-Step' -contains $Function) {
    # A test answers with exactly one boolean. Anything else is a fault of its script and never a yes.
    $answer = @(& $Function @given)
    if ($answer.Count -ne 1 -or $answer[0] -isnot [bool]) {
        throw ($Function + ' did not answer with yes or no')
    }
    $Ansible.Changed = $false
    $Ansible.Result = $answer[0]
}
else {
    & $Function @given | Out-Null
    $Ansible.Changed = $true
}
