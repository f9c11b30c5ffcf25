step "rbac.assign_scope" {
  title    = "Limit roles to domains or organisational units"
  scope    = "tenant"
  kind     = "portal"
  who      = "Security Administrator"
  runs_on  = "portal"
  risk     = "none"
  duration = "30m"
  requires = ["rbac.assign_roles", "rbac.enable"]
  prefers  = ["sensor.verify_first_data"]
  when     = try(length(spec.rbac.scopes), 0) > 0
  done     = alltrue([for role, _ in spec.rbac.scopes : length(try(tenant.urbac.roles[role].scopes, {})) > 0])
  # The spec names roles; which domains they are limited to is chosen in the portal.
  effects      = { tenant = { urbac = { roles = { for role in keys(spec.rbac.scopes) : role => { scopes = { "the chosen domains" = true } } } } } }
  why          = "An operator of one region should not see the alerts of all others."
  verify       = "A scoped operator sees alerts and identities of the scope and no others."
  undo         = "Remove the scope from the assignment."
  reversible   = true
  instructions = "Edit the assignments of the roles that the spec names and select domains or organisational units."
  portal       = { "2023-08" = "Permissions > Roles > Assignments" }
  notes        = ["Alerts raised before the role existed are not scoped again."]
  sources      = ["https://learn.microsoft.com/defender-for-identity/role-groups"]
}
