note "MDI-CERT-004" {
  title       = "The readiness script's own certificate verdict is not relied upon"
  text        = "It is content with either of two roots, whatever the cloud; the rules here ask for the root of your cloud."
  scope       = "server"
  generations = ["v2", "standalone"]
  steps       = ["server.preflight"]
  sources     = ["https://github.com/microsoft/Microsoft-Defender-for-Identity"]
}

note "MDI-CERT-005" {
  title       = "The Baltimore root is not asked for"
  text        = "It expired on 2025-05-12. Lists that still name it are out of date."
  scope       = "server"
  generations = ["v2", "standalone"]
  steps       = ["server.install_root_cert", "server.preflight"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2"]
}
