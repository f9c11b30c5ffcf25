step "workspace.add_dsa" {
  title        = "Register the account in the portal"
  scope        = "account"
  kind         = "portal"
  generations  = ["v2", "standalone"]
  who          = "Security Administrator"
  privilege    = "System settings (manage) and Security settings (manage) of unified RBAC"
  runs_on      = "portal"
  risk         = "service_restart"
  duration     = "10m"
  requires     = ["workspace.create", "workspace.request_credential_limit", "domain.create_gmsa", "domain.create_dsa_user", "domain.grant_deleted_objects", "domain.grant_logon_as_service", "domain.wait_replication", "domain.test_dsa"]
  when         = spec.dsa.kind == "gmsa" || spec.dsa.kind == "user"
  done         = contains(keys(workspace.dsa_entries), subject)
  params       = { AccountName = split("@", subject)[0], Domain = split("@", subject)[1] }
  effects      = { workspace = { dsa_entries = { (subject) = { account_name = split("@", subject)[0], domain_name = split("@", subject)[1], type = endswith(split("@", subject)[0], "$") ? "gmsa" : "user", password_set = !endswith(split("@", subject)[0], "$") } } } }
  why          = "Sensors take their account from the workspace, in the order of the list."
  verify       = "Settings > Identities > Directory service accounts lists the account with its domain."
  undo         = "Remove the entry; sensors fall back to their own service account."
  reversible   = true
  instructions = "Add credentials for {AccountName} of {Domain}. Type the account name without domain, tick \"Group managed service account\" where it ends with a dollar sign, and type the domain as its full name. The portal keeps the password of a user account: whoever changes it in the directory changes it here in the same window."
  portal       = { "2023-08" = "Settings > Identities > Directory service accounts" }
  security     = ["account"]
  impact       = "Sensors restart when they take their new account"
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts"]
}
