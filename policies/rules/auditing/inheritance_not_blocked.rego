# METADATA
# title: No container below the domain root keeps the audit entries out
# description: What lies in a container that takes no audit entries from above is changed unseen, though the domain looks right.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-109
#   subject: domain
#   severity: low
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: derived
#   remediation: []
package mdi.rules.auditing.inheritance_not_blocked

observed := _uncovered

required := set()

compliant := count(_uncovered) == 0 if count(_lists) == count(input.domain.sacl_protected_objects)

_lists := {dn |
	some dn in object.keys(input.domain.sacl_protected_objects)
	is_object(input.domain.sacl_protected_objects[dn].sacl)
}

_uncovered := {sprintf("%s: %s", [dn, kind]) |
	some dn in object.keys(input.domain.sacl_protected_objects)
	some kind in {"user", "group", "computer", "managed_account", "group_managed_account"}
	mask := data.mdi.tables.object_auditing[kind].mask
	bits.and(data.mdi.lib.acl.audited(input.domain.sacl_protected_objects[dn].sacl, data.mdi.tables.object_auditing[kind].class), mask) != mask
}
