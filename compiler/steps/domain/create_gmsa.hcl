step "domain.create_gmsa" {
  title       = "Create the group managed service account, or let the servers read its password"
  scope       = "account"
  kind        = "script"
  generations = ["v2", "standalone"]
  who         = "Domain Admin"
  done_by     = readers[subject].scope == "universal" ? "Enterprise Admin" : "Domain Admin"
  privilege   = "Create managed service accounts"
  runs_on     = "domain_controller"
  risk        = "replication"
  duration    = "10m"
  requires    = ["forest.wait_kds", "domain.create_dsa_group", "change.open_window"]
  on_demand   = true
  when        = spec.dsa.kind == "gmsa"
  # Who may read the password already, by whatever group, needs nothing.
  done       = account.exists == true && account.class == "gmsa" && (contains(keys(account.password_readers), readers[subject].principal) || alltrue([for host in values(hosts) : length(setintersection(keys(account.password_readers), concat([host.sid], keys(host.member_of)))) > 0]))
  params     = { AccountName = trimsuffix(split("@", subject)[0], "$"), DnsHostName = "${trimsuffix(split("@", subject)[0], "$")}.${split("@", subject)[1]}", Readers = readers[subject].name }
  effects    = { accounts = { (subject) = { exists = true, sid = told(account.sid, format("S-1-5-21-0-0-0-%d", 1000 + zipmap(sort(keys(spec.dsa.accounts)), range(length(spec.dsa.accounts)))[subject])), password_readers = { (readers[subject].principal) = true }, class = "gmsa", enabled = told(account.enabled, true), locked = told(account.locked, false), password_expires = told(account.password_expires, false), encryption_types = told(account.encryption_types, 24), dedicated = told(account.dedicated, true), member_of = { "S-1-5-11" = true }, explicit_grants = {}, managed_objects = {}, domain = split("@", subject)[1], password_last_set_at = told(account.password_last_set_at, run.now), last_logon_at = told(account.last_logon_at, run.now) } } }
  why        = "The classic sensor reads deleted objects, trusts and other domains with this account; nobody knows its password."
  verify     = "Get-ADServiceAccount finds the account and names the group as reader, beside those that were named before."
  undo       = "Undo-Step removes the account if this step made it, and otherwise gives it back the readers it had; sensors fall back to their own service account."
  reversible = true
  notes      = ["Written with New-ADServiceAccount: the vendor cmdlet New-MDIDSA creates a back-dated KDS root key when there is none.", "Set-ADServiceAccount replaces the list of readers, so the list is read, completed and written as a whole."]
  touches    = { group = [split("@", coalesce(try(spec.dsa.accounts[subject].readers, null), "mdi-sensors@${split("@", subject)[1]}"))[0]] }
  security   = ["account"]
  sources    = ["https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa"]
}
