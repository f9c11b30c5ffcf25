step "server.install_root_cert" {
  title       = "Install the root certificate of the service"
  scope       = "server"
  kind        = "script"
  generations = ["v2", "standalone"]
  who         = "Administrator of the server"
  privilege   = "Local Administrators"
  runs_on     = "target"
  risk        = "none"
  duration    = "5m"
  requires    = ["change.open_window"]
  # The commercial cloud is served under Global Root G2, GCC High and DoD under Global Root CA. A GCC server gets both, one a plan.
  params     = { Thumbprint = tenant.cloud == "commercial" || tenant.cloud == "gcc" && server.root_certificates["df3c24f9bfd666761b268073fe06d1cc8d4f82a4"].present == false ? "df3c24f9bfd666761b268073fe06d1cc8d4f82a4" : "a8985d3a65e5e5c4b2d7d66d40c6dd2fb19c5436", File = tenant.cloud == "commercial" || tenant.cloud == "gcc" && server.root_certificates["df3c24f9bfd666761b268073fe06d1cc8d4f82a4"].present == false ? "C:\\ProgramData\\mdiplan\\DigiCertGlobalRootG2.crt" : "C:\\ProgramData\\mdiplan\\DigiCertGlobalRootCA.crt" }
  effects    = { server = { root_certificates = { (tenant.cloud == "commercial" || tenant.cloud == "gcc" && server.root_certificates["df3c24f9bfd666761b268073fe06d1cc8d4f82a4"].present == false ? "df3c24f9bfd666761b268073fe06d1cc8d4f82a4" : "a8985d3a65e5e5c4b2d7d66d40c6dd2fb19c5436") = { present = true } } } }
  why        = "Without it every connection of the sensor fails."
  verify     = "Cert:\\LocalMachine\\Root lists the thumbprint."
  undo       = "Remove the certificate from the store."
  reversible = true
  security   = ["trust_root"]
  evidence   = ["Thumbprint of the certificate, compared by two people"]
  sources    = ["https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues"]
}
