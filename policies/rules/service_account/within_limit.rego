# METADATA
# title: The directory service accounts fit the limit of 30
# description: A workspace keeps a limited number of accounts; the next one cannot be saved.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts
# custom:
#   id: MDI-DSA-005
#   subject: workspace
#   severity: high
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [workspace.request_credential_limit]
package mdi.rules.service_account.within_limit

observed := count(object.keys(input.workspace.dsa_entries) | object.keys(object.get(object.get(input.spec, "dsa", {}), "accounts", {})))

required := object.get(input.workspace, "credential_limit", data.mdi.tables.limits.credentials.value)

compliant := observed <= required
