step "sensor.cleanup_stage" {
  title       = "Delete the package from the server"
  scope       = "server"
  kind        = "script"
  generations = ["v2", "standalone"]
  who         = "Administrator of the server"
  privilege   = "Local Administrators"
  runs_on     = "target"
  risk        = "none"
  duration    = "1m"
  requires    = ["sensor.verify_service"]
  when        = server.sensor_v2.staging_present == true
  params      = { Folder = "C:\\ProgramData\\mdiplan" }
  effects     = { server = { sensor_v2 = { staging_present = false } } }
  why         = "A package beside a forgotten key file is an invitation."
  verify      = "The folder holds no file."
  undo        = "Nothing to take back: the package can be downloaded again."
  reversible  = true
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/install-sensor"]
}
