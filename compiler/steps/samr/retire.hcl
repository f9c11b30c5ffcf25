step "samr.retire" {
  title        = "Take the account out of the remote SAM restriction"
  scope        = "domain"
  kind         = "gpo"
  generations  = ["v2", "v3", "standalone"]
  who          = "Domain Admin"
  privilege    = "Edit rights on the policy object"
  runs_on      = "domain_controller"
  risk         = "none"
  duration     = "30m"
  requires     = ["change.open_window"]
  why          = "The feature that used the right has been switched off since May 2025; a right that nobody uses can be stolen."
  verify       = "On a member server the policy \"Restrict clients allowed to make remote calls to SAM\" no longer names the account."
  undo         = "Put the entry back from the backup of the policy object."
  reversible   = true
  instructions = "Back up the policy object that defines \"Network access: Restrict clients allowed to make remote calls to SAM\", remove the Directory Service Account from it, and keep Administrators."
  touches      = { policy_object = ["Policy of ${subject} for remote calls to SAM"] }
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/remote-calls-sam"]
}
