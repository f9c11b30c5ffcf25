# METADATA
# title: A v3 server of the commercial cloud reaches the Defender for Endpoint hosts
# description: The v3 sensor reports through Defender for Endpoint; where its host or the revocation lists are out of reach, nothing arrives.
# related_resources:
# - ref: https://learn.microsoft.com/defender-endpoint/configure-device-connectivity
# custom:
#   id: MDI-V3-010
#   subject: path
#   severity: blocker
#   generations: [v3]
#   profiles: [v3-current]
#   basis: documented
#   remediation: [network.allow_mde_urls, v3.set_proxy]
package mdi.rules.sensor_v3.commercial_hosts

applies := false if input.tenant.cloud != "commercial"

applies := false if data.mdi.lib.defender_hosts.elsewhere

applies := false if {
	input.path.class == "mde"
	input.server.mde.connectivity == "standard"
}

applies := data.mdi.lib.defender_hosts.needed if {
	input.tenant.cloud == "commercial"
	_ours
}

observed := data.mdi.lib.defender_hosts.observed

required := data.mdi.lib.defender_hosts.required

compliant := data.mdi.lib.defender_hosts.reached

# The hosts of the standard list have a rule of their own; revocation lists are the same either way.
_ours if {
	is_string(input.server.mde.connectivity)
	input.path.class != "mde"
}

_ours if input.server.mde.connectivity == "streamlined"
