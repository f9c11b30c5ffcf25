step "tenant.clear_stale_groups" {
  title        = "Remove groups left over from an earlier workspace"
  scope        = "tenant"
  kind         = "portal"
  who          = "Groups Administrator"
  privilege    = "Groups Administrator in Entra"
  runs_on      = "portal"
  risk         = "irreversible"
  duration     = "15m"
  effects      = { tenant = { legacy_groups = { for name in keys(tenant.legacy_groups) : name => null } } }
  why          = "Groups named after a deleted workspace keep a new one of that name from being created."
  verify       = "No group named \"Azure ATP <workspace> ...\" is left."
  undo         = "Cannot be undone after 30 days; until then a deleted group can be restored in Entra."
  reversible   = false
  instructions = "Delete the Entra groups \"Azure ATP <workspace> Administrators\", \"... Users\" and \"... Viewers\" after you have noted their members."
  portal       = { "2023-08" = "Entra admin center > Groups > All groups" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues"]
}
