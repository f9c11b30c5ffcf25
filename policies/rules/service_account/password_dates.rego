# METADATA
# title: The gMSA's password dates do not lie in the future
# description: A controller whose clock jumped ahead once leaves dates in the future, and the password cannot be read until then. Make another account under another name, and open a case with Microsoft about the directory.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues
# custom:
#   id: MDI-DSA-028
#   subject: account
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [v2-current]
#   basis: documented
#   remediation: [domain.create_gmsa]
package mdi.rules.service_account.password_dates

applies := input.account.class == "gmsa"

observed := {"password_last_set_at": input.account.password_last_set_at, "last_logon_at": input.account.last_logon_at}

required := sprintf("not after %s", [input.run.now])

compliant := max([time.parse_rfc3339_ns(observed.password_last_set_at), time.parse_rfc3339_ns(observed.last_logon_at)]) <= time.parse_rfc3339_ns(input.run.now)
