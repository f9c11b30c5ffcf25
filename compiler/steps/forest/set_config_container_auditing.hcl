step "forest.set_config_container_auditing" {
  title        = "Audit the configuration container"
  scope        = "forest"
  kind         = "gpo"
  who          = "Enterprise Admin"
  privilege    = "Enterprise Admins"
  runs_on      = "domain_controller"
  risk         = "replication"
  duration     = "15m"
  requires     = ["change.open_window", "audit.snapshot_state"]
  params       = { Container = forest.configuration_dn }
  effects      = { forest = { configuration_sacl = { "AU;CISAFA;0x00000020;;;S-1-1-0" = { type = "audit", sid = "S-1-1-0", mask = 32, flags = 194, object_type = "00000000-0000-0000-0000-000000000000", inherited_object_type = "00000000-0000-0000-0000-000000000000" } } } }
  why          = "Exchange keeps its objects in the configuration partition, where attacks on it show."
  verify       = "The audit entries of the container list Everyone, All, Write all properties, for this object and all below."
  undo         = "Remove the entry again."
  reversible   = true
  instructions = "In ADSI Edit open {Container}, Properties, Security, Advanced, Auditing, and add: Everyone, success and failure, this object and all descendant objects, Write all properties."
  notes        = ["Made by hand: Set-MDIConfiguration derives the container from the domain it is asked about, which is wrong in every domain but the root, and its test passes there."]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
