step "server.refresh_kerberos" {
  title         = "Renew the ticket of the server"
  scope         = "server"
  kind          = "script"
  generations   = ["v2", "standalone"]
  who           = "Administrator of the server"
  privilege     = "Local Administrators"
  runs_on       = "target"
  risk          = "none"
  duration      = "2m"
  requires      = ["domain.create_dsa_group", "domain.wait_replication"]
  on_demand     = true
  outside_waves = sensor.generation == "v2" && sensor.service_status == "running"
  when          = spec.dsa.kind == "gmsa" && anytrue([for group in values(readers) : !group.builtin])
  # A ticket that is younger than the membership names the group already.
  done       = alltrue([for group in values(readers) : group.builtin || contains(keys(server.member_of), group.principal) && seconds_between(group.changed_at, server.system_ticket_at) > 0])
  params     = { LogonId = "0x3e7" }
  effects    = { server = { system_ticket_at = timeadd(run.now, "1s") } }
  why        = "A server learns of its new group only with a new ticket, otherwise after ten hours."
  verify     = "klist shows a ticket that is younger than the group membership."
  undo       = "Nothing to take back: tickets are renewed anyway."
  reversible = true
  notes      = ["The step before puts every planned server into the group; the new ticket makes the membership known to the server."]
  sources    = ["https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa"]
}
