# METADATA
# title: No certificate client blocks self-signed certificates
# description: Such a client refuses the self-signed certificate that the sensor makes for itself during setup.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues
# custom:
#   id: MDI-CERT-007
#   subject: server
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [server.suspend_cert_client]
package mdi.rules.certificates.no_certificate_client

observed := input.server.certificate_client_installed

required := false

compliant := observed == required
