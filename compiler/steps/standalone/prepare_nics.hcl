step "standalone.prepare_nics" {
  title        = "Prepare the management and the capture adapter"
  scope        = "server"
  kind         = "manual"
  generations  = ["standalone"]
  who          = "Administrator of the server"
  privilege    = "Local Administrators"
  runs_on      = "target"
  risk         = "none"
  duration     = "30m"
  requires     = ["change.approve"]
  on_demand    = true
  why          = "A capture adapter with a gateway answers what it should only hear."
  verify       = "Get-NetIPConfiguration shows a gateway and DNS on the management adapter only; receive segment coalescing is off on the capture adapter."
  undo         = "Restore the former addresses."
  reversible   = true
  instructions = "Management adapter: fixed address, gateway, DNS servers, and the monitored domain as its suffix. Capture adapter: a fixed address with mask /32 that is not routed, no gateway, no DNS; switch receive segment coalescing off for IPv4 and IPv6."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-standalone"]
}
