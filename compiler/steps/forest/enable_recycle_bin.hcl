step "forest.enable_recycle_bin" {
  title        = "Enable the AD Recycle Bin"
  scope        = "forest"
  kind         = "manual"
  who          = "Enterprise Admin"
  privilege    = "Enterprise Admins"
  runs_on      = "domain_controller"
  risk         = "irreversible"
  duration     = "10m"
  requires     = ["change.open_window"]
  when         = try(spec.recycle_bin, null) == true && forest.recycle_bin_enabled == false
  effects      = { forest = { recycle_bin_enabled = true } }
  why          = "A deleted object keeps its attributes, and an alert about it has something to say."
  verify       = "Get-ADOptionalFeature shows the feature enabled for the forest."
  undo         = "Cannot be undone."
  reversible   = false
  instructions = "Enable the optional feature \"Recycle Bin Feature\" at forest level 2008 R2 or higher."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/event-collection-overview"]
}
