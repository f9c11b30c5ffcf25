step "rbac.enable" {
  title        = "Let unified RBAC govern the Identity workload"
  scope        = "tenant"
  kind         = "portal"
  who          = "Security Administrator"
  privilege    = "Security Administrator in Entra"
  runs_on      = "portal"
  risk         = "none"
  duration     = "10m"
  requires     = ["workspace.create"]
  when         = spec.rbac != null
  done         = tenant.urbac.identity_workload_active == true
  effects      = { tenant = { urbac = { identity_workload_active = true } } }
  why          = "Permissions of custom roles count only where unified RBAC governs the workload."
  verify       = "The switch Identity under Permissions > Microsoft Defender XDR > Roles > Activate workloads is on."
  undo         = "Switch the workload off; the older roles count again."
  reversible   = true
  instructions = "Open Permissions > Roles > Activate workloads and switch Identity on."
  portal       = { "2023-08" = "System > Permissions > Microsoft Defender XDR > Roles > Activate workloads" }
  notes        = ["Everyone who had access through the older roles needs a role of unified RBAC first."]
  impact       = "Roles of the portal change: who has none of the new ones sees nothing"
  sources      = ["https://learn.microsoft.com/defender-for-identity/role-groups"]
}
