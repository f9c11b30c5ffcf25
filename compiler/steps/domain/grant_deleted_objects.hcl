step "domain.grant_deleted_objects" {
  title        = "Let the account look into Deleted Objects"
  scope        = "domain"
  kind         = "manual"
  generations  = ["v2", "standalone"]
  who          = "Domain Admin"
  privilege    = "Take ownership"
  runs_on      = "domain_controller"
  risk         = "none"
  duration     = "10m"
  requires     = ["domain.create_dsa_group", "change.open_window", "audit.snapshot_state"]
  why          = "Who deleted what is told only to an account that may look there."
  verify       = "dsacls on the container lists the group with LIST CONTENTS and READ PROPERTY."
  undo         = "Remove the entry with dsacls /R; note that the owner stays changed."
  reversible   = true
  instructions = "Note the present owner and access list, take ownership of CN=Deleted Objects if needed, and grant list contents and read property to a group that holds the account."
  notes        = ["The ownership is not given back by the removal."]
  security     = ["delegation"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts"]
}
