step "samr.audit_mode" {
  title        = "Watch remote SAM calls before restricting them"
  scope        = "domain"
  kind         = "gpo"
  generations  = ["v2"]
  who          = "Domain Admin"
  privilege    = "Group Policy Creator Owners, and link rights on the containers"
  runs_on      = "domain_controller"
  risk         = "none"
  duration     = "30m"
  requires     = ["change.open_window"]
  when         = spec.remote_sam == "legacy"
  why          = "A restriction that is switched on unseen stops software that nobody thought of."
  verify       = "Event 16962 appears on member servers, and 16965 names who would be refused."
  undo         = "Set RestrictRemoteSamAuditOnlyMode back to its previous value."
  reversible   = true
  instructions = "Create a policy object for all computers except domain controllers that sets RestrictRemoteSamAuditOnlyMode to 1, and watch events 16962 to 16969 for a week."
  touches      = { policy_object = ["Policy of ${subject} for remote calls to SAM"] }
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/remote-calls-sam"]
}
