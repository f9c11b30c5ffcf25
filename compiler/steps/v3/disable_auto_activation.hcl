step "v3.disable_auto_activation" {
  title        = "Switch automatic activation off"
  scope        = "workspace"
  kind         = "portal"
  generations  = ["v3"]
  who          = "Security Administrator"
  privilege    = "System settings (manage) and Security settings (manage) of unified RBAC"
  runs_on      = "portal"
  risk         = "none"
  duration     = "5m"
  requires     = ["workspace.create", "change.approve"]
  when         = decision.activation == "manual" && workspace.auto_activation_enabled == true
  effects      = { workspace = { auto_activation_enabled = false } }
  why          = "Left on, it activates every controller that is eligible at once, whatever the waves of this plan say."
  verify       = "The switch shows Off."
  undo         = "Switch it on again."
  reversible   = true
  instructions = "Turn off automatic sensor activation. Sensors that are activated already stay."
  portal       = { "2026-03" = "Settings > Identities > Advanced features > Automatic sensor activation" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/activate-sensor"]
}
