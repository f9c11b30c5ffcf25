# METADATA
# title: The account exists, is enabled and is not locked
# description: A sensor that cannot log on sees traffic and no directory.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts
# custom:
#   id: MDI-DSA-009
#   subject: account
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: tool
#   remediation: [domain.create_gmsa, domain.create_dsa_user]
package mdi.rules.service_account.usable

applies := input.subject.key in object.keys(input.spec.dsa.accounts)

observed := {"exists": input.account.exists, "enabled": input.account.enabled, "locked": input.account.locked}

required := {"exists": true, "enabled": true, "locked": false}

compliant := observed == required

compliant := false if input.account.exists == false
