# METADATA
# title: Where "Log on as a service" is defined, it holds the gMSA
# description: A policy that defines the right replaces it; an account it leaves out cannot log on, whatever its password.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa
# custom:
#   id: MDI-DSA-025
#   subject: sensor
#   severity: high
#   generations: [v2]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [domain.grant_logon_as_service]
#   either:
#   - [account.sid, account.member_of]
package mdi.rules.service_account.may_log_on_as_service

applies := count(_accounts) > 0

observed := input.server.user_rights.SeServiceLogonRight

required := {name: object.get(input.accounts, [name, "sid"], "not read") | some name in _accounts}

compliant if input.server.user_rights.SeServiceLogonRight.defined_by_policy == false

compliant := false if {
	input.server.user_rights.SeServiceLogonRight.defined_by_policy
	false in _answers
}

compliant if {
	input.server.user_rights.SeServiceLogonRight.defined_by_policy
	_answers == {true}
	count(_named) == count(_accounts)
}

_answers := {answer | some answer in _named}

_accounts := data.mdi.lib.service_accounts.managed_for(input.server.domain)

_named := {name: answer |
	some name in _accounts
	answer := data.mdi.lib.service_accounts.named(name, object.keys(input.server.user_rights.SeServiceLogonRight.principals))
}
