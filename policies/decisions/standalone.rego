# METADATA
# title: Whether a standalone sensor is the answer
# description: A standalone sensor sees copies of traffic and forwarded events; much that a sensor on the controller sees never reaches it.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-standalone
# custom:
#   id: D8
#   subject: deployment
#   each: sensor
#   generations: [sa]
#   decides: [MDI-STA-001]
package mdi.decisions.standalone

asked := {name: "standalone" | some name in _standalone; input.spec.standalone_accepted}

choice := {name: object.get(_choices, name, "") | some name in _standalone}

_choices[name] := "standalone" if {
	some name in _standalone
	input.spec.standalone_accepted
}

_choices[name] := "sensor_on_the_controller" if {
	some name in _unaccepted
	count(_able(name)) > 0
}

_choices[name] := "standalone" if {
	some name in _unaccepted
	count(_able(name)) == 0
	count(_mirrored(name)) > 0
	count({dc | some dc in _mirrored(name); is_string(input.servers[dc].os_family)}) == count(_mirrored(name))
}

reasons := {name: _reasons(name) | some name in _standalone}

_reasons(name) := ["The spec accepts what a standalone sensor cannot see."] if input.spec.standalone_accepted

else := [sprintf("A sensor can run on %s itself.", [concat(", ", sort(_able(name)))])] if count(_able(name)) > 0

else := ["None of the controllers that it watches carries a sensor: the system is too old, or the traffic is more than the classic sensor reads."]

warnings := {name: array.concat(_losses, _needless(name)) | some name in _standalone}

_losses := ["A standalone sensor gets no events of Event Tracing for Windows: several detections are missing, and no migration to v3 is described for it."]

_needless(name) := [sprintf("It is not needed for %s.", [concat(", ", sort(_able(name)))]) |
	input.spec.standalone_accepted
	count(_able(name)) > 0
]

_standalone := {name |
	some name in object.keys(input.spec.sensors)
	input.spec.sensors[name].generation == "standalone"
}

_unaccepted := {name | some name in _standalone; not input.spec.standalone_accepted}

_mirrored(name) := object.keys(object.get(input.spec, ["sensors", name, "mirrored_dcs"], {})) | object.keys(object.get(input, ["sensors", name, "mirror", "dcs"], {}))

_able(name) := {dc | some dc in _mirrored(name); _carries_v3(dc)} | {dc | some dc in _mirrored(name); _carries_v2(dc)}

_carries_v3(dc) if input.servers[dc].os_family in data.mdi.tables.operating_systems.v3.families

# The classic sensor reads packets: a controller that it cannot keep up with is one for a sensor beside it.
_carries_v2(dc) if {
	input.servers[dc].os_family in data.mdi.tables.operating_systems.v2.families
	not input.servers[dc].traffic.sizing_verdict == "no"
}
