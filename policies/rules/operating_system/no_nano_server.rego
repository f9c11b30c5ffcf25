# METADATA
# title: The server is not Nano Server
# description: Nano Server lacks what the sensor is built on.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-OS-003
#   subject: server
#   severity: blocker
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: []
package mdi.rules.operating_system.no_nano_server

observed := input.server.install_type

required := ["desktop_experience", "server_core"]

compliant := observed in required
