step "notify.health_email" {
  title        = "Send health issues by mail"
  scope        = "workspace"
  kind         = "portal"
  who          = "Security Administrator"
  privilege    = "System settings (manage) and Security settings (manage) of unified RBAC"
  runs_on      = "portal"
  risk         = "none"
  duration     = "10m"
  requires     = ["workspace.create"]
  when         = spec.health_mail_recipients != null
  done         = length(setsubtract(keys(spec.health_mail_recipients), keys(workspace.health_mail_recipients))) == 0
  effects      = { workspace = { health_mail_recipients = spec.health_mail_recipients } }
  why          = "A sensor that stops at night is otherwise noticed by whoever looks next."
  verify       = "The list of recipients equals the spec."
  undo         = "Remove the recipients."
  reversible   = true
  instructions = "Add the recipients of the spec under health issues notifications."
  portal       = { "2023-08" = "Settings > Identities > Notifications > Health issues notifications" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/notifications"]
}
