step "tenant.verify_admin_role" {
  title        = "Verify that the operator is Security Administrator"
  scope        = "tenant"
  kind         = "check"
  who          = "Privileged Role Administrator"
  privilege    = "Read access to role assignments; Privileged Role Administrator where one is missing"
  runs_on      = "portal"
  risk         = "none"
  duration     = "10m"
  on_demand    = true
  why          = "Only a Security Administrator can create the workspace; there is no lesser role for it."
  verify       = "The operator opens Settings > Identities without an access error."
  undo         = "Remove the assignment, or let it expire."
  reversible   = true
  instructions = "Assign the role Security Administrator to the operator, time-bound where Privileged Identity Management is in use, and have it activated."
  portal       = { "2023-08" = "Entra admin center > Roles and administrators > Security Administrator" }
  looks_at     = "before"
  sources      = ["https://learn.microsoft.com/defender-for-identity/role-groups"]
}
