step "tenant.accept_region" {
  title        = "Accept the region of the workspace"
  scope        = "tenant"
  kind         = "approval"
  who          = "Owner of data protection"
  runs_on      = "person"
  risk         = "irreversible"
  duration     = "30m"
  on_demand    = true
  done         = workspace.exists == true || spec.workspace.region_accepted == true
  why          = "The service chooses the region by the tenant, and a workspace can never be moved."
  verify       = "The signed acceptance is attached to the change."
  undo         = "Cannot be undone once the workspace exists: it can only be deleted, with its history."
  reversible   = false
  instructions = "Record that the owner of data protection accepts the geography that the service will choose. Compare it later with Settings > Identities > About."
  security     = ["data_residency"]
  evidence     = ["Acceptance of the region"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/technical-faq"]
}
