# METADATA
# title: Every domain controller lies where the audit and NTLM policy objects are linked
# description: A controller that was moved out of the container with the links audits nothing, and nobody changed a policy.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-015
#   subject: server
#   severity: medium
#   generations: [v2, v3, sa]
#   roles: [dc, rodc]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: tool
#   remediation: [domain.link_audit_gpo]
#   either:
#   - [workspace.auto_auditing_enabled, spec.sensor.generation]
package mdi.rules.auditing.controllers_where_linked

applies := data.mdi.lib.audit.by_hand

observed := _missing

required := set()

compliant := count(_missing) == 0 if {
	data.mdi.lib.policy_objects.read
	count(_read) == count(input.domain.gpos)
}

_read := {id |
	some id in object.keys(input.domain.gpos)
	is_object(input.domain.gpos[id].audit_policy)
	data.mdi.lib.registry.told(input.domain.gpos[id].registry)
}

# What no policy object that reaches the server sets as it has to be.
_missing := (data.mdi.tables.audit_subcategories.by_role.dc | object.keys(data.mdi.tables.ntlm_auditing.wanted)) - _set

_set contains subcategory if {
	some id, _ in data.mdi.lib.policy_objects.reaching
	some subcategory in object.keys(input.domain.gpos[id].audit_policy)
	data.mdi.lib.audit.covers(input.domain.gpos[id].audit_policy[subcategory], data.mdi.tables.audit.success_and_failure.value)
}

_set contains name if {
	some id, _ in data.mdi.lib.policy_objects.reaching
	some name in object.keys(input.domain.gpos[id].registry)
	data.mdi.lib.registry.dword(object.get(input.domain.gpos[id].registry, name, {})) in data.mdi.tables.ntlm_auditing.wanted[name]
}
