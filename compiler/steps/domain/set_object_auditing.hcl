step "domain.set_object_auditing" {
  title = "Audit changes to directory objects"
  scope = "domain"
  kind = "script"
  who = "Domain Admin"
  privilege = "Manage auditing and security log"
  runs_on = "domain_controller"
  risk = "replication"
  duration = "10m"
  requires = ["change.open_window"]
  params = { DomainDn = domain.dn, ClassGuid = "bf967aba-0de6-11d0-a285-00aa003049e2", Mask = 852331 }
  effects = { domain = { root_sacl = { "OU;CIIOSA;0x000d016b;;bf967aba-0de6-11d0-a285-00aa003049e2;S-1-1-0" = { type = "audit", sid = "S-1-1-0", mask = 852331, flags = 74, object_type = "00000000-0000-0000-0000-000000000000", inherited_object_type = "bf967aba-0de6-11d0-a285-00aa003049e2" } } } }
  why = "The directory writes event 4662 only for objects that carry an audit entry."
  verify = "The audit entries of the domain root list Everyone, Success, for descendant user objects."
  undo = "Undo-Step removes exactly the entry that this step added."
  reversible = true
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
