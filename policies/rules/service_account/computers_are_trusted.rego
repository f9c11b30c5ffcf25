# METADATA
# title: The gMSA's domain trusts the computer accounts of its sensors
# description: A domain gives the password of its account to computers that it trusts, and to no others.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa
# custom:
#   id: MDI-DSA-027
#   subject: sensor
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [domain.create_gmsa, workspace.add_dsa]
#   either:
#   - [forest.domains, forest.trusts]
package mdi.rules.service_account.computers_are_trusted

applies := count(_accounts) > 0

observed := {name: input.accounts[name].domain | some name in _accounts}

required := "a domain of the sensor's forest, or one that trusts it by Kerberos"

compliant := false if false in _answers

compliant if {
	_answers == {true}
	count(_trusts) == count(_accounts)
}

_accounts := data.mdi.lib.service_accounts.managed_for(input.server.domain)

_answers := {answer | some answer in _trusts}

_trusts := {name: answer |
	some name in _accounts
	answer := _trusted(input.accounts[name].domain)
}

_trusted(home) if input.forest.domains[home]

_trusted(home) := data.mdi.lib.trusts.kerberos(home, data.mdi.lib.trusts.there) if {
	is_object(input.forest.domains)
	not input.forest.domains[home]
}
