step "domain.set_adfs_container_auditing" {
  title        = "Audit the container of AD FS"
  scope        = "domain"
  kind         = "manual"
  who          = "Domain Admin"
  privilege    = "Manage auditing and security log"
  runs_on      = "domain_controller"
  risk         = "replication"
  duration     = "10m"
  requires     = ["change.open_window", "audit.snapshot_state"]
  effects      = { domain = { adfs_container_sacl = { "AU;CISAFA;0x00000030;;;S-1-1-0" = { type = "audit", sid = "S-1-1-0", mask = 48, flags = 194, object_type = "00000000-0000-0000-0000-000000000000", inherited_object_type = "00000000-0000-0000-0000-000000000000" } } } }
  affects      = keys(domain.dcs)
  why          = "Whoever reads or changes this container goes after the key that signs tokens."
  verify       = "The auditing tab of CN=ADFS,CN=Microsoft,CN=Program Data lists Everyone, All, read and write of all properties, this object and all descendants."
  undo         = "Restore the saved descriptor."
  reversible   = true
  instructions = "Save the descriptor first. On CN=ADFS,CN=Microsoft,CN=Program Data add an audit entry: Everyone, success and failure, read and write all properties, this object and all descendant objects."
  notes        = ["Made by hand: -WhatIf of Set-MDIConfiguration is no dry run, and its test wants one entry with the whole mask and reports entries that were merged as missing."]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
