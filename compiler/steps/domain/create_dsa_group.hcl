step "domain.create_dsa_group" {
  title       = "Put the servers into the group that may read the password"
  scope       = "account"
  kind        = "script"
  generations = ["v2", "standalone"]
  who         = "Domain Admin"
  # Members of several domains are put into a group of the forest root.
  done_by   = readers[subject].scope == "universal" ? "Enterprise Admin" : "Domain Admin"
  privilege = "Create groups in the target container"
  runs_on   = "domain_controller"
  risk      = "replication"
  duration  = "5m"
  requires  = ["change.open_window"]
  on_demand = true
  when      = spec.dsa.kind == "gmsa" && !readers[subject].builtin
  # The groups of a server are read from the directory, so what is done here shows there at once. Who may read the password
  # already, by whatever group, needs nothing.
  done   = alltrue([for host in values(hosts) : contains(keys(host.member_of), readers[subject].principal)]) || account.exists == true && alltrue([for host in values(hosts) : length(setintersection(keys(account.password_readers), concat([host.sid], keys(host.member_of)))) > 0])
  params = { GroupName = readers[subject].name, Scope = readers[subject].scope == "universal" ? "Universal" : "DomainLocal", Servers = keys(hosts), Description = "Servers that may read the password of the Defender for Identity account" }
  effects = {
    domain  = { groups = { (readers[subject].principal) = { name = readers[subject].name, scope = readers[subject].scope, members_changed_at = run.now } } }
    servers = { for fqdn in keys(hosts) : fqdn => { member_of = { (readers[subject].principal) = true } } }
  }
  why        = "One group keeps the list of readers in one place; a server joins it before its sensor is installed."
  verify     = "Get-ADGroup finds the group and lists the servers."
  undo       = "Undo-Step removes the servers that this step added, and the group if this step made it."
  reversible = true
  touches    = { group = [split("@", coalesce(try(spec.dsa.accounts[subject].readers, null), "mdi-sensors@${split("@", subject)[1]}"))[0]] }
  security   = ["account"]
  sources    = ["https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa"]
}
