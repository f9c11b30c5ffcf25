# METADATA
# title: The server runs a long-term-servicing release
# description: Releases of the semi-annual channel stand in no list of supported systems.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-OS-017
#   subject: server
#   severity: blocker
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: derived
#   remediation: []
package mdi.rules.operating_system.long_term_servicing

observed := input.server.os_channel

required := "ltsc"

compliant := observed == required
