step "entra_connect.grant_db_access" {
  title        = "Let the computer account read the ADSync database"
  scope        = "server"
  kind         = "sql"
  generations  = ["v2"]
  roles        = ["entra_connect"]
  who          = "Database administrator"
  privilege    = "sysadmin or securityadmin, and db_owner"
  runs_on      = "person"
  risk         = "none"
  duration     = "15m"
  requires     = ["change.approve"]
  why          = "With the database on another server the sensor reads the synchronisation settings as the computer, not as the Directory Service Account."
  verify       = "The sensor log names no permission on mms_get_globalsettings or mms_get_connectors, and no health issue says that the configuration could not be read."
  undo         = "Revoke the rights and drop the user and the login."
  reversible   = true
  instructions = "Read database, server and instance from HKLM\\SYSTEM\\CurrentControlSet\\Services\\ADSync\\Parameters. Create a Windows login and a user for the computer account (name with $) and grant CONNECT, SELECT, and EXECUTE on dbo.mms_get_globalsettings and dbo.mms_get_connectors."
  touches      = { database = ["${server.entra_connect.database_name} at ${server.entra_connect.database_server}"] }
  security     = ["delegation"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services", "https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues"]
}
