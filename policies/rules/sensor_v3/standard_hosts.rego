# METADATA
# title: Without the streamlined host, the standard list of the geography is complete
# description: A server onboarded the standard way uses many hosts; each one that is shut takes a part of Defender for Endpoint with it.
# related_resources:
# - ref: https://learn.microsoft.com/defender-endpoint/standard-device-connectivity-urls-commercial
# custom:
#   id: MDI-V3-012
#   subject: server
#   severity: blocker
#   generations: [v3]
#   profiles: [v3-current]
#   basis: documented
#   remediation: [network.allow_mde_urls]
package mdi.rules.sensor_v3.standard_hosts

applies := false if input.server.mde.connectivity == "streamlined"

# Government clouds have hosts of their own, and a rule of their own.
applies := false if input.tenant.mde_geography == "us_gov"

applies if {
	input.server.mde.connectivity == "standard"
	input.tenant.mde_geography != "us_gov"
}

observed := {"geography": input.tenant.mde_geography, "closed": _closed, "not tried": required - (_open | _closed)}

required := data.mdi.tables.defender_hosts.standard.everywhere | data.mdi.tables.defender_hosts.standard[input.tenant.mde_geography]

compliant := false if count(_closed) > 0

compliant if {
	count(_closed) == 0
	count(required - _open) == 0
	count(_told) == count(input.paths)
}

_open := {pattern | some pattern in required; some name in object.keys(input.paths); _leads(name, pattern); input.paths[name].ports["tcp/443"].open}

_closed := {pattern | some pattern in required; some name in object.keys(input.paths); _leads(name, pattern); input.paths[name].ports["tcp/443"].open == false}

_leads(name, pattern) if {
	input.paths[name].class == "mde"
	data.mdi.lib.hosts.matches(pattern, input.paths[name].to)
}

_told := {name |
	some name in object.keys(input.paths)
	is_string(input.paths[name].class)
	is_string(input.paths[name].to)
}
