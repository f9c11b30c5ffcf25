note "MDI-AUD-023" {
  title       = "What KdsAuditing of module 1.0.0.5 sets is not known"
  text        = "The module has a setting of that name which no page describes; no rule judges it. Get-MDIConfiguration -Mode Domain -Configuration KdsAuditing shows its values."
  scope       = "forest"
  generations = ["v2", "v3", "standalone"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}

note "MDI-AUD-110" {
  title        = "An unreadable SACL is unknown, not missing"
  text         = "Whoever lacks the right to read audit entries gets none, without an error. Rules about them are then unknown; collect again with that right."
  scope        = "domain"
  generations  = ["v2", "v3", "standalone"]
  when_unknown = domain.root_sacl
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}

note "MDI-EVT-002" {
  title       = "The Security log is large enough for the added events"
  text        = "No size is documented. Auditing adds events, so look at how many hours the log still holds and set your own size."
  scope       = "server"
  generations = ["v2", "v3", "standalone"]
  steps       = ["server.verify_audit_policy"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}

note "MDI-V3-006" {
  title       = "Audit alerts that persist on v3 with manual auditing are a known issue"
  text        = "With everything set by hand some audit health issues stay open on v3; automatic auditing closes them."
  scope       = "workspace"
  generations = ["v3"]
  when        = workspace.auto_auditing_enabled == false
  sources     = ["https://learn.microsoft.com/defender-for-identity/health-alerts"]
}
