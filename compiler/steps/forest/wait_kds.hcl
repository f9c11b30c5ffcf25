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
  on_demand   = true
  # A key that is back-dated serves the one controller of its forest at once.
  when         = try(spec.back_dated_keys[subject], false) == false
  done         = anytrue([for key in values(forest.kds_root_keys) : seconds_between(key.effective_at, run.now) >= 0 && (forest.dc_count == 1 || seconds_between(key.created_at, run.now) >= 36000)])
  wait         = length(forest.kds_root_keys) == 0 ? "10h" : "${max(0, min([for key in values(forest.kds_root_keys) : max(seconds_between(run.now, key.effective_at), forest.dc_count == 1 ? 0 : 36000 - seconds_between(key.created_at, run.now))]...))}s"
  effects      = { forest = { kds_root_keys = { for id, key in forest.kds_root_keys : id => { created_at = seconds_between(key.created_at, run.now) < 36000 ? timeadd(run.now, "-10h") : key.created_at, effective_at = seconds_between(run.now, key.effective_at) > 0 ? run.now : key.effective_at } } } }
  why          = "A password made before the key has reached every controller cannot be read on some of them."
  verify       = "repadmin /showrepl is clean and ten hours have passed."
  undo         = "Nothing to take back: this step waits."
  reversible   = true
  instructions = "Wait ten hours after the key was created and check that replication is clean."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa"]
}
