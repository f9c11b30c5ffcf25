# METADATA
# title: Every planned Directory Service Account is registered
# description: A sensor takes its account from the workspace; one that only the directory knows is never tried.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts
# custom:
#   id: MDI-DSA-032
#   subject: workspace
#   severity: high
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [workspace.add_dsa]
package mdi.rules.service_account.registered

applies := count(object.get(input.spec, ["dsa", "accounts"], {})) > 0

observed := {name: state |
	some name in object.keys(input.spec.dsa.accounts)
	state := _state(name)
}

required := "registered: a gMSA as such, a user with its password"

compliant := false if true in {bad | some name in object.keys(observed); bad := observed[name] in {"missing", "wrong type", "no password"}}

compliant if {
	{state | some state in observed} == {"registered"}
	count(observed) == count(input.spec.dsa.accounts)
}

_state(name) := "missing" if not name in object.keys(input.workspace.dsa_entries)

_state(name) := "wrong type" if input.workspace.dsa_entries[name].type != _type(name)

_state(name) := _with_password(name) if input.workspace.dsa_entries[name].type == _type(name)

_with_password(name) := "registered" if _type(name) == "gmsa"

_with_password(name) := {true: "registered", false: "no password"}[input.workspace.dsa_entries[name].password_set] if _type(name) == "user"

_type(name) := "gmsa" if data.mdi.lib.service_accounts.managed(name)

_type(name) := "user" if not data.mdi.lib.service_accounts.managed(name)
