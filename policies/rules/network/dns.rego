# METADATA
# title: The server reaches its DNS servers by TCP and UDP 53
# description: Without DNS the sensor finds neither its controllers nor its API.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-NET-002
#   subject: path
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [network.allow_sensor_api]
package mdi.rules.network.dns

applies := input.path.class == "dns"

observed := {"tcp": input.path.ports["tcp/53"].open, "udp": input.path.ports["udp/53"].open}

required := {"tcp": true, "udp": true}

compliant := observed == required
