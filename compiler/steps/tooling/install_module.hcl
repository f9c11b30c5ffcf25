step "tooling.install_module" {
  title        = "Install the PowerShell module on the administration workstation"
  scope        = "workstation"
  kind         = "manual"
  who          = "Operator"
  privilege    = "User of the administration workstation, which has RSAT"
  runs_on      = "admin_workstation"
  risk         = "none"
  duration     = "10m"
  requires     = ["change.approve"]
  on_demand    = true
  done         = alltrue([for name in ["activedirectory", "defenderforidentity", "grouppolicy"] : contains(keys(workstation.modules), name)]) && tonumber(join("", [for part in split(".", workstation.modules["defenderforidentity"]) : format("%05d", tonumber(part))])) >= 1000000000000004
  effects      = { workstation = { modules = { activedirectory = "1.0.1.0", defenderforidentity = "1.0.0.4", grouppolicy = "1.0.0.0" } } }
  why          = "Readiness report, connectivity test and account test come with the module."
  verify       = "Get-Module -ListAvailable DefenderForIdentity shows 1.0.0.4 or newer."
  undo         = "Uninstall-Module DefenderForIdentity."
  reversible   = true
  instructions = "Install DefenderForIdentity, and the RSAT modules ActiveDirectory and GroupPolicy."
  notes        = ["Without a way to the PowerShell Gallery: Save-Module on a machine that has one, carry the folder over, and compare the signatures of its files."]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
