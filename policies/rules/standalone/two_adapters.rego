# METADATA
# title: A standalone sensor has a management adapter and a capture adapter
# description: The sensor speaks through one adapter and listens through another; with one missing it is deaf or dumb.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-standalone
# custom:
#   id: MDI-SA-002
#   subject: server
#   severity: blocker
#   generations: [sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [standalone.prepare_nics]
#   either:
#   - [sensor.mirror.dcs, spec.sensor.mirrored_dcs]
package mdi.rules.standalone.two_adapters

observed := {
	"management": {name: {
		"static": input.server.nics[name].static_address,
		"gateways": object.keys(input.server.nics[name].gateways),
		"dns": object.keys(input.server.nics[name].dns_servers),
		"suffixes": object.keys(input.server.nics[name].dns_suffixes),
	} |
		some name in _management
	},
	"capture": _capture,
	"missing": _missing,
}

required := "a static management adapter with gateway, two DNS servers and the suffix of every watched domain; a capture adapter, each one selected"

compliant := false if {
	count(_purposes) == count(input.server.nics)
	count(_missing & {"management adapter", "capture adapter"}) > 0
}

compliant := count(_missing) == 0 if {
	count(_purposes) == count(input.server.nics)
	count(_told) == count(_management)
	is_set(data.mdi.lib.mirroring.watched)
	_selection_told
}

# What is selected can be told once the sensor is there.
_selection_told if input.server.sensor_v2.installed == false

_selection_told if {
	input.server.sensor_v2.installed
	is_object(input.sensor.capture_adapters)
}

_missing contains "management adapter" if count(_management) == 0

_missing contains "capture adapter" if count(_capture) == 0

_missing contains "address, gateway, DNS servers or suffix" if count(_ready) == 0

_missing contains sprintf("selection of %s", [name]) if {
	input.server.sensor_v2.installed
	some name in (_capture - object.keys(input.sensor.capture_adapters))
}

_ready := {name |
	some name in _management
	input.server.nics[name].static_address
	count(input.server.nics[name].gateways) > 0
	count(input.server.nics[name].dns_servers) >= data.mdi.tables.management_adapter.dns_servers
	count(_domains - {lower(suffix) | some suffix in object.keys(input.server.nics[name].dns_suffixes)}) == 0
}

_told := {name |
	some name in _management
	is_boolean(input.server.nics[name].static_address)
	is_object(input.server.nics[name].gateways)
	is_object(input.server.nics[name].dns_servers)
	is_object(input.server.nics[name].dns_suffixes)
}

_purposes := {name: input.server.nics[name].purpose | some name in object.keys(input.server.nics)}

_management := {name | some name, purpose in _purposes; purpose == "management"}

_capture := {name | some name, purpose in _purposes; purpose == "capture"}

# The domains of the controllers that are watched.
_domains := {concat(".", array.slice(labels, 1, count(labels))) |
	some dc in data.mdi.lib.mirroring.watched
	labels := split(dc, ".")
}
