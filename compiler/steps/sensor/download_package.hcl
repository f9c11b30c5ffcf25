step "sensor.download_package" {
  title        = "Download the sensor package and copy the access key"
  scope        = "workspace"
  kind         = "portal"
  generations  = ["v2", "standalone"]
  who          = "Security Administrator"
  privilege    = "System settings (manage) and Security settings (manage) of unified RBAC"
  runs_on      = "portal"
  risk         = "none"
  duration     = "15m"
  requires     = ["workspace.create", "change.approve", "workspace.record_details"]
  on_demand    = true
  why          = "Package and key belong to this workspace; the key registers sensors and is treated as a password."
  verify       = "The digest of the package is recorded, and the key lies in the vault."
  undo         = "Regenerate the access key."
  reversible   = true
  instructions = "Download the package, record its SHA-256, and put the access key into the vault. Never write the key into a document."
  portal       = { "2023-08" = "Settings > Identities > Sensors > Add sensor > Download installer", "2026-03" = "Settings > Identities > On-premises > Sensors > Add sensor > Continue with classic sensor", "2026-09" = "Settings > Identities > On-premises > Sensor management > Download onboarding package > Windows Server 2016 or earlier" }
  looks_at     = "before"
  security     = ["key"]
  evidence     = ["Digest of the sensor package"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/download-sensor"]
}
