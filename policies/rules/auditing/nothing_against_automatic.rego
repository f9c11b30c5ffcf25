# METADATA
# title: No policy object works against automatic auditing
# description: The sensor writes the local policy once a day, and a policy object takes it back within the hour.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-018
#   subject: server
#   severity: medium
#   generations: [v3]
#   roles: [dc, rodc, adfs, adcs, entra_connect]
#   profiles: [v3-current]
#   basis: documented
#   remediation: [domain.create_audit_gpo, domain.create_ntlm_gpo, domain.link_audit_gpo]
package mdi.rules.auditing.nothing_against_automatic

applies := input.workspace.auto_auditing_enabled

observed := _against

required := set()

compliant := count(_against) == 0 if {
	data.mdi.lib.policy_objects.read
	is_set(data.mdi.lib.audit.needed_here)
	count(_read) == count(input.domain.gpos)
}

_read := {id |
	some id in object.keys(input.domain.gpos)
	is_object(input.domain.gpos[id].audit_policy)
	data.mdi.lib.registry.told(input.domain.gpos[id].registry)
}

_against contains sprintf("%s: %s", [id, subcategory]) if {
	some id, _ in data.mdi.lib.policy_objects.reaching
	some subcategory in object.keys(input.domain.gpos[id].audit_policy)
	subcategory in data.mdi.lib.audit.needed_here
	not data.mdi.lib.audit.covers(input.domain.gpos[id].audit_policy[subcategory], data.mdi.tables.audit.success_and_failure.value)
}

_against contains sprintf("%s: %s", [id, name]) if {
	some id, _ in data.mdi.lib.policy_objects.reaching
	some name in object.keys(input.domain.gpos[id].registry)
	not data.mdi.lib.registry.dword(object.get(input.domain.gpos[id].registry, name, {})) in _wanted[name]
}

_wanted[name] := numbers if some name, numbers in data.mdi.tables.legacy_categories.wanted

_wanted[name] := numbers if {
	some name, numbers in data.mdi.tables.ntlm_auditing.wanted
	_controller
}

_controller if input.server.roles.dc

_controller if input.server.roles.rodc
