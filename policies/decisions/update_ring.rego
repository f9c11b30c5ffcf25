# METADATA
# title: Which sensors take updates at once, and which three days later
# description: A fault in an update is seen on a few sensors before it reaches those that matter most.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/sensor-update
# custom:
#   id: D6
#   subject: deployment
#   each: sensor
#   generations: [v2, sa]
#   sets: spec.sensor.delayed_update
#   decides: [MDI-HOST-013]
package mdi.decisions.update_ring

asked := {name: input.spec.sensors[name].delayed_update | some name in _classic}

choice := {name: object.get(_choices, name, "") | some name in _classic}

_choices[name] := "delayed" if asked[name] == true

_choices[name] := "at_once" if asked[name] == false

_choices[name] := "at_once" if {
	some name in _open
	_few
}

_choices[name] := "at_once" if {
	some name in _open
	_waits_for_a_version(name)
}

_choices[name] := "at_once" if {
	some name in _open
	name in _first
}

_choices[name] := "delayed" if {
	some name in _open
	not _few
	_ready_or_staying(name)
	is_string(input.servers[name].domain)
	not name in _first
}

reasons := {name: _reasons(name) | some name in _classic}

_reasons(name) := ["The spec asks for it."] if is_boolean(asked[name])

else := ["There are too few classic sensors for a ring of their own."] if _few

else := ["The sensor is to be migrated and is older than the migration asks for; it needs the next update soon."] if _waits_for_a_version(name)

else := ["One sensor of every domain goes first, and not one on a controller with an operations master role."] if name in _first

else := [sprintf("Sensors of its domain take the update first; this one follows after %d hours.", [data.mdi.tables.update_ring.delay_hours])]

_classic contains name if {
	some name in object.keys(input.spec.sensors)
	input.spec.sensors[name].generation in {"v2", "standalone"}
}

# A sensor that is to be migrated is a classic one until it is.
_classic contains name if {
	some name in object.keys(input.spec.sensors)
	input.spec.sensors[name].migrate
	input.sensors[name].generation == "v2"
}

_open := _classic - object.keys(asked)

_few if count(_classic) < data.mdi.tables.update_ring.fewest_sensors

_waits_for_a_version(name) if {
	input.spec.sensors[name].migrate
	data.mdi.lib.versions.at_least(input.sensors[name].version, data.mdi.tables.migration.sensor_version) == false
}

_ready_or_staying(name) if input.spec.sensors[name].migrate == false

_ready_or_staying(name) if data.mdi.lib.versions.at_least(input.sensors[name].version, data.mdi.tables.migration.sensor_version)

_holds_a_role(name) if input.servers[name].fsmo[_]

_holds_a_role(name) if input.domains[_].pdc_emulator == name

# Of every domain the first by name, of those without an operations master role if there are such.
_first := {min(_candidates(domain)) |
	some domain in {server.domain | some server in input.servers}
}

_candidates(domain) := _ordinary(domain) if count(_ordinary(domain)) > 0

else := {name | some name in _classic; input.servers[name].domain == domain}

_ordinary(domain) := {name |
	some name in _classic
	input.servers[name].domain == domain
	not _holds_a_role(name)
}
