step "v3.set_proxy" {
  title        = "Set the proxy of Defender for Endpoint"
  scope        = "server"
  kind         = "gpo"
  generations  = ["v3"]
  who          = "Group policy administrator"
  privilege    = "Edit rights on the policy object"
  runs_on      = "domain_controller"
  risk         = "none"
  duration     = "30m"
  requires     = ["change.approve"]
  why          = "The v3 sensor speaks through Defender for Endpoint and knows no proxy of its own."
  verify       = "The client analyser of Defender for Endpoint reaches every host."
  undo         = "Restore the former value."
  reversible   = true
  instructions = "Set the static proxy of Defender for Endpoint by policy (TelemetryProxyServer), or the proxy of WinHTTP where that is how the proxy was set before. The proxy must not ask for the credentials of a user."
  sources      = ["https://learn.microsoft.com/defender-endpoint/configure-proxy-internet"]
}
