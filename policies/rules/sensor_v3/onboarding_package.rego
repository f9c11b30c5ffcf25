# METADATA
# title: Onboarding without Defender for Endpoint is used only on new domain controllers with streamlined access
# description: The onboarding package of Defender for Identity is a preview for domain controllers that carry no other sensor.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/activate-sensor
# custom:
#   id: MDI-V3-025
#   subject: sensor
#   severity: blocker
#   generations: [v3]
#   profiles: [v3-current]
#   basis: documented
#   remediation: [network.allow_mde_urls, mde.onboard_server]
package mdi.rules.sensor_v3.onboarding_package

# No roles in the metadata: on a server that is no domain controller the package is wrong, not out of scope.
applies := object.get(input.spec, ["sensor", "onboarding"], "mde") == "mdi_package"

observed := {
	"preview allowed": object.get(input.spec, "preview_allowed", false),
	"domain controller": {input.server.roles.dc, input.server.roles.rodc},
	"classic sensor": input.server.sensor_v2.installed,
	"Defender for Endpoint": input.server.mde.onboarded,
	"streamlined host": _answers,
}

required := {
	"preview allowed": true,
	"domain controller": true,
	"classic sensor": false,
	"Defender for Endpoint": false,
	"streamlined host": true,
}

compliant := false if count(_gaps) > 0

compliant if {
	is_object(observed)
	count(_gaps) == 0
	_answers == {true}
	count(_told) == count(input.paths)
}

_gaps contains "preview allowed" if not object.get(input.spec, "preview_allowed", false)

_gaps contains "domain controller" if {
	input.server.roles.dc == false
	input.server.roles.rodc == false
}

_gaps contains "classic sensor" if input.server.sensor_v2.installed

_gaps contains "Defender for Endpoint" if input.server.mde.onboarded

_gaps contains "streamlined host" if false in _answers

# What the paths from here to that host say; empty while nobody tried.
_answers := {input.paths[name].ports["tcp/443"].open |
	some name in object.keys(input.paths)
	input.paths[name].class == "mde"
	data.mdi.lib.defender_hosts.streamlined(input.paths[name].to)
}

_told := {name |
	some name in object.keys(input.paths)
	is_string(input.paths[name].class)
	is_string(input.paths[name].to)
}
