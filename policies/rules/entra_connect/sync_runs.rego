# METADATA
# title: The Microsoft Azure AD Sync service runs
# description: A server that does not synchronise has nothing to watch, and nobody notices when it starts again.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services
# custom:
#   id: MDI-ENTRA-003
#   subject: server
#   severity: medium
#   generations: [v2, v3]
#   roles: [entra_connect]
#   profiles: [v2-current, v3-current]
#   basis: documented
#   remediation: []
package mdi.rules.entra_connect.sync_runs

observed := input.server.services.adsync.state

required := "running"

compliant := observed == "running"
