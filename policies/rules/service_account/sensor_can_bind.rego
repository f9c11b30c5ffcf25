# METADATA
# title: The sensor can bind when it starts
# description: A sensor that cannot log on to the directory at its start stops, and is blind until somebody notices.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts
# custom:
#   id: MDI-DSA-034
#   subject: sensor
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [server.test_gmsa, workspace.add_dsa, server.refresh_kerberos, domain.grant_logon_as_service]
#   either:
#   - [server.gmsa_usable.<key>, account.password_readers, account.password_last_set_at, forest.kds_root_keys]
#   - [forest.domains, forest.trusts]
#   - [account.sid, account.member_of]
package mdi.rules.service_account.sensor_can_bind

# Without any entry the sensor uses its own service account; whether that will do, other rules ask.
applies := count(input.workspace.dsa_entries) > 0

observed := _checks

required := "one entry of which all is true"

compliant if {
	some checks in _checks
	count(checks) == 4
	_values(checks) == {true}
}

compliant := false if count({name | some name, checks in _checks; false in _values(checks)}) == count(input.workspace.dsa_entries)

_values(checks) := {answer | some answer in checks}

# What is not told is left out.
_checks := {name: checks |
	some name in object.keys(input.workspace.dsa_entries)
	checks := {part: answer | some part in {"account", "domain", "password", "right"}; answer := _check(part, name)}
}

_check("account", name) := false if input.accounts[name].exists == false

_check("account", name) := {input.accounts[name].enabled, input.accounts[name].locked == false} == {true} if input.accounts[name].exists

_check("domain", name) if input.forest.domains[input.accounts[name].domain]

_check("domain", name) := data.mdi.lib.trusts.kerberos(input.accounts[name].domain, data.mdi.lib.trusts.here) if {
	is_object(input.forest.domains)
	not input.forest.domains[input.accounts[name].domain]
}

_check("password", name) if {
	not data.mdi.lib.service_accounts.managed(name)
	input.accounts[name].password_expires == false
}

_check("password", name) := time.parse_rfc3339_ns(input.accounts[name].password_expires_at) > time.parse_rfc3339_ns(input.run.now) if {
	not data.mdi.lib.service_accounts.managed(name)
	input.accounts[name].password_expires
}

# By what was tried on the server, or else by what stands behind it.
_check("password", name) := input.server.gmsa_usable[name] if data.mdi.lib.service_accounts.managed(name)

_check("password", name) := {_may_read(name), _is_made(name)} == {true} if {
	data.mdi.lib.service_accounts.managed(name)
	not _tried(name)
}

_tried(name) if is_boolean(input.server.gmsa_usable[name])

_check("right", _) if input.server.user_rights.SeServiceLogonRight.defined_by_policy == false

_check("right", name) := {data.mdi.tables.service_accounts.all_services.value in _holders, _holds(name)} == {true} if {
	input.server.user_rights.SeServiceLogonRight.defined_by_policy
}

_may_read(name) := count(_names & object.keys(input.accounts[name].password_readers)) > 0

_names := object.keys(input.server.member_of) | {input.server.sid}

# A root key is in effect, and the password does not come from the future.
_is_made(name) := {
	count(data.mdi.lib.kds.in_effect) > 0,
	time.parse_rfc3339_ns(input.accounts[name].password_last_set_at) <= time.parse_rfc3339_ns(input.run.now),
} == {true}

_holders := object.keys(input.server.user_rights.SeServiceLogonRight.principals)

_holds(name) if not data.mdi.lib.service_accounts.managed(name)

_holds(name) := data.mdi.lib.service_accounts.named(name, _holders) if data.mdi.lib.service_accounts.managed(name)
