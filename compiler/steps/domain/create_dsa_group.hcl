step "domain.create_dsa_group" {
  title       = "Create the group of servers that may read the password"
  scope       = "account"
  kind        = "script"
  generations = ["v2", "standalone"]
  who         = "Domain Admin"
  privilege   = "Create groups in the target container"
  runs_on     = "domain_controller"
  risk        = "replication"
  duration    = "5m"
  requires    = ["change.open_window"]
  on_demand   = true
  when        = spec.dsa.kind == "gmsa" && !startswith(coalesce(try(spec.dsa.accounts[subject].readers, null), "mdi-sensors"), "S-1-")
  done        = account.exists == true && length(account.password_readers) > 0
  params      = { GroupName = split("@", coalesce(try(spec.dsa.accounts[subject].readers, null), "mdi-sensors@${split("@", subject)[1]}"))[0], Description = "Servers that may read the password of the Defender for Identity account" }
  why         = "One group keeps the list of readers in one place; a server joins it before its sensor is installed."
  verify      = "Get-ADGroup finds the group and lists the servers."
  undo        = "Remove the servers from the group, then delete it."
  reversible  = true
  touches     = { group = [split("@", coalesce(try(spec.dsa.accounts[subject].readers, null), "mdi-sensors@${split("@", subject)[1]}"))[0]] }
  security    = ["account"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa"]
}
