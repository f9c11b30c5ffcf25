step "entra_connect.reapply_db_access" {
  title        = "Repeat the grants after an upgrade of Entra Connect"
  scope        = "server"
  kind         = "sql"
  generations  = ["v2"]
  roles        = ["entra_connect"]
  who          = "Database administrator"
  privilege    = "sysadmin or securityadmin, and db_owner"
  runs_on      = "person"
  risk         = "none"
  duration     = "15m"
  requires     = ["entra_connect.grant_db_access", "change.approve"]
  why          = "An upgrade of Entra Connect may drop the rights on its database without a word."
  verify       = "The rights are there again, and the declared version (grants_verified_version) is the installed one."
  undo         = "Revoke the rights and drop the user and the login."
  reversible   = true
  instructions = "Grant the computer account CONNECT, SELECT, and EXECUTE on dbo.mms_get_globalsettings and dbo.mms_get_connectors again, then declare entra_connect.grants_verified_version."
  touches      = { database = ["${server.entra_connect.database_name} at ${server.entra_connect.database_server}"] }
  security     = ["delegation"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues"]
}
