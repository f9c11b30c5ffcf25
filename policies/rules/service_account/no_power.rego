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

observed := _powerful

required := set()

compliant := count(_powerful) == 0 if {
	is_object(input.account.member_of)
	is_string(input.domain.sid)
}

compliant := false if count(_powerful) > 0

_powerful := {sid |
	some sid in object.keys(input.account.member_of)
	_sensitive(sid)
}

_sensitive(sid) if sid in data.mdi.tables.service_accounts.sensitive_builtin

_sensitive(sid) if {
	some rid in data.mdi.tables.service_accounts.sensitive_rids
	sid == sprintf("%s-%d", [input.domain.sid, rid])
}
