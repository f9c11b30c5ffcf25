step "change.open_window" {
  title        = "Open the change window"
  scope        = "wave"
  kind         = "approval"
  who          = "Implementer of the change"
  runs_on      = "person"
  risk         = "none"
  duration     = "10m"
  requires     = ["change.approve"]
  on_demand    = true
  why          = "Services restart and a server may; monitoring and users have to know."
  verify       = "Monitoring shows maintenance for the servers of the wave."
  undo         = "Close the window and end the maintenance."
  reversible   = true
  instructions = "Announce the start, put the servers of the wave into maintenance, and check that nobody else works on them. See for every server of the wave that another controller of its site and domain is healthy: repadmin /replsummary and dcdiag /test:advertising /test:services are clean. A server without one is left out."
  looks_at     = "regression"
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/install-sensor"]
}
