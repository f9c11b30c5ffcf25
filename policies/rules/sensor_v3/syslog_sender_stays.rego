# METADATA
# title: A v2 sensor remains to send syslog notifications
# description: Only classic sensors send notifications to a syslog server; when the last one is gone the SIEM falls silent.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3
# custom:
#   id: MDI-V3-007
#   subject: deployment
#   severity: blocker
#   generations: [v2, v3]
#   profiles: [v3-current]
#   basis: documented
#   remediation: [v2_to_v3.rehome_v2_features, notify.syslog]
package mdi.rules.sensor_v3.syslog_sender_stays

applies if input.spec.syslog.enabled

applies := input.workspace.syslog.enabled if input.spec.syslog.enabled == false

observed := {name: _planned(name) | some name in _senders}

required := "a sender that stays a classic sensor"

compliant := count(_stay) > 0 if count(observed) == count(_senders)

_planned(name) := input.spec.sensors[name].generation

_planned(name) := "none" if not name in object.keys(input.spec.sensors)

# Whom the spec names, or else who sends today.
_senders := _named if count(_named) > 0

_senders := {input.workspace.syslog.sensor} if count(_named) == 0

_named := {name |
	some name in object.keys(input.spec.sensors)
	input.spec.sensors[name].syslog_sender
}

_stay := {name | some name, planned in observed; planned in {"v2", "standalone"}}
