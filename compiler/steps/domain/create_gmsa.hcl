step "domain.create_gmsa" {
  title       = "Create the group managed service account"
  scope       = "account"
  kind        = "script"
  generations = ["v2", "standalone"]
  who         = "Domain Admin"
  privilege   = "Create managed service accounts"
  runs_on     = "domain_controller"
  risk        = "replication"
  duration    = "10m"
  requires    = ["forest.wait_kds", "domain.create_dsa_group", "change.open_window"]
  on_demand   = true
  when        = spec.dsa.kind == "gmsa"
  done        = account.exists == true && account.class == "gmsa"
  params      = { AccountName = trimsuffix(split("@", subject)[0], "$"), DnsHostName = "${trimsuffix(split("@", subject)[0], "$")}.${split("@", subject)[1]}", GroupName = split("@", coalesce(try(spec.dsa.accounts[subject].readers, null), "mdi-sensors@${split("@", subject)[1]}"))[0] }
  effects     = { accounts = { (subject) = { exists = true, password_readers = { (coalesce(try(spec.dsa.accounts[subject].readers, null), "mdi-sensors@${split("@", subject)[1]}")) = true }, class = "gmsa", enabled = true, locked = false, password_expires = false, encryption_types = 24, dedicated = true, member_of = { "S-1-5-11" = true }, explicit_grants = {}, managed_objects = {}, domain = split("@", subject)[1], password_last_set_at = run.now, last_logon_at = run.now } } }
  why         = "The classic sensor reads deleted objects, trusts and other domains with this account; nobody knows its password."
  verify      = "Get-ADServiceAccount finds the account and names the group as reader."
  undo        = "Remove the account; sensors fall back to their own service account."
  reversible  = true
  notes       = ["Written with New-ADServiceAccount: the vendor cmdlet New-MDIDSA creates a back-dated KDS root key when there is none.", "Set-ADServiceAccount -PrincipalsAllowedToRetrieveManagedPassword replaces the list of readers; this step reads, adds and writes."]
  touches     = { group = [split("@", coalesce(try(spec.dsa.accounts[subject].readers, null), "mdi-sensors@${split("@", subject)[1]}"))[0]] }
  security    = ["account"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa"]
}
