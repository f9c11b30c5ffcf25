# METADATA
# title: A commercial server trusts DigiCert Global Root G2
# description: Without the root of the service certificate every connection of the sensor fails, and setup with it.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues
# custom:
#   id: MDI-CERT-001
#   subject: server
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [server.install_root_cert]
package mdi.rules.certificates.commercial_root

applies := input.tenant.cloud == "commercial"

observed := input.server.root_certificates[required].present

required := data.mdi.tables.certificates.global_root_g2.thumbprint

compliant := observed == true
