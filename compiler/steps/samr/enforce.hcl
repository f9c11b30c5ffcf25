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
  requires     = ["samr.audit_mode", "samr.intune_profile", "domain.create_gmsa", "change.open_window", "audit.snapshot_state"]
  when         = spec.remote_sam == "legacy"
  done         = anytrue([for id, gpo in domain.gpos : alltrue([for name, account in accounts : strcontains(try(gpo.registry.restrict_remote_sam.value, ""), told(account.sid, name))])])
  effects      = { domain = { gpos = { for id, gpo in domain.gpos : id => { registry = { restrict_remote_sam_audit_only = { present = false, type = null, value = null }, restrict_remote_sam = { present = true, type = "sz", value = join("", concat(["O:BAG:BAD:(A;;RC;;;BA)"], [for name, account in accounts : "(A;;RC;;;${told(account.sid, name)})"])) } } } if try(gpo.registry.restrict_remote_sam_audit_only.value, 0) == 1 } } }
  why          = "Member servers answer remote SAM calls only to those the policy names."
  verify       = "The policy names Administrators and the account, and no domain controller applies it."
  undo         = "Restore the policy object from its backup."
  reversible   = true
  instructions = "Add the Directory Service Account, and the callers that were seen and have to go on, with read access to \"Network access: Restrict clients allowed to make remote calls to SAM\" in the policy object that was watched. It is never linked to the container Domain Controllers, and domain controllers are denied to apply it. Where \"Access this computer from the network\" is defined, add the account there as well and keep every entry."
  touches      = { policy_object = ["Policy of ${subject} for remote calls to SAM"] }
  notes        = ["Where RemoteSAM of Set-MDIConfiguration wrote the policy, read the value on a member: the module writes the line in another form than the security settings have, and it keeps out writable controllers only, not read-only ones."]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/remote-calls-sam"]
}
