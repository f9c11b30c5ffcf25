step "sensor.stage_package" {
  title        = "Copy the package to the server"
  scope        = "server"
  kind         = "manual"
  generations  = ["v2", "standalone"]
  who          = "Administrator of the server"
  privilege    = "Local Administrators"
  runs_on      = "target"
  risk         = "none"
  duration     = "5m"
  requires     = ["sensor.download_package", "change.open_window"]
  on_demand    = true
  why          = "The installation runs from a local folder, without a share that could vanish in the middle."
  verify       = "The file is there with the recorded digest."
  undo         = "Delete the folder."
  reversible   = true
  instructions = "Compare the SHA-256 of the package with the record, and unpack all of it to C:\\ProgramData\\mdiplan on the server: setup that runs inside the archive misses the files beside it."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/install-sensor"]
}
