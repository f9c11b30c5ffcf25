# METADATA
# title: The database rights have been verified since Entra Connect was last upgraded
# description: An upgrade of Entra Connect makes its procedures anew, and the grants on them are gone.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services
# custom:
#   id: MDI-ENTRA-005
#   subject: server
#   severity: low
#   generations: [v2]
#   roles: [entra_connect]
#   profiles: [v2-current]
#   basis: documented
#   remediation: [entra_connect.reapply_db_access]
#   either:
#   - [server.entra_connect.database_external, server.entra_connect.version, server.entra_connect.grants_verified_version]
package mdi.rules.entra_connect.rights_verified

observed := {"external": input.server.entra_connect.database_external, "version": object.get(input.server.entra_connect, "version", ""), "verified": object.get(input.server.entra_connect, "grants_verified_version", "")}

required := "verified at this version, where the database is external"

compliant if input.server.entra_connect.database_external == false

compliant := input.server.entra_connect.version == input.server.entra_connect.grants_verified_version if input.server.entra_connect.database_external
