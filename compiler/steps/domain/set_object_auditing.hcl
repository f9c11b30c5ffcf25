step "domain.set_object_auditing" {
  title     = "Audit changes to directory objects"
  scope     = "domain"
  kind      = "script"
  who       = "Domain Admin"
  privilege = "Manage auditing and security log"
  runs_on   = "domain_controller"
  risk      = "replication"
  duration  = "10m"
  requires  = ["change.open_window", "audit.snapshot_state"]
  # Users, groups, computers; from Windows Server 2008 R2, 2012 and 2025 on the three kinds of managed accounts, the last
  # two without the bit of extended rights, which some schema versions do not give back.
  params     = { DomainDn = domain.dn, Entries = join(",", concat(["bf967aba-0de6-11d0-a285-00aa003049e2=852331", "bf967a9c-0de6-11d0-a285-00aa003049e2=852331", "bf967a86-0de6-11d0-a285-00aa003049e2=852331"], forest.schema_version >= 47 ? ["ce206244-5827-4a86-ba1c-1c0c386c1b64=852331"] : [], forest.schema_version >= 56 ? ["7b8b558a-93a5-4af7-adca-c017e67f1057=852075"] : [], forest.schema_version >= 90 ? ["0feb936f-47b3-49f2-9386-1dedc2c23765=852075"] : [])) }
  done       = alltrue([for entry in concat(["bf967aba-0de6-11d0-a285-00aa003049e2=852331", "bf967a9c-0de6-11d0-a285-00aa003049e2=852331", "bf967a86-0de6-11d0-a285-00aa003049e2=852331"], forest.schema_version >= 47 ? ["ce206244-5827-4a86-ba1c-1c0c386c1b64=852331"] : [], forest.schema_version >= 56 ? ["7b8b558a-93a5-4af7-adca-c017e67f1057=852075"] : [], forest.schema_version >= 90 ? ["0feb936f-47b3-49f2-9386-1dedc2c23765=852075"] : []) : anytrue([for name, ace in domain.root_sacl : ace.type == "audit" && ace.sid == "S-1-1-0" && ace.mask >= tonumber(split("=", entry)[1]) && ace.flags == 74 && ace.object_type == "00000000-0000-0000-0000-000000000000" && ace.inherited_object_type == split("=", entry)[0]])])
  effects    = { domain = { root_sacl = { for entry in concat(["bf967aba-0de6-11d0-a285-00aa003049e2=852331", "bf967a9c-0de6-11d0-a285-00aa003049e2=852331", "bf967a86-0de6-11d0-a285-00aa003049e2=852331"], forest.schema_version >= 47 ? ["ce206244-5827-4a86-ba1c-1c0c386c1b64=852331"] : [], forest.schema_version >= 56 ? ["7b8b558a-93a5-4af7-adca-c017e67f1057=852075"] : [], forest.schema_version >= 90 ? ["0feb936f-47b3-49f2-9386-1dedc2c23765=852075"] : []) : format("OU;CIIOSA;0x%08x;;%s;S-1-1-0", tonumber(split("=", entry)[1]), split("=", entry)[0]) => { type = "audit", sid = "S-1-1-0", mask = tonumber(split("=", entry)[1]), flags = 74, object_type = "00000000-0000-0000-0000-000000000000", inherited_object_type = split("=", entry)[0] } } } }
  affects    = keys(domain.dcs)
  why        = "The directory writes event 4662 only for objects that carry an audit entry."
  verify     = "The audit entries of the domain root list Everyone, Success, for the descendants of every class."
  undo       = "Undo-Step removes exactly the entries that this step added."
  reversible = true
  impact     = "The directory passes its new audit entries on to every object below, and writes more events from then on"
  notes      = ["A script of our own instead of Set-MDIConfiguration: the test of that module counts matching entries, so two of one class hide a missing one, and its -WhatIf is no dry run."]
  sources    = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
