note "MDI-DSA-037" {
  title       = "A short credentials alert during gMSA rotation needs no action"
  text        = "When the password of the account changes, a health issue may open and close by itself. One that stays is a fault."
  scope       = "workspace"
  generations = ["v2", "standalone"]
  when        = spec.dsa.kind == "gmsa"
  steps       = ["workspace.add_dsa"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/health-alerts"]
}
