# METADATA
# title: The audit settings come from an enabled, linked policy object
# description: A setting made on the server itself lasts until a policy object says otherwise.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-014
#   subject: server
#   severity: low
#   generations: [v2, v3]
#   roles: [dc, rodc, adfs, adcs, entra_connect]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [domain.create_audit_gpo, domain.link_audit_gpo, adfs.create_audit_gpo, ca.create_audit_gpo, entra_connect.create_audit_gpo]
#   either:
#   - [workspace.auto_auditing_enabled, spec.sensor.generation]
package mdi.rules.auditing.from_policy_objects

applies := data.mdi.lib.audit.by_hand

observed := {subcategory: at |
	some subcategory, at in _settings
	_loose(at)
}

required := data.mdi.tables.audit.success_and_failure.value

compliant := count(observed) == 0 if {
	data.mdi.lib.policy_objects.read
	data.mdi.lib.policy_objects.ranked
	count(_read) == count(input.domain.gpos)
	count(_settings) == count(data.mdi.lib.audit.needed_here)
}

# What is in force on the server, and what the policy object that wins there sets.
_settings := {subcategory: {"in_force": input.server.audit_policy[subcategory], "policy_object": _winning(subcategory)} |
	some subcategory in data.mdi.lib.audit.needed_here
}

_loose(at) if not data.mdi.lib.audit.covers(at.in_force, required)

_loose(at) if not _set(at.policy_object)

_read := {id |
	some id in object.keys(input.domain.gpos)
	is_object(input.domain.gpos[id].audit_policy)
}

_set(value) := data.mdi.lib.audit.covers(value, required) if is_number(value)

_winning(subcategory) := value if {
	[_, value] := min(_candidates(subcategory))
}

_winning(subcategory) := "none" if count(_candidates(subcategory)) == 0

_candidates(subcategory) := {[data.mdi.lib.policy_objects.rank(id, dn), input.domain.gpos[id].audit_policy[subcategory]] |
	some id, links in data.mdi.lib.policy_objects.reaching
	some dn in links
}
