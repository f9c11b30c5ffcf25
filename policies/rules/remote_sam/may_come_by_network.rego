# METADATA
# title: Where "Access this computer from the network" is defined, the account is in it
# description: A policy that defines the right replaces it; an account that it leaves out cannot even knock.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/remote-calls-sam
# custom:
#   id: MDI-SAM-005
#   subject: server
#   severity: low
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: historic
#   remediation: [samr.enforce]
#   either:
#   - [server.local_groups, server.user_rights.<key>.principals]
package mdi.rules.remote_sam.may_come_by_network

applies := false if input.spec.remote_sam != "legacy"

applies := count(data.mdi.lib.service_accounts.serving) > 0 if input.spec.remote_sam == "legacy"

observed := {"defined": input.server.user_rights.SeNetworkLogonRight.defined_by_policy, "left_out": _refused}

required := "not defined, or held by the account"

compliant if input.server.user_rights.SeNetworkLogonRight.defined_by_policy == false

compliant if {
	input.server.user_rights.SeNetworkLogonRight.defined_by_policy
	count(_allowed) == count(data.mdi.lib.service_accounts.serving)
}

compliant := false if {
	input.server.user_rights.SeNetworkLogonRight.defined_by_policy
	count(_refused) > 0
}

_allowed := {name |
	some name in data.mdi.lib.service_accounts.known
	_holds(name)
}

# Itself or through groups of the domain, or through a local group.
_holds(name) if count(_holders & data.mdi.lib.service_accounts.sids(name)) > 0

_holds(name) if {
	some group in _local
	count(object.keys(input.server.local_groups[group]) & data.mdi.lib.service_accounts.sids(name)) > 0
}

# Nobody can say so while a local group that holds the right was not looked into.
_refused := {name |
	some name in data.mdi.lib.service_accounts.known
	not _holds(name)
	is_set(_holders)
	count({group | some group in _local; is_object(input.server.local_groups[group])}) == count(_local)
}

_local := {sid |
	some sid in _holders
	startswith(sid, "S-1-5-32-")
}

_holders := object.keys(input.server.user_rights.SeNetworkLogonRight.principals)
