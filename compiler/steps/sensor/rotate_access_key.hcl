step "sensor.rotate_access_key" {
  title        = "Make a new access key"
  scope        = "wave"
  kind         = "portal"
  generations  = ["v2", "standalone"]
  who          = "Security Administrator"
  privilege    = "System settings (manage) and Security settings (manage) of unified RBAC"
  runs_on      = "portal"
  risk         = "irreversible"
  duration     = "10m"
  requires     = ["server.install_sensor", "v3.onboard_standalone", "sensor.verify_service"]
  on_demand    = true
  effects      = { workspace = { access_key_regenerated_at = run.now, package_downloaded_at = run.now } }
  why          = "The key of the wave was seen by everyone who installed; sensors that run do not need it any more."
  verify       = "The portal shows another key, and the sensors still run."
  undo         = "A key that was replaced does not come back."
  reversible   = false
  instructions = "Choose \"Regenerate key\" when the last installation of the wave has ended. Put the new key into the vault and download the package again at once: the next wave installs with them."
  portal       = { "2023-08" = "Settings > Identities > Sensors", "2026-03" = "Settings > Identities > On-premises > Sensors", "2026-09" = "Settings > Identities > On-premises > Sensor management" }
  security     = ["key"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/install-sensor"]
}
