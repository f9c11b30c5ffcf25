step "domain.create_audit_gpo" {
  title        = "Create the policy for advanced auditing"
  scope        = "domain"
  kind         = "gpo"
  who          = "Group policy administrator"
  privilege    = "Group Policy Creator Owners"
  runs_on      = "domain_controller"
  risk         = "none"
  duration     = "30m"
  requires     = ["change.approve"]
  on_demand    = true
  params       = { PolicyName = "${spec.auditing.gpo_prefix} - Advanced Audit Policy for DCs", Subcategories = ["0cce923f-69ae-11d9-bed3-505054503030", "0cce9236-69ae-11d9-bed3-505054503030", "0cce9238-69ae-11d9-bed3-505054503030", "0cce9237-69ae-11d9-bed3-505054503030", "0cce9235-69ae-11d9-bed3-505054503030", "0cce923b-69ae-11d9-bed3-505054503030", "0cce923c-69ae-11d9-bed3-505054503030", "0cce9211-69ae-11d9-bed3-505054503030"] }
  why          = "One policy sets the eight subcategories that the sensor reads on every controller."
  verify       = "The report of the policy shows Success and Failure for all eight."
  undo         = "Delete the policy; it is not linked yet."
  reversible   = true
  instructions = "Create the policy {PolicyName} and set Success and Failure for the subcategories {Subcategories} (Credential Validation, Computer, Distribution Group, Security Group and User Account Management, Directory Service Access and Changes, Security System Extension)."
  notes        = ["Do not use Set-MDIConfiguration -Configuration All: it also links and changes what this change does not cover, and its -WhatIf is no dry run."]
  touches      = { policy_object = ["${spec.auditing.gpo_prefix} - Advanced Audit Policy for DCs"] }
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
