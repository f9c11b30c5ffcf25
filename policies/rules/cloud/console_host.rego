# METADATA
# title: The 2023 allow-list also holds the console host
# description: In 2023 the console had a host beside that of the sensor API.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-proxy
# custom:
#   id: MDI-CLOUD-013
#   subject: deployment
#   severity: info
#   generations: [v2, sa]
#   profiles: [classic-2023]
#   basis: historic
#   remediation: [network.allow_sensor_api]
package mdi.rules.cloud.console_host

# The name of the console is known for the commercial cloud only.
applies := input.tenant.cloud == "commercial"

observed := {"allow-list": input.network.allowlist_in_use, "holds": _holding}

required := _host

compliant if input.network.allowlist_in_use == false

compliant := count(_holding) > 0 if {
	input.network.allowlist_in_use
	is_object(input.network.allowlist)
	is_string(_host)
}

_host := sprintf("%s%s", [lower(input.workspace.name), data.mdi.tables.clouds.commercial.sensor_api_suffix])

_holding := {pattern |
	some pattern in object.keys(input.network.allowlist)
	data.mdi.lib.hosts.matches(pattern, _host)
}
