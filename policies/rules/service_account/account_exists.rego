# METADATA
# title: v2 sensors have a Directory Service Account, or its absence is accepted
# description: Without an account to read with, a classic sensor cannot see deleted objects, trusts or local administrators.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts
# custom:
#   id: MDI-DSA-001
#   subject: workspace
#   severity: high
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [domain.create_gmsa, domain.create_dsa_user, workspace.add_dsa]
package mdi.rules.service_account.account_exists

observed := object.keys(input.workspace.dsa_entries)

required := "at least one entry, or the loss accepted in the spec"

compliant := count(_ways) > 0 if is_object(input.workspace.dsa_entries)

_ways contains "registered" if count(input.workspace.dsa_entries) > 0

_ways contains "accepted" if input.spec.dsa.absence_accepted
