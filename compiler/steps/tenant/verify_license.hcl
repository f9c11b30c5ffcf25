step "tenant.verify_license" {
  title        = "Verify that the tenant owns a licence"
  scope        = "tenant"
  kind         = "check"
  who          = "Licence administrator or Global Reader"
  privilege    = "Global Reader in Entra"
  runs_on      = "portal"
  risk         = "none"
  duration     = "15m"
  on_demand    = true
  why          = "Without a licence the service refuses every sensor, so this is looked at before anything is built."
  verify       = "The list of subscriptions shows one with Defender for Identity and enabled units."
  undo         = "Nothing to take back: this step only reads."
  reversible   = true
  instructions = "Open Microsoft 365 admin center, Billing, Your products, and find a subscription that contains Defender for Identity with enabled units. Where there is none, order it now: the plan goes no further without one."
  portal       = { "2023-08" = "Microsoft 365 admin center > Billing > Your products" }
  looks_at     = "before"
  evidence     = ["List of subscriptions"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2"]
}
