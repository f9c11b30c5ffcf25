# METADATA
# title: The Entra Connect policy object leaves the sync account its right
# description: A policy object that defines the right replaces it; a service whose account it forgot runs until its next start.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services
# custom:
#   id: MDI-ENTRA-008
#   subject: server
#   severity: high
#   generations: [v2]
#   roles: [entra_connect]
#   profiles: [v2-current]
#   basis: derived
#   remediation: [domain.grant_logon_as_service]
package mdi.rules.entra_connect.sync_keeps_its_right

applies := false if not input.spec.auditing.entra_connect_gpo

applies if input.spec.auditing.entra_connect_gpo

observed := {"needed": _needed, "effective": _holders, "policy_objects": _objects}

required := "every service account, on the server and in the policy object"

compliant := false if count(_needed - _holders) > 0

compliant := false if {
	some id in object.keys(_objects)
	count(_needed - _objects[id]) > 0
}

compliant if {
	count(_needed - _holders) == 0
	count({id | some id, holders in _objects; count(_needed - holders) == 0}) == count(_objects)
	is_string(input.server.entra_connect.service_account)
	count(_told) == count(input.server.services)
	input.domain.gpos_complete
	count(_read) == count(input.domain.gpos)
}

# The accounts that need the right: those of the domain by name, virtual ones together. What Windows runs has it.
_needed := {account | some account in _running; regex.match("^S-1-5-21-|@", account)} | {data.mdi.tables.entra_connect.all_services |
	some account in _running
	_virtual(account)
}

_running := {account | account := input.server.entra_connect.service_account} | {account |
	some name in object.keys(input.server.services)
	account := input.server.services[name].account
}

_virtual(account) if account == "virtual"

_virtual(account) if startswith(lower(account), "nt service\\")

# A service is told by its account, or by not being there.
_told := {name |
	some name in object.keys(input.server.services)
	is_string(input.server.services[name].account)
} | {name |
	some name in object.keys(input.server.services)
	input.server.services[name].installed == false
}

_holders := object.keys(input.server.user_rights.SeServiceLogonRight.principals)

_objects := {id: object.keys(input.domain.gpos[id].user_rights.SeServiceLogonRight) |
	some id in object.keys(input.domain.gpos)
	endswith(lower(input.domain.gpos[id].name), lower(data.mdi.tables.entra_connect.policy_object))
}

_read := {id |
	some id in object.keys(input.domain.gpos)
	is_string(input.domain.gpos[id].name)
	is_object(input.domain.gpos[id].user_rights)
}
