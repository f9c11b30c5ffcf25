step "forest.create_kds_root_key" {
  title       = "Create the KDS root key"
  scope       = "forest"
  kind        = "script"
  generations = ["v2", "standalone"]
  who         = "Enterprise Admin"
  privilege   = "Enterprise Admins"
  runs_on     = "domain_controller"
  risk        = "irreversible"
  duration    = "5m"
  wait        = "10h"
  requires    = ["change.open_window"]
  done        = length(forest.kds_root_keys) > 0
  params      = { Reason = "Microsoft Defender for Identity" }
  effects     = { forest = { kds_root_keys = { "00000000-0000-0000-0000-000000000001" = { created_at = run.now, effective_at = run.now, replicated_everywhere = true } } } }
  why         = "Controllers derive the passwords of group managed service accounts from this key."
  verify      = "Get-KdsRootKey lists a key."
  undo        = "Cannot be undone: deleting the key breaks every account made from it."
  reversible  = false
  notes       = ["The key is never back-dated: Add-KdsRootKey -EffectiveTime in the past hands out passwords that other controllers cannot compute yet.", "Written with Add-KdsRootKey: New-MDIDSA makes a key that is back-dated by ten hours when there is none."]
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa"]
}
