step "audit.config_report" {
  title        = "Report the present configuration"
  scope        = "domain"
  kind         = "check"
  who          = "Domain Admin"
  privilege    = "Read access to the domain and its policies"
  runs_on      = "admin_workstation"
  risk         = "none"
  duration     = "15m"
  requires     = ["tooling.install_module"]
  when         = decision.auditing_method == "gpo" || decision.auditing_method == "manual"
  params       = { Configurations = sort(keys(spec.auditing.configurations)) }
  why          = "The report of the day before is what the report of the day after is compared with."
  verify       = "The report lists every auditing setting of the domain, and it is attached to the change."
  undo         = "Nothing to take back: this step only reads."
  reversible   = true
  instructions = "Run New-MDIConfigurationReport with -Mode Domain, -Path and -Identity (the account as NETBIOS\\name): without -Identity it asks at a prompt. Attach the report to the change record. What this plan is about is {Configurations}; whatever else the report lists stays as it is."
  looks_at     = "before"
  evidence     = ["Configuration report of the domain"]
  notes        = ["Read the report and do not trust its summary: for a policy that lacks a subcategory the module compares with nothing and says yes. Name the account with -Identity, or it asks for one."]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
