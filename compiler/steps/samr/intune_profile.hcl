step "samr.intune_profile" {
  title        = "Send the remote SAM setting to cloud-managed clients"
  scope        = "tenant"
  kind         = "portal"
  generations  = ["v2"]
  who          = "Intune Administrator"
  privilege    = "Intune Administrator, or a role with Device configurations (create and assign)"
  runs_on      = "portal"
  risk         = "none"
  duration     = "30m"
  requires     = ["samr.audit_mode"]
  when         = spec.remote_sam == "legacy"
  why          = "Clients that are joined to Entra as well get the setting from Intune, or not at all."
  verify       = "The device report of the profile shows it applied."
  undo         = "Remove the assignment."
  reversible   = true
  instructions = "Make a settings catalogue profile for Windows 10 and later: restrict who may make remote calls to SAM, and who may access the computer from the network, to Administrators and the Directory Service Account. Assign it to clients, never to servers."
  notes        = ["The feature was retired in May 2025; plan it only where a spec asks for it."]
  portal       = { "2023-08" = "Intune admin center > Devices > Configuration > Create > Settings catalog" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/remote-calls-sam"]
}
