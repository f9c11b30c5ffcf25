step "network.exempt_tls_inspection" {
  title     = "Exempt the service from TLS inspection"
  scope     = "network"
  kind      = "network"
  who       = "Network team"
  privilege = "Change the inspection rules of the proxy"
  runs_on   = "person"
  risk      = "none"
  duration  = "1h"
  requires  = ["change.approve", "workspace.record_details"]
  # A proxy whose exemptions nobody read may have no way to make one: there is no effect then, and the sensors behind it wait.
  effects = {
    network = { proxies = { for name, proxy in network.proxies : name => { inspection_bypass = merge(proxy.inspection_bypass, { for host in distinct([for key, path in paths : path.to if path.via == "proxy" && path.proxy == name && contains(["sensor_api", "mde"], path.class)]) : host => true }) } if proxy.tls_inspection_active == true } }
    paths   = { for key, path in paths : key => { tls = { issuer = "CN=Microsoft Azure TLS Issuing CA", root_thumbprint = "df3c24f9bfd666761b268073fe06d1cc8d4f82a4" }, http = { status = 200 } } if path.class == "sensor_api" && path.via == "proxy" && network.proxies[path.proxy].tls_inspection_active == true }
  }
  why          = "Sensor and service authenticate each other by certificates; inspection in between breaks that."
  verify       = "The certificate seen from a server is issued to the service, not by the proxy."
  undo         = "Remove the rule again."
  reversible   = true
  instructions = "Exempt the sensor API (and for v3 the Defender for Endpoint hosts) from TLS interception. Measure the paths again afterwards and plan again."
  security     = ["tls_exception"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-proxy"]
}
