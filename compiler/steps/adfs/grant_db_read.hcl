step "adfs.grant_db_read" {
  title        = "Let the account read the AD FS configuration database"
  scope        = "server"
  kind         = "manual"
  generations  = ["v2"]
  roles        = ["adfs"]
  who          = "Database administrator"
  privilege    = "Local Administrators of a node with the internal database, or sysadmin of the SQL instance"
  runs_on      = "target"
  risk         = "none"
  duration     = "15m"
  requires     = ["change.open_window"]
  when         = spec.dsa.kind == "gmsa" || spec.dsa.kind == "user"
  done         = alltrue([for account in keys(spec.dsa.accounts) : length(setsubtract(["login", "user", "connect", "select", "db_datareader"], try(keys(server.adfs.database_grants[account]), []))) == 0])
  effects      = { server = { adfs = { database_grants = { for account in keys(spec.dsa.accounts) : account => { login = true, user = true, connect = true, select = true, db_datareader = true } } } } }
  why          = "The sensor reads the farm configuration from the database with its own account."
  verify       = "The account can connect to the database and select from its tables."
  undo         = "Drop the user and the login again."
  reversible   = true
  instructions = "On every node with a database of its own, create login and user for the account, and grant CONNECT, SELECT and db_datareader on the configuration database."
  notes        = ["Rights are not replicated between nodes of a WID farm."]
  touches      = { federation_farm = [server.adfs.farm], database = [server.adfs.database_name] }
  security     = ["delegation"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services"]
}
