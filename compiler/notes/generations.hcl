note "MDI-V3-021" {
  title       = "What v3 does not do stays with v2"
  text        = "Windows Server 2016, VPN, syslog, mirrored traffic and delayed updates belong to v2; both may live in one workspace."
  scope       = "workspace"
  generations = ["v2", "v3"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3"]
}
