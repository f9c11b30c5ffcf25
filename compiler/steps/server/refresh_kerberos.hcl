step "server.refresh_kerberos" {
  title       = "Renew the ticket of the server"
  scope       = "server"
  kind        = "script"
  generations = ["v2", "standalone"]
  who         = "Administrator of the server"
  privilege   = "Local Administrators"
  runs_on     = "target"
  risk        = "none"
  duration    = "2m"
  requires    = ["domain.create_dsa_group", "domain.wait_replication"]
  on_demand   = true
  when        = spec.dsa.kind == "gmsa" && anytrue([for account in try(values(spec.dsa.accounts), []) : !startswith(coalesce(try(account.readers, null), "mdi-sensors"), "S-1-")])
  params      = { LogonId = "0x3e7" }
  effects     = { server = { member_of = { for group in toset([for key in keys(spec.dsa.accounts) : coalesce(try(spec.dsa.accounts[key].readers, null), "mdi-sensors@${split("@", key)[1]}")]) : group => true } } }
  why         = "A server learns of its new group only with a new ticket, otherwise after ten hours."
  verify      = "klist shows a ticket that is younger than the group membership."
  undo        = "Nothing to take back: tickets are renewed anyway."
  reversible  = true
  notes       = ["The step before puts every planned server into the group; the new ticket makes the membership known to the server."]
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa"]
}
