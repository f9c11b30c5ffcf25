# METADATA
# title: Where a sensor gets its proxy from
# description: A second place for the same setting is where faults hide.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-proxy
# custom:
#   id: D16
#   subject: sensor
#   generations: [v2, v3, sa]
#   decides: [MDI-CLOUD-015]
package mdi.decisions.proxy_configuration

choice := "mde_policy" if {
	_v3
	_asked
}

else := _before if _kept

else := "none" if not _asked

else := "sensor_configuration" if {
	_told
	input.server.sensor_v2.installed
}

else := "install_switches" if {
	_told
	input.server.sensor_v2.installed == false
}

reasons := ["The v3 sensor uses the proxy of Defender for Endpoint, not the switches of the classic one."] if {
	_v3
	_asked
}

else := ["The proxy was set this way before, and two ways at once are not supported."] if _kept

else := ["The spec names no proxy for it."] if not _asked

else := ["The sensor is there: its own configuration is changed, and only its traffic takes the proxy."] if input.server.sensor_v2.installed

else := ["The proxy is given to setup, and only the traffic of the sensor takes it."] if choice

warnings := ["WinHTTP has a proxy, which the classic sensor does not read."] if {
	not _v3
	input.server.proxy.method == "winhttp"
}

else := []

_v3 if input.spec.sensor.generation == "v3"

_asked if is_string(input.spec.sensor.proxy_url)

_before := input.server.proxy.previous_method

_before := input.server.proxy.method if not input.server.proxy.previous_method

_kept if {
	not _v3
	_before in {"wininet", "registry", "sensor_configuration"}
}

_told if is_string(_before)
