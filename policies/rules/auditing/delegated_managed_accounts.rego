# METADATA
# title: Changes to delegated managed service accounts are audited where a Server 2025 domain controller exists
# description: Delegated managed service accounts can take over the rights of another account; changes to them must leave a trace.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-106
#   subject: domain
#   severity: medium
#   generations: [v2, v3, sa]
#   profiles: [v2-current, v3-current]
#   basis: documented
#   remediation: [domain.set_object_auditing, workspace.enable_auto_auditing]
package mdi.rules.auditing.delegated_managed_accounts

applies := count(_new) > 0 if count(_builds) == count(input.domain.dcs)

applies if count(_new) > 0

_builds := {name: to_number(split(input.domain.dcs[name].os_build, ".")[2]) | some name in object.keys(input.domain.dcs)}

_new := {name |
	some name in object.keys(_builds)
	_builds[name] >= data.mdi.tables.object_auditing.delegated_managed_account.since_build
}

observed := sprintf("0x%08x", [_covered])

required := sprintf("0x%08x", [data.mdi.tables.object_auditing.delegated_managed_account.mask])

compliant := bits.and(_covered, data.mdi.tables.object_auditing.delegated_managed_account.mask) == data.mdi.tables.object_auditing.delegated_managed_account.mask

_covered := data.mdi.lib.acl.audited(input.domain.root_sacl, data.mdi.tables.object_auditing.delegated_managed_account.class)
