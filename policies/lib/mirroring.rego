# METADATA
# title: Standalone sensors and the controllers they watch
package mdi.lib.mirroring

# collectors are the standalone sensors that watch the controller at hand and wait for its events to be forwarded.
collectors := {name |
	some name in object.keys(input.sensors)
	input.sensors[name].event_source == "wef"
}

# forwards says whether there is one; a planned sensor of which nobody said how events reach it may be one.
forwards if count(collectors) > 0

forwards := false if {
	count(collectors) == 0
	count(_watchers) > 0
	count(_told) == count(_watchers)
}

_watchers contains name if some name in object.keys(input.sensors)

_watchers contains name if some name in object.keys(input.spec.server.mirrored_by)

_told := {name |
	some name in _watchers
	is_string(input.sensors[name].event_source)
}

# watched are the controllers that the standalone sensor at hand watches, as declared or as planned.
watched := _watched if is_object(input.sensor.mirror.dcs)

watched := _watched if is_object(input.spec.sensor.mirrored_dcs)

_watched contains dc if some dc in object.keys(input.sensor.mirror.dcs)

_watched contains dc if some dc in object.keys(input.spec.sensor.mirrored_dcs)
