# METADATA
# title: The VPN sends RADIUS accounting, on and off messages included, to the sensor
# description: The sensor takes accounting messages on one port only, and without on and off messages sessions never end.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/vpn-integration
# custom:
#   id: MDI-VPN-004
#   subject: deployment
#   severity: medium
#   generations: [v2]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [vpn.configure_radius, vpn.enable]
package mdi.rules.vpn.accounting_sent

applies := input.spec.vpn.enabled

observed := {
	"port": input.spec.vpn.port,
	"on and off messages": input.spec.vpn.on_off_messages,
	"portal": input.workspace.vpn.enabled,
	"receivers": _receivers,
}

required := {
	"port": data.mdi.tables.radius.port,
	"on and off messages": true,
	"portal": true,
	"receivers": "at least one v2 sensor",
}

compliant := count(_gaps) == 0 if {
	count(observed) == count(required)
	count(_undecided) == 0
}

_gaps contains part if {
	some part in ["port", "on and off messages", "portal"]
	observed[part] != required[part]
}

_gaps contains "receivers" if count(_receivers) == 0

_receivers := {name |
	some name in object.keys(input.spec.sensors)
	input.spec.sensors[name].radius_target
	input.spec.sensors[name].generation == "v2"
}

_undecided := {name |
	some name in object.keys(input.spec.sensors)
	input.spec.sensors[name].radius_target
	not input.spec.sensors[name].generation
}
