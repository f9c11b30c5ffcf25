# METADATA
# title: The Directory Service Account is in no sensitive group
# description: Whoever takes over a sensor has what its account may do.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts
# custom:
#   id: MDI-DSA-011
#   subject: account
#   severity: high
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: tool
#   remediation: []
package mdi.rules.service_account.no_power

applies := false if not input.subject.key in object.keys(input.spec.dsa.accounts)

applies := input.account.exists if input.subject.key in object.keys(input.spec.dsa.accounts)

observed := data.mdi.lib.accounts.powerful

required := set()

compliant := count(data.mdi.lib.accounts.powerful) == 0 if {
	is_object(input.account.member_of)
	is_string(input.domain.sid)
}

compliant := false if count(data.mdi.lib.accounts.powerful) > 0
