step "workspace.record_details" {
  title        = "Record name, id and geography of the workspace"
  scope        = "workspace"
  kind         = "portal"
  who          = "Security Reader"
  privilege    = "Security data basics (read) of unified RBAC"
  runs_on      = "portal"
  risk         = "none"
  duration     = "5m"
  requires     = ["workspace.create"]
  on_demand    = true
  done         = workspace.name != "" && workspace.id != ""
  why          = "Firewall rules and the proxy need the exact host name of the sensor API, which contains the workspace name."
  verify       = "The recorded name resolves: <name>sensorapi of the cloud in use."
  undo         = "Nothing to take back: this step only reads."
  reversible   = true
  instructions = "Copy workspace name, workspace id and geolocation from the About page into the declare block of the spec, or collect them, and plan again."
  portal       = { "2023-08" = "Settings > Identities > General > About" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/settings-about"]
}
