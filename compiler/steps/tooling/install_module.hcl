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
  why          = "Readiness report, connectivity test and account test come with the module."
  verify       = "Get-Module -ListAvailable DefenderForIdentity shows 1.0.0.4 or newer."
  undo         = "Uninstall-Module DefenderForIdentity."
  reversible   = true
  instructions = "Install DefenderForIdentity, and the RSAT modules ActiveDirectory and GroupPolicy."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
