step "tenant.clear_stale_groups" {
  title        = "Rename groups left over from an earlier workspace"
  scope        = "tenant"
  kind         = "portal"
  who          = "Groups Administrator"
  privilege    = "Groups Administrator in Entra"
  runs_on      = "portal"
  risk         = "none"
  duration     = "15m"
  effects      = { tenant = { legacy_groups = { for name in keys(tenant.legacy_groups) : name => null } } }
  why          = "Groups named after a deleted workspace keep a new one of that name from being created."
  verify       = "No group is named \"Azure ATP <workspace> Administrators\", \"... Users\" or \"... Viewers\"."
  undo         = "Take \" - old\" off the names again."
  reversible   = true
  instructions = "Add \" - old\" to the names of the Entra groups \"Azure ATP <workspace> Administrators\", \"... Users\" and \"... Viewers\". Nobody loses a membership that way; they can be deleted when nothing asks for them any more."
  portal       = { "2023-08" = "Entra admin center > Groups > All groups" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues"]
}
