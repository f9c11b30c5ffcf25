# METADATA
# title: Every monitored domain resolves to an account that can authenticate there
# description: A sensor that finds no account to log on with never reaches the running state.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts
# custom:
#   id: MDI-DSA-003
#   subject: domain
#   severity: high
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [domain.create_gmsa, workspace.add_dsa]
package mdi.rules.service_account.domain_resolves

# Without any entry the question is whether one is needed, which other rules ask.
applies := count(input.workspace.dsa_entries) > 0

# Who can log on, with the step at which a sensor tries it: 1 the domain itself, 2 above it, 3 below the same root, 4 all.
observed := {"tried": _tried, "can log on": {name | some name, able in _able; able}}

required := "an entry that can log on to the domain"

compliant if true in _answers

compliant := false if {
	not true in _answers
	count(_able) == count(input.workspace.dsa_entries)
}

_answers := {able | some able in _able}

_tried := {name: data.mdi.lib.service_accounts.turn(name, input.subject.key)[0] |
	is_object(input.forest.domains)
	some name in object.keys(input.workspace.dsa_entries)
}

_able := {name: able |
	some name in object.keys(_tried)
	able := _can_log_on(name)
}

_can_log_on(name) := false if input.accounts[name].exists == false

_can_log_on(name) := false if input.accounts[name].enabled == false

_can_log_on(name) := _trusted(input.accounts[name].domain) if {
	input.accounts[name].exists
	input.accounts[name].enabled
}

_trusted(home) if input.forest.domains[home]

_trusted(home) := data.mdi.lib.trusts.kerberos(home, data.mdi.lib.trusts.here) if not input.forest.domains[home]
