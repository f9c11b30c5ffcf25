step "server.add_perf_log_users" {
  title       = "Let the account read performance counters"
  scope       = "server"
  kind        = "script"
  generations = ["v2", "standalone"]
  who         = "Administrator of the server"
  privilege   = "Local Administrators"
  runs_on     = "target"
  risk        = "service_restart"
  duration    = "5m"
  requires    = ["domain.create_gmsa", "change.open_window"]
  params      = { Account = "${domain.netbios_name}\\${split("@", keys(spec.dsa.accounts)[0])[0]}" }
  why         = "Where the registry key of the counters is closed to it, the sensor stays at Starting."
  verify      = "The account is a member of Performance Log Users, and the sensor runs."
  undo        = "Undo-Step removes the member."
  reversible  = true
  notes       = ["On a domain controller the group is that of the domain."]
  sources     = ["https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues"]
}
