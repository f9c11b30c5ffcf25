step "rbac.assign_roles" {
  title        = "Give the operators their roles"
  scope        = "tenant"
  kind         = "portal"
  who          = "Security Administrator"
  privilege    = "Authorization (all) of unified RBAC"
  runs_on      = "portal"
  risk         = "none"
  duration     = "30m"
  requires     = ["workspace.create"]
  why          = "Whoever lacks a permission finds out in the middle of an incident."
  verify       = "Each operator opens the page of the duty and sees what the duty needs."
  undo         = "Remove the assignments that this step made."
  reversible   = true
  instructions = "Assign Entra roles or custom roles of unified RBAC, so that every operator holds what the duty asks for: see the findings that caused this step."
  portal       = { "2023-08" = "System > Permissions > Microsoft Defender XDR > Roles" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/role-groups"]
}
