# METADATA
# title: The server is sized without hyper-threading
# description: Half of the logical processors are no cores; sizing counts the physical ones, and hyper-threading causes health issues.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-HW-011
#   subject: server
#   severity: low
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [capacity.remediate]
package mdi.rules.hardware.no_hyper_threading

observed := input.server.hyperthreading_enabled

required := "off"

compliant := input.server.hyperthreading_enabled == false
