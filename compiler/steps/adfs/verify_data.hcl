step "adfs.verify_data" {
  title        = "Verify that sign-ins at AD FS arrive"
  scope        = "server"
  kind         = "check"
  generations  = ["v2", "v3"]
  roles        = ["adfs"]
  who          = "Security Reader"
  privilege    = "Security data basics (read) of unified RBAC"
  runs_on      = "portal"
  risk         = "none"
  duration     = "15m"
  requires     = ["sensor.configure_resolver_dc", "v3.verify", "adfs.enable_verbose", "adfs.grant_db_read"]
  when         = ((spec.sensor.generation == "v2" || spec.sensor.generation == "standalone") && server.sensor_v2.installed != true) || (spec.sensor.generation == "v3" && server.sensor_v3.installed != true)
  why          = "The event chain of AD FS has four links, and a missing one shows only in the data."
  verify       = "Advanced hunting lists the test sign-in with logon type \"Logon with ADFS authentication\"."
  undo         = "Nothing to take back: this step only reads."
  reversible   = true
  instructions = "Sign in a test user through this node, then run in advanced hunting: IdentityLogonEvents | where Protocol contains \"Adfs\"."
  portal       = { "2023-08" = "Hunting > Advanced hunting", "2026-03" = "Investigation & response > Hunting > Advanced hunting" }
  looks_at     = "data"
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services"]
}
