step "server.verify_audit_policy" {
  title        = "Verify the effective audit policy"
  scope        = "server"
  kind         = "check"
  roles        = ["dc", "rodc"]
  who          = "Administrator of the server"
  privilege    = "Local Administrators"
  runs_on      = "target"
  risk         = "none"
  duration     = "5m"
  requires     = ["domain.link_audit_gpo"]
  when         = true
  why          = "Another policy may win; only the server shows what is in force."
  verify       = "auditpol lists Success and Failure for all eight subcategories."
  undo         = "Nothing to take back: this step only reads."
  reversible   = true
  instructions = "On the server: auditpol /get /category:* /r, compare with the findings, and collect the facts of the server again."
  evidence     = ["Effective audit policy"]
  notes        = ["Read auditpol and the registry: Test-MDIConfiguration compares by pattern, so a value that only contains the wanted digits passes."]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
