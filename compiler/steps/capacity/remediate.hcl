step "capacity.remediate" {
  title        = "Give the server what it lacks"
  scope        = "server"
  kind         = "manual"
  generations  = ["v2", "v3", "standalone"]
  who          = "Owner of the platform"
  privilege    = "Administrator of the virtual machine or of the hardware"
  runs_on      = "person"
  risk         = "reboot"
  duration     = "4h"
  requires     = ["change.approve"]
  why          = "The server is smaller than what the sensor needs beside the load it carries."
  verify       = "The facts collected afterwards show the cores, memory and disk that were asked for."
  undo         = "Take the resources away again, which restarts the server too; the sensor has to be uninstalled first."
  reversible   = true
  instructions = "Add the cores, memory or disk space that the findings above ask for. Where the sizing tool says Maybe or No, look first at what ran at the time of the peak, a backup for example, and throttle it. Then collect the facts of this server again and plan again: no plan can promise what a purchase brings."
  restarts     = true
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning"]
}
