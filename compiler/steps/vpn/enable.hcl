step "vpn.enable" {
  title        = "Switch the VPN integration on"
  scope        = "workspace"
  kind         = "portal"
  generations  = ["v2"]
  who          = "Security Administrator"
  privilege    = "System settings (manage) and Security settings (manage) of unified RBAC"
  runs_on      = "portal"
  risk         = "none"
  duration     = "10m"
  requires     = ["workspace.create", "sensor.verify_registered", "vpn.configure_radius"]
  when         = try(spec.vpn.enabled, null) == true
  done         = workspace.vpn.enabled == true && (spec.vpn.secret_fingerprint == null || workspace.vpn.secret_fingerprint == spec.vpn.secret_fingerprint)
  effects      = { workspace = { vpn = merge({ enabled = true }, { for name, value in { secret_fingerprint = spec.vpn.secret_fingerprint } : name => value if value != null }) } }
  why          = "Sensors listen for accounting messages only when the portal tells them to."
  verify       = "Settings > Identities > VPN shows RADIUS accounting enabled."
  undo         = "Switch it off."
  reversible   = true
  instructions = "Enable RADIUS accounting and type the shared secret that the VPN uses."
  portal       = { "2023-08" = "Settings > Identities > VPN" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/vpn-integration"]
}
