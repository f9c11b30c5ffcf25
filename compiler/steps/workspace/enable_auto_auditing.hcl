step "workspace.enable_auto_auditing" {
  title       = "Turn on automatic auditing"
  scope       = "workspace"
  kind        = "portal"
  generations = ["v3"]
  who         = "Security Administrator"
  privilege   = "System settings (manage) and Security settings (manage) of unified RBAC"
  runs_on     = "portal"
  risk        = "none"
  duration    = "5m"
  requires    = ["workspace.create"]
  prefers     = ["v3.verify"]
  # Beside policies it sets the same values, and closes the health issues that v3 keeps open without it.
  when         = decision.auditing_method == "automatic" || decision.auditing_method == "gpo"
  done         = workspace.auto_auditing_enabled == true
  effects      = { workspace = { auto_auditing_enabled = true } }
  why          = "v3 sensors then set the audit policy of their servers themselves, once a day."
  verify       = "The switch shows On, and a day later no audit health issue is open."
  undo         = "Turn the switch off; what the sensors have set stays."
  reversible   = true
  instructions = "Turn on \"Automatic Windows auditing configuration\"."
  portal       = { "2026-03" = "Settings > Identities > Advanced features > Automatic Windows auditing configuration" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
