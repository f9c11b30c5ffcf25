step "thresholds.test_mode" {
  title        = "Lower the alert thresholds for a test"
  scope        = "workspace"
  kind         = "portal"
  generations  = ["v2", "v3", "standalone"]
  who          = "Security Administrator"
  privilege    = "System settings (manage) and Security settings (manage) of unified RBAC"
  runs_on      = "portal"
  risk         = "none"
  duration     = "5m"
  requires     = ["workspace.create"]
  prefers      = ["sensor.verify_health"]
  when         = spec.test_mode_ends_on != null
  done         = workspace.test_mode_enabled == true
  effects      = { workspace = { test_mode_enabled = true, test_mode_ends_at = "${spec.test_mode_ends_on}T00:00:00Z" } }
  why          = "With normal thresholds a test of the first days raises nothing, and proves nothing."
  verify       = "The page shows the test mode with its end."
  undo         = "Switch it off, which restores the former levels; \"Revert to default\" does not."
  reversible   = true
  instructions = "Choose the recommended test mode and the end date of the spec, at most 60 days ahead. Tell the operations centre: alerts will be many."
  portal       = { "2023-08" = "Settings > Identities > Advanced settings", "2026-03" = "Settings > Identities > Adjust alert thresholds" }
  impact       = "Many more alerts open until the test mode ends"
  sources      = ["https://learn.microsoft.com/defender-for-identity/advanced-settings"]
}
