# METADATA
# title: The SIEM reaches the standalone sensor on its syslog port
# description: A standalone sensor that gets its events from a SIEM sees no logons when the messages do not arrive.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-event-collection
# custom:
#   id: MDI-NET-013
#   subject: path
#   severity: medium
#   generations: [sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [standalone.open_ports]
package mdi.rules.network.siem_syslog

applies := false if input.path.class != "syslog"

applies := input.sensor.event_source == "siem" if input.path.class == "syslog"

observed := {"udp/514": input.path.ports["udp/514"].open}

required := {"udp/514": true}

compliant := observed == required
