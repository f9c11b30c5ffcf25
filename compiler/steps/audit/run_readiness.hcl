step "audit.run_readiness" {
  title        = "Judge readiness again and attach the verdict"
  scope        = "tenant"
  kind         = "check"
  who          = "Implementer of the change"
  privilege    = "Read access to the directory, and to WMI and registry of the servers"
  runs_on      = "admin_workstation"
  risk         = "none"
  duration     = "30m"
  on_demand    = true
  why          = "The board approves what was true on the day, not what was true when the plan was written."
  verify       = "The attached verdict is not older than a day and names no new blocker."
  undo         = "Nothing to take back: this step only reads."
  reversible   = true
  instructions = "Collect the facts again, run mdiplan audit with the spec of this change, and attach the verdict."
  looks_at     = "before"
  evidence     = ["Verdict of the day, with the digests of facts, spec and rules", "Readiness report of each domain"]
  notes        = ["The result of Test-MdiReadiness.ps1 as a whole leaves out the Entra Connect servers, and in a child domain it finds no Exchange container: the findings of this verdict decide."]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2"]
}
