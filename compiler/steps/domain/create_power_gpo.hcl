step "domain.create_power_gpo" {
  title      = "Create the policy for the High performance power plan"
  scope      = "domain"
  kind       = "script"
  who        = "Group policy administrator"
  privilege  = "Group Policy Creator Owners"
  runs_on    = "admin_workstation"
  risk       = "none"
  duration   = "15m"
  requires   = ["tooling.install_module", "audit.snapshot_state", "change.approve"]
  on_demand  = true
  when       = spec.auditing.power_gpo == true
  params     = { Domain = subject, Prefix = spec.auditing.gpo_prefix == null ? "Microsoft Defender for Identity" : spec.auditing.gpo_prefix }
  why        = "A policy keeps the plan on servers that are built later."
  verify     = "The policy sets the active power scheme 8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c."
  undo       = "Undo-Step removes the policy."
  reversible = true
  notes      = ["The policy is created without a link, and the cmdlet is never called with -Configuration All; its -WhatIf is no dry run."]
  touches    = { policy_object = ["${spec.auditing.gpo_prefix} - Processor Performance"] }
  sources    = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2"]
}
