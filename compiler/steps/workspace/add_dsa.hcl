step "workspace.add_dsa" {
  title        = "Register the account in the portal"
  scope        = "workspace"
  kind         = "portal"
  generations  = ["v2", "standalone"]
  who          = "Security Administrator"
  privilege    = "System settings (manage) and Security settings (manage) of unified RBAC"
  runs_on      = "portal"
  risk         = "service_restart"
  duration     = "10m"
  requires     = ["domain.create_gmsa", "workspace.create"]
  when         = spec.dsa.kind == "gmsa" || spec.dsa.kind == "user"
  done         = alltrue([for key in keys(spec.dsa.accounts) : contains(keys(workspace.dsa_entries), key)])
  params       = { Accounts = keys(spec.dsa.accounts) }
  effects      = { workspace = { dsa_entries = { for key in keys(spec.dsa.accounts) : key => { account_name = split("@", key)[0], domain_name = split("@", key)[1], type = endswith(split("@", key)[0], "$") ? "gmsa" : "user", password_set = !endswith(split("@", key)[0], "$") } } } }
  why          = "Sensors take their account from the workspace, in the order of the list."
  verify       = "Settings > Identities > Directory service accounts lists the account with its domain."
  undo         = "Remove the entry; sensors fall back to their own service account."
  reversible   = true
  instructions = "Add credentials for: {Accounts}. Type the account name without domain, tick \"Group managed service account\", and type the domain as its full name."
  portal       = { "2023-08" = "Settings > Identities > Directory service accounts" }
  security     = ["account"]
  impact       = "Sensors restart when they take their new account"
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts"]
}
