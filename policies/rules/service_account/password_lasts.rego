# METADATA
# title: The password of a user account does not expire within 30 days
# description: Thirty days before the password ends a health issue opens, and on the day the sensor stops.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts
# custom:
#   id: MDI-DSA-010
#   subject: account
#   severity: high
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [domain.rotate_dsa_password, domain.create_dsa_user, workspace.add_dsa]
#   either:
#   - [account.class, account.password_expires]
package mdi.rules.service_account.password_lasts

applies := false if not input.subject.key in object.keys(input.spec.dsa.accounts)

applies := input.account.exists if input.subject.key in object.keys(input.spec.dsa.accounts)

observed := {"expires": input.account.password_expires, "at": object.get(input.account, "password_expires_at", "never")}

required := sprintf("not within %d days", [data.mdi.tables.service_accounts.days_before_expiry.value])

compliant if input.account.class != "user"

compliant if input.account.password_expires == false

compliant := _left >= (data.mdi.tables.service_accounts.days_before_expiry.value * 86400000000000) if {
	input.account.class == "user"
	input.account.password_expires
}

_left := time.parse_rfc3339_ns(input.account.password_expires_at) - time.parse_rfc3339_ns(input.run.now)
