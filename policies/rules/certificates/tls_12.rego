# METADATA
# title: TLS 1.2 is available to clients
# description: The service speaks TLS 1.2 and nothing older.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-TLS-001
#   subject: server
#   severity: blocker
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [server.enable_tls12]
package mdi.rules.certificates.tls_12

observed := input.server.tls12_client_enabled

required := true

compliant := observed == required
