step "workspace.request_credential_limit" {
  title        = "Ask for more directory service accounts"
  scope        = "workspace"
  kind         = "support"
  generations  = ["v2", "standalone"]
  who          = "Owner of the tenant"
  privilege    = "Open support cases for the tenant"
  runs_on      = "person"
  risk         = "none"
  duration     = "30m"
  requires     = ["workspace.create"]
  why          = "The workspace takes 30 credentials; the forest of the 31st stays dark."
  verify       = "Microsoft confirmed the new limit in writing; it is declared as workspace.credential_limit."
  undo         = "Nothing to take back: a limit that is too high harms nobody."
  reversible   = true
  instructions = "Open a case with Microsoft support and ask for the number that the spec needs."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts"]
}
