step "domain.remove_legacy_1644" {
  title        = "Switch the retired LDAP logging off"
  scope        = "domain"
  kind         = "gpo"
  who          = "Domain Admin"
  privilege    = "Edit rights on the policy object, or Local Administrators of each controller"
  runs_on      = "domain_controller"
  risk         = "none"
  duration     = "20m"
  requires     = ["change.open_window", "audit.snapshot_state"]
  affects      = keys(domain.dcs)
  why          = "Event 1644 served a detection that is gone; it costs processor time and fills the log."
  verify       = "The four values are gone or 0 on every domain controller."
  undo         = "Set the values back from the backup."
  reversible   = true
  instructions = "Remove \"15 Field Engineering\" and the three search thresholds from the policy object or the registry of the domain controllers."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
