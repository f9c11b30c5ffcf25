step "audit.snapshot_state" {
  title      = "Save the settings that this change touches"
  scope      = "domain"
  kind       = "script"
  who        = "Domain Admin"
  privilege  = "Domain Admin, local administrator of the servers"
  runs_on    = "admin_workstation"
  risk       = "none"
  duration   = "30m"
  requires   = ["change.approve"]
  on_demand  = true
  params     = { Folder = "C:\\ProgramData\\mdiplan\\before", Domain = subject, DomainDn = domain.dn, ConfigurationDn = forest.configuration_dn, Servers = keys(domain.dcs) }
  why        = "Whoever takes a setting back has to know what it was."
  verify     = "The folder holds the policy backups, two security descriptors, and a file for each controller; their digests stand in the change record."
  undo       = "Delete the folder when the change is closed."
  reversible = true
  notes      = ["Take it again when the window opens: a snapshot of last week restores last week."]
  looks_at   = "before"
  evidence   = ["Backups of the policy objects", "Access lists of the domain root and of the configuration container", "Audit policy, registry values and power scheme of each controller"]
  sources    = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
