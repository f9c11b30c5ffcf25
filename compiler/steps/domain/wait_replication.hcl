step "domain.wait_replication" {
  title        = "Wait until every controller has the new objects"
  scope        = "domain"
  kind         = "wait"
  generations  = ["v2", "standalone"]
  who          = "Domain Admin"
  runs_on      = "person"
  risk         = "none"
  duration     = "10m"
  wait         = "3h"
  requires     = ["domain.create_dsa_group", "domain.create_gmsa", "domain.grant_deleted_objects"]
  on_demand    = true
  why          = "A server asks the controller next to it, which may not have heard yet."
  verify       = "repadmin /showobjmeta shows the same version of the objects on every controller."
  undo         = "Nothing to take back: this step waits."
  reversible   = true
  instructions = "Wait for the slowest site link (180 minutes unless the schedule says otherwise), or run repadmin /syncall on the PDC emulator with /APed. Then compare the versions on all controllers."
  looks_at     = "regression"
  sources      = ["https://learn.microsoft.com/windows-server/identity/ad-ds/get-started/replication/active-directory-replication-concepts"]
}
