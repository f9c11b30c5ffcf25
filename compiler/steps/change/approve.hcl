step "change.approve" {
  title        = "Approve the work of this wave"
  scope        = "wave"
  kind         = "approval"
  who          = "Change advisory board"
  runs_on      = "person"
  risk         = "none"
  duration     = "30m"
  requires     = ["audit.run_readiness"]
  on_demand    = true
  why          = "Nothing is changed before somebody who can weigh the risk has said yes."
  verify       = "The approval stands in the change record and names the digests at the end of this document."
  undo         = "Withdraw the approval."
  reversible   = true
  instructions = "Present this document. The approval names the digest of the spec and of the facts."
  evidence     = ["Approval with its number"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/deploy-defender-identity"]
}
