# METADATA
# title: Only the events the sensor needs are forwarded
# description: Everything else that is forwarded crowds out the events the sensor waits for.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-event-forwarding
# custom:
#   id: MDI-STA-009
#   subject: sensor
#   severity: medium
#   generations: [sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [standalone.configure_wef, standalone.configure_siem]
package mdi.rules.standalone.only_what_is_needed

applies := input.sensor.event_source == "wef"

observed := _others

required := data.mdi.tables.forwarded_events.ids

compliant := count(_others) == 0 if count(_told) == count(input.server.wef.subscriptions)

_told := {name |
	some name in object.keys(input.server.wef.subscriptions)
	is_object(input.server.wef.subscriptions[name].event_ids)
}

_others := {id |
	some name in object.keys(input.server.wef.subscriptions)
	some id in object.keys(input.server.wef.subscriptions[name].event_ids)
	not id in data.mdi.tables.forwarded_events.ids
}
