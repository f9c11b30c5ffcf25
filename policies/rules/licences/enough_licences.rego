# METADATA
# title: There are as many licences as active on-premises identities
# description: Every active on-premises identity needs a licence; fewer are a breach of the terms.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/settings-about
# custom:
#   id: MDI-LIC-007
#   subject: workspace
#   severity: medium
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: derived
#   remediation: [tenant.verify_license]
package mdi.rules.licences.enough_licences

observed := input.workspace.total_licences

required := input.workspace.active_identities_28d

compliant := observed >= required
