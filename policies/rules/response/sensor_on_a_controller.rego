# METADATA
# title: Every domain where response is expected has a domain controller with a running sensor
# description: Only the sensor of a domain controller responds; those of other servers watch.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/manage-action-accounts
# custom:
#   id: MDI-ACT-010
#   subject: deployment
#   severity: high
#   generations: [v2, v3]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [server.install_sensor, v3.activate]
#   either:
#   - [sensor.service_status, sensor.generation]
package mdi.rules.response.sensor_on_a_controller

applies := count(_wanted) > 0

observed := {domain: _responding(domain) | some domain in _wanted}

required := "at least one domain controller in each"

compliant := false if {
	some domain in _wanted
	count(input.domains[domain].dcs) == count(_silent(domain))
}

compliant if count(_served) == count(_wanted)

# Where nobody expects a response there is no domain.
_wanted := {domain | some domain in object.keys(input.spec.response_domains)}

_served := {domain |
	some domain in _wanted
	count(_responding(domain)) > 0
}

_responding(domain) := {dc |
	some dc in object.keys(input.domains[domain].dcs)
	input.sensors[dc].service_status == "running"
	input.sensors[dc].generation in {"v2", "v3"}
}

# The controllers of which it is known that they do not respond.
_silent(domain) := {dc |
	some dc in object.keys(input.domains[domain].dcs)
	_is_silent(dc)
}

_is_silent(dc) if input.sensors[dc].service_status != "running"

_is_silent(dc) if input.sensors[dc].generation == "standalone"

_is_silent(dc) if not dc in object.keys(input.sensors)
