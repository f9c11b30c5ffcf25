step "domain.grant_deleted_objects" {
  title       = "Let the account look into Deleted Objects"
  scope       = "domain"
  kind        = "manual"
  generations = ["v2", "standalone"]
  who         = "Domain Admin"
  privilege   = "Take ownership"
  runs_on     = "domain_controller"
  risk        = "none"
  duration    = "10m"
  requires    = ["domain.create_gmsa", "domain.create_dsa_user", "change.open_window", "audit.snapshot_state"]
  effects = {
    accounts = { for key in keys(readers) : key => { member_of = { "mdi-deleted-objects@${subject}" = true } } }
    domain   = { deleted_objects_dacl = { "A;;0x00000014;;;mdi-deleted-objects@${subject}" = { type = "allow", sid = "mdi-deleted-objects@${subject}", mask = 20, flags = 0, object_type = "00000000-0000-0000-0000-000000000000", inherited_object_type = "00000000-0000-0000-0000-000000000000" } } }
  }
  why          = "Who deleted what is told only to an account that may look there."
  verify       = "dsacls on the container lists the group with LIST CONTENTS and READ PROPERTY."
  undo         = "Remove the entry with dsacls /R; note that the owner stays changed."
  reversible   = true
  instructions = "Note the present owner and access list, take ownership of CN=Deleted Objects if needed, and grant list contents and read property to a group that holds the account."
  notes        = ["The ownership is not given back by the removal."]
  security     = ["delegation"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts"]
}
