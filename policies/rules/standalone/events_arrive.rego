# METADATA
# title: Windows events reach a standalone sensor
# description: A standalone sensor sees traffic; without events half of its detections stay silent.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-event-forwarding
# custom:
#   id: MDI-STA-005
#   subject: sensor
#   severity: high
#   generations: [sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [standalone.configure_wef, standalone.configure_siem]
package mdi.rules.standalone.events_arrive

observed := input.sensor.event_source

required := "wef or siem"

compliant := input.sensor.event_source in {"wef", "siem"}
