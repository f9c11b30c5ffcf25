# METADATA
# title: The sensor of a role server lists a reachable domain controller and a global catalog
# description: A server that is no controller asks one for every name it sees; only a global catalog knows those of other domains.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-sensor-settings
# custom:
#   id: MDI-ADFS-007
#   subject: sensor
#   severity: medium
#   generations: [v2]
#   roles: [adfs, adcs, entra_connect]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [sensor.configure_resolver_dc]
package mdi.rules.adfs.resolver_controllers

# A controller asks itself, and a sensor that is only planned has no list yet.
applies := false if input.server.roles.dc

applies := false if input.server.roles.rodc

applies := count(input.sensor) > 0 if {
	input.server.roles.dc == false
	input.server.roles.rodc == false
}

observed := {"listed": object.keys(input.sensor.domain_controllers), "reachable": _yes(_open), "global catalogs": _yes(_catalog)}

required := "a reachable controller, and a global catalog"

compliant if {
	count(_yes(_open)) > 0
	count(_yes(_catalog)) > 0
}

compliant := false if {
	count(_open) == count(input.sensor.domain_controllers)
	count(_yes(_open)) == 0
}

compliant := false if {
	count(_catalog) == count(input.sensor.domain_controllers)
	count(_yes(_catalog)) == 0
}

_open := {name: answer |
	some name in object.keys(input.sensor.domain_controllers)
	answer := input.paths[sprintf("%s->%s", [input.subject.key, name])].ports["tcp/389"].open
}

_catalog := {name: answer |
	some name in object.keys(input.sensor.domain_controllers)
	answer := input.domain.dcs[name].global_catalog
}

_yes(answers) := {name | some name, answer in answers; answer}
