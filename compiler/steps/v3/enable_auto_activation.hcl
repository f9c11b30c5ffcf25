step "v3.enable_auto_activation" {
  title        = "Activate new domain controllers automatically"
  scope        = "workspace"
  kind         = "portal"
  generations  = ["v3"]
  who          = "Security Administrator"
  privilege    = "System settings (manage) and Security settings (manage) of unified RBAC"
  runs_on      = "portal"
  risk         = "none"
  duration     = "5m"
  requires     = ["v3.verify"]
  when         = decision.activation == "automatic"
  done         = workspace.auto_activation_enabled == true
  effects      = { workspace = { auto_activation_enabled = true } }
  why          = "A controller that is promoted next year is then watched without a plan."
  verify       = "The switch shows On."
  undo         = "Switch it off."
  reversible   = true
  instructions = "Turn on automatic sensor activation when all planned waves are done: it activates every controller that is eligible, at once."
  portal       = { "2023-08" = "Settings > Identities > Activation", "2026-03" = "Settings > Identities > On-premises > Onboarding", "2026-09" = "Settings > Identities > Advanced features > Automatic sensor v3.x activation" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/activate-sensor"]
}
