note "MDI-CLOUD-005" {
  title       = "The geolocation of the workspace is recorded"
  text        = "The service chooses it from the country of the tenant, and it cannot be changed. Settings > Identities > About shows it."
  scope       = "workspace"
  generations = ["v2", "v3", "standalone"]
  steps       = ["workspace.record_details", "tenant.accept_region"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/privacy-compliance"]
}

note "MDI-CLOUD-010" {
  title       = "The portal keeps data for 180 days"
  text        = "Whoever needs more has to export."
  scope       = "workspace"
  generations = ["v2", "v3", "standalone"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/privacy-compliance"]
}

note "MDI-LIM-007" {
  title       = "A report download holds at most 300,000 entries"
  text        = "A larger report is cut off; choose a shorter period."
  scope       = "workspace"
  generations = ["v2", "v3", "standalone"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/technical-faq"]
}

note "MDI-LIM-013" {
  title       = "A suppressed health issue comes back after 7 days"
  text        = "Suppressing is no repair; write down who repairs and by when."
  scope       = "workspace"
  generations = ["v2", "v3", "standalone"]
  steps       = ["ops.handover"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/health-alerts"]
}
