# METADATA
# title: A GCC allow-list holds the zone that current v2 sensors use
# description: The zone of the GCC cloud was renamed; a sensor from 2.254 on calls the new name, an older one the former.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/whats-new
# custom:
#   id: MDI-CLOUD-002
#   subject: deployment
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [v2-current]
#   basis: documented
#   remediation: [network.allow_sensor_api]
package mdi.rules.cloud.gcc_zone

applies := input.tenant.cloud == "gcc"

observed := {"allow-list": input.network.allowlist_in_use, "missing": _missing}

required := _hosts

compliant if input.network.allowlist_in_use == false

compliant := false if {
	input.network.allowlist_in_use
	count(_missing) > 0
}

compliant := count(_missing) == 0 if {
	input.network.allowlist_in_use
	is_string(input.workspace.name)
	count(_lists) == 1 + count(input.network.proxies)
	count(_versions) == count(input.sensors)
}

_lists["allow-list"] := object.keys(input.network.allowlist)

_lists[proxy] := object.keys(input.network.proxies[proxy].allowed_hosts) if some proxy in object.keys(input.network.proxies)

_missing contains sprintf("%s: %s", [list, host]) if {
	some list, patterns in _lists
	some host in _hosts
	every pattern in patterns {
		not data.mdi.lib.hosts.matches(pattern, host)
	}
}

_hosts contains data.mdi.lib.hosts.sensor_api(input.workspace.name, data.mdi.tables.clouds.gcc.sensor_api_suffix)

_hosts contains data.mdi.lib.hosts.sensor_api(input.workspace.name, data.mdi.tables.clouds.gcc.former_suffix) if {
	some version in _versions
	not data.mdi.lib.versions.at_least(version, data.mdi.tables.clouds.gcc.former_until)
}

_versions[name] := input.sensors[name].version if some name in object.keys(input.sensors)
