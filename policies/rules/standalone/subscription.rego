# METADATA
# title: The collector has the subscription the sensor reads
# description: The sensor reads one log, and events that come late miss the traffic they belong to.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-event-forwarding
# custom:
#   id: MDI-STA-008
#   subject: server
#   severity: high
#   generations: [sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [standalone.configure_wef]
package mdi.rules.standalone.subscription

applies := input.sensor.event_source == "wef"

observed := input.server.wef.subscriptions

required := data.mdi.tables.event_forwarding

compliant := count(_good) > 0 if count(_read) == count(input.server.wef.subscriptions)

_read := {name |
	some name in object.keys(input.server.wef.subscriptions)
	is_string(input.server.wef.subscriptions[name].destination_log)
	is_string(input.server.wef.subscriptions[name].configuration_mode)
	is_number(input.server.wef.subscriptions[name].heartbeat_seconds)
}

_good := {name |
	some name in object.keys(input.server.wef.subscriptions)
	lower(input.server.wef.subscriptions[name].destination_log) == lower(required.destination_log)
	input.server.wef.subscriptions[name].configuration_mode == required.configuration_mode
	input.server.wef.subscriptions[name].heartbeat_seconds <= required.heartbeat_seconds
}
