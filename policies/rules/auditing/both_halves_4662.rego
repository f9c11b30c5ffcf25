# METADATA
# title: Both halves behind event 4662, policy and SACL, are in place
# description: Event 4662 needs the subcategory and the entry on the object; either alone yields nothing.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-111
#   subject: server
#   severity: medium
#   generations: [v2, v3, sa]
#   roles: [dc, rodc]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [domain.create_audit_gpo, domain.link_audit_gpo, domain.set_object_auditing, workspace.enable_auto_auditing]
package mdi.rules.auditing.both_halves_4662

observed := {"policy": input.server.audit_policy["0cce923b-69ae-11d9-bed3-505054503030"], "objects without entries": _bare}

required := "3, and entries for users, groups and computers"

compliant := {data.mdi.lib.audit.covers(input.server.audit_policy["0cce923b-69ae-11d9-bed3-505054503030"], data.mdi.tables.audit.success_and_failure.value), count(_bare) == 0} == {true} if is_object(input.domain.root_sacl)

_bare := {kind |
	some kind in {"user", "group", "computer"}
	mask := data.mdi.tables.object_auditing[kind].mask
	bits.and(data.mdi.lib.acl.audited(input.domain.root_sacl, data.mdi.tables.object_auditing[kind].class), mask) != mask
}
