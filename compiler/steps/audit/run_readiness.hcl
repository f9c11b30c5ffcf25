step "audit.run_readiness" {
  title        = "Judge readiness again and attach the verdict"
  scope        = "tenant"
  kind         = "check"
  who          = "Implementer of the change"
  runs_on      = "admin_workstation"
  risk         = "none"
  duration     = "30m"
  on_demand    = true
  why          = "The board approves what was true on the day, not what was true when the plan was written."
  verify       = "The attached verdict is not older than a day and names no new blocker."
  undo         = "Nothing to take back: this step only reads."
  reversible   = true
  instructions = "Collect the facts again, run mdiplan audit with the spec of this change, and attach the verdict."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2"]
}
