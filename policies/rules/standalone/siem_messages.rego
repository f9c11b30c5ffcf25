# METADATA
# title: SIEM messages have the shape the sensor parses
# description: A message that the sensor cannot parse is dropped without a word, and so is what it told.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-event-collection
# custom:
#   id: MDI-STA-010
#   subject: sensor
#   severity: medium
#   generations: [sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [standalone.configure_siem]
package mdi.rules.standalone.siem_messages

applies := input.sensor.event_source == "siem"

observed := input.sensor.siem

required := {"vendors": data.mdi.tables.siem.vendors, "transport": data.mdi.tables.siem.transport, "milliseconds": true, "agentless": "with qradar"}

compliant := false if false in _answers

compliant if {
	_answers == {true}
	is_string(input.sensor.siem.transport)
	is_boolean(input.sensor.siem.milliseconds)
	_collected
}

_answers contains input.sensor.siem.vendor in data.mdi.tables.siem.vendors

_answers contains input.sensor.siem.transport == data.mdi.tables.siem.transport

_answers contains input.sensor.siem.milliseconds

_answers contains _collected

# An agent of QRadar cuts the milliseconds off.
_collected if input.sensor.siem.vendor != "qradar"

_collected := input.sensor.siem.agentless if input.sensor.siem.vendor == "qradar"
