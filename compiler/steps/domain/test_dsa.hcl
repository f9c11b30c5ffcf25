step "domain.test_dsa" {
  title        = "Test what the account can read"
  scope        = "account"
  kind         = "check"
  generations  = ["v2", "standalone"]
  who          = "Domain user"
  privilege    = "Read access to the access lists of the directory"
  runs_on      = "admin_workstation"
  risk         = "none"
  duration     = "10m"
  requires     = ["domain.create_gmsa", "workspace.add_dsa", "tooling.install_module"]
  when         = spec.dsa.kind == "gmsa"
  why          = "An account that exists and cannot read deleted objects is noticed only when an investigation needs them."
  verify       = "Every line of the test reads True."
  undo         = "Nothing to take back: this step only reads."
  reversible   = true
  instructions = "Run Test-MDIDSA for the account with -Detailed and attach the output."
  looks_at     = "before"
  evidence     = ["Output of the account test"]
  notes        = ["Give Test-MDIDSA the plain account name, without domain and dollar sign: it adds the sign itself and finds no other form. It tests the password only on the computer it runs on."]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa"]
}
