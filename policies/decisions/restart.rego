# METADATA
# title: Whether a server restarts for its sensor
# description: The change board decides about restarts, not about sensors.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: D13
#   subject: sensor
#   generations: [v2, v3, sa]
#   decides: [MDI-NETFX-001, MDI-HOST-001, MDI-HOST-002]
package mdi.decisions.restart

choice := "before" if count(_before) > 0

else := "possible" if count(_possible) > 0

else := "not_expected" if _told

reasons := sort(_before) if count(_before) > 0

else := sort(_possible) if count(_possible) > 0

else := ["Nothing that setup needs is missing."] if _told

warnings := ["A restart can never be ruled out: reserve a window all the same."] if {
	some outcome in ["not_expected"]
	choice == outcome
}

else := []

_before contains "A restart is pending and has to come first." if input.server.reboot_pending

_before contains "The .NET Framework is too old, and a newer one asks for a restart." if {
	_classic
	input.server.dotnet_release < data.mdi.tables.dotnet.release
}

_before contains "Windows Server 2019 lacks an update that the sensor needs." if {
	_classic
	input.server.os_family == "ws2019"
	data.mdi.lib.versions.at_least(input.server.ntdsai_version, data.mdi.tables.operating_systems.v2.ntdsai_floor) == false
}

_before contains "The cumulative update that carries the v3 sensor is missing." if {
	_v3
	input.server.lcu_month < data.mdi.tables.operating_systems.v3.lcu_floor
}

_possible contains "Large send offload is switched off on a VMware guest, which can cut the network for a moment or ask for a restart." if {
	_classic
	count(_offloading) > 0
}

_possible contains "The classic sensor is removed, which can ask for a restart." if {
	_v3
	input.server.sensor_v2.installed
}

_told if {
	_classic
	input.server.reboot_pending == false
	is_number(input.server.dotnet_release)
	_updates_told
	_offloads_told
}

_told if {
	_v3
	input.server.reboot_pending == false
	is_string(input.server.lcu_month)
	input.server.sensor_v2.installed == false
}

_updates_told if input.server.os_family != "ws2019"

_updates_told if is_string(input.server.ntdsai_version)

_offloads_told if input.server.hypervisor != "vmware"

_offloads_told if {
	input.server.hypervisor == "vmware"
	every name in object.keys(input.server.nics) {
		is_boolean(input.server.nics[name].lso_v2_ipv4_enabled)
		is_boolean(input.server.nics[name].tso_ipv4_enabled)
	}
}

_offloading := {name |
	input.server.hypervisor == "vmware"
	some name in object.keys(input.server.nics)
	true in {input.server.nics[name].lso_v2_ipv4_enabled, input.server.nics[name].tso_ipv4_enabled}
}

_classic if input.spec.sensor.generation in {"v2", "standalone"}

_v3 if input.spec.sensor.generation == "v3"
