# METADATA
# title: A standalone sensor lists every domain controller it watches, a global catalog among them
# description: Traffic of a controller that is not on the list cannot be put to names, and a global catalog resolves those of other domains.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-standalone
# custom:
#   id: MDI-STA-004
#   subject: sensor
#   severity: high
#   generations: [sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [sensor.configure_resolver_dc]
package mdi.rules.standalone.lists_its_controllers

observed := {"listed": object.keys(input.sensor.domain_controllers), "not listed": _missing, "global catalogs": _catalogs}

required := "every mirrored controller, and a global catalog"

compliant := count(_missing) == 0 if count(_catalogs) > 0

compliant := false if count(_missing) > 0

compliant := false if {
	count(_told) == count(input.sensor.domain_controllers)
	count(_catalogs) == 0
}

_missing := object.keys(input.sensor.mirror.dcs) - object.keys(input.sensor.domain_controllers)

_told := {name |
	some name in object.keys(input.sensor.domain_controllers)
	is_boolean(input.domain.dcs[name].global_catalog)
}

_catalogs := {name |
	some name in object.keys(input.sensor.domain_controllers)
	input.domain.dcs[name].global_catalog
}
