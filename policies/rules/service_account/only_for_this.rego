# METADATA
# title: The Directory Service Account serves this purpose only
# description: An account that people use too is changed, disabled and reused by people.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts
# custom:
#   id: MDI-DSA-017
#   subject: account
#   severity: low
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [domain.create_gmsa]
package mdi.rules.service_account.only_for_this

applies := false if not input.subject.key in object.keys(input.spec.dsa.accounts)

applies := input.account.exists if input.subject.key in object.keys(input.spec.dsa.accounts)

observed := input.account.dedicated

required := true

compliant := input.account.dedicated
