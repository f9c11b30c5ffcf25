# METADATA
# title: Every domain has two sensors, so that directory synchronisation survives one
# description: One sensor of a domain reads its directory for all; while it is down nobody does.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-AD-015
#   subject: deployment
#   severity: info
#   generations: [v2]
#   roles: [dc, rodc]
#   profiles: [classic-2023, v2-current]
#   basis: derived
#   remediation: [server.install_sensor]
package mdi.rules.directory.two_sensors_a_domain

observed := _lonely

required := "two sensors in every domain with more than one controller"

compliant := count(_lonely) == 0 if count(_told) == count(input.domains)

_told := {name |
	some name in object.keys(input.domains)
	is_object(input.domains[name].dcs)
}

_lonely := {name: planned |
	some name in object.keys(input.domains)
	planned := {dc |
		some dc in object.keys(input.domains[name].dcs)
		object.get(input.spec, ["sensors", dc, "generation"], "none") != "none"
	}
	count(planned) < 2
	count(input.domains[name].dcs) > 1
}
