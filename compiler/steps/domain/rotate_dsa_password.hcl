step "domain.rotate_dsa_password" {
  title        = "Change the password of the account, in the directory and in the portal"
  scope        = "account"
  kind         = "manual"
  generations  = ["v2", "standalone"]
  who          = "Domain Admin and Security Administrator together"
  privilege    = "Reset password of the account, and System settings (manage) of unified RBAC"
  runs_on      = "person"
  risk         = "service_restart"
  duration     = "30m"
  requires     = ["change.open_window", "workspace.create"]
  on_demand    = true
  when         = account.class == "user" && account.exists == true
  why          = "On the day the password ends every sensor that uses the account stops; one that is changed in one place only stops them at once."
  verify       = "The health issue about the credentials of the directory services user closes, and every sensor runs."
  undo         = "A former password does not come back; set a further one in both places."
  reversible   = false
  instructions = "In one window, without a pause: set a new long random password in the directory (Set-ADAccountPassword), enter it at once under Settings > Identities > Directory service accounts, and put it into the vault. Then watch the sensors, and collect the facts of the account again. Write the next date into the hand-over."
  portal       = { "2023-08" = "Settings > Identities > Directory service accounts" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts"]
}
