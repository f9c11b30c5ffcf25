step "samr.enforce" {
  title        = "Allow the account to make remote SAM calls"
  scope        = "domain"
  kind         = "gpo"
  generations  = ["v2"]
  who          = "Domain Admin"
  privilege    = "Edit rights on the policy object"
  runs_on      = "domain_controller"
  risk         = "none"
  duration     = "30m"
  requires     = ["samr.audit_mode"]
  when         = spec.remote_sam == "legacy"
  why          = "Member servers answer remote SAM calls only to those the policy names."
  verify       = "The policy names Administrators and the account, and no domain controller applies it."
  undo         = "Restore the policy object from its backup."
  reversible   = true
  instructions = "Add the Directory Service Account with read access to \"Network access: Restrict clients allowed to make remote calls to SAM\" in a policy object that no domain controller applies."
  touches      = { policy_object = ["Policy of ${subject} for remote calls to SAM"] }
  notes        = ["Where RemoteSAM of Set-MDIConfiguration wrote the policy, read the value on a member: the module writes the line in another form than the security settings have, and it keeps out writable controllers only, not read-only ones."]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/remote-calls-sam"]
}
