step "capacity.run_sizing_tool" {
  title        = "Measure the traffic of the controllers"
  scope        = "domain"
  kind         = "check"
  generations  = ["v2"]
  who          = "Domain user with the right to read performance counters"
  privilege    = "Read access to WMI and performance counters of the controllers"
  runs_on      = "admin_workstation"
  risk         = "none"
  duration     = "1h"
  wait         = "24h"
  precondition = workspace.sensor_count == 0
  why          = "The sizing of a sensor follows from the busiest 15 minutes of a day, which only a measurement shows."
  verify       = "The workbook names every controller with a verdict."
  undo         = "Nothing to take back: this step only reads."
  reversible   = true
  instructions = "Run the sizing tool for 24 hours before the first sensor is installed, and import its workbook as facts. Where it says Maybe, see in the workbook at what time the peak was: a backup or a scan that ran then is moved or throttled, and the day is measured again."
  looks_at     = "before"
  evidence     = ["Workbook of the sizing tool"]
  notes        = ["The numbers are right only where no sensor runs. Where one does, estimate by hand: the counter Network Adapter, Packets/sec, every five seconds for 24 hours, and of that the mean of the busiest 15 minutes. Declare it in the spec as an estimate."]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning"]
}
