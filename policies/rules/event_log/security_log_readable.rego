# METADATA
# title: The v2 sensor may read the Security log
# description: A customised Security log that does not name the sensor refuses it, and the sensor goes without events.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues
# custom:
#   id: MDI-EVT-001
#   subject: server
#   severity: high
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [server.fix_eventlog_dacl]
package mdi.rules.event_log.security_log_readable

applies := input.server.event_channels.security.access_customised

observed := {entry.sid |
	some entry in input.server.event_channels.security.access
	entry.type == "allow"
	bits.and(entry.mask, 1) == 1
}

required := data.mdi.tables.accounts.sensor_service_sid.value

compliant := required in observed if is_object(input.server.event_channels.security.access)
