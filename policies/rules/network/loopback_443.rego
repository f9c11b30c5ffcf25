# METADATA
# title: Loopback TCP 443 is not blocked
# description: The two halves of the sensor talk over the loopback; which port they use changed between versions.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-NET-006
#   subject: path
#   severity: low
#   generations: [v2, sa]
#   profiles: [v2-current]
#   basis: documented
#   remediation: [network.open_localhost_444]
package mdi.rules.network.loopback_443

applies := input.path.class == "loopback"

observed := input.path.ports["tcp/443"].open

required := true

compliant := observed
