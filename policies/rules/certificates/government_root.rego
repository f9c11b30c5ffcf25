# METADATA
# title: A GCC High or DoD server trusts DigiCert Global Root CA
# description: Without the root of the service certificate every connection of the sensor fails, and setup with it.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues
# custom:
#   id: MDI-CERT-002
#   subject: server
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [server.install_root_cert]
package mdi.rules.certificates.government_root

# The articles name GCC High only; DoD is served from the same zone.
applies := input.tenant.cloud in {"gcc_high", "dod"}

observed := input.server.root_certificates[required].present

required := data.mdi.tables.certificates.global_root_ca.thumbprint

compliant := observed == true
