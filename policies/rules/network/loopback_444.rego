# METADATA
# title: Loopback TCP 444 is not blocked
# description: The updater talks to the sensor on this port; blocked, the sensor service never becomes ready.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-NET-005
#   subject: path
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [network.open_localhost_444]
package mdi.rules.network.loopback_444

applies := input.path.class == "loopback"

observed := input.path.ports["tcp/444"].open

required := true

compliant := observed == required
