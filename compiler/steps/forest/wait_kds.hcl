step "forest.wait_kds" {
  title       = "Wait until every controller can use the key"
  scope       = "forest"
  kind        = "wait"
  generations = ["v2", "standalone"]
  who         = "Directory operations"
  runs_on     = "person"
  risk        = "none"
  duration    = "5m"
  requires    = ["forest.create_kds_root_key"]
  # The clock of the proof stands still; a key that was waited for is as old as the wait.
  effects      = { forest = { kds_root_keys = { for id in keys(forest.kds_root_keys) : id => { created_at = timeadd(run.now, "-10h"), effective_at = timeadd(run.now, "-10h"), replicated_everywhere = true } } } }
  why          = "A password made before the key has reached every controller cannot be read on some of them."
  verify       = "repadmin /showrepl is clean and ten hours have passed."
  undo         = "Nothing to take back: this step waits."
  reversible   = true
  instructions = "Wait ten hours after the key was created and check that replication is clean."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa"]
}
