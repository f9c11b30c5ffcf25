# METADATA
# title: A v3 server of a government cloud reaches the Defender for Endpoint hosts
# description: A government cloud has hosts of its own; a firewall opened for the commercial ones leaves the v3 sensor mute.
# related_resources:
# - ref: https://learn.microsoft.com/defender-endpoint/streamlined-device-connectivity-urls-gov
# custom:
#   id: MDI-V3-011
#   subject: path
#   severity: blocker
#   generations: [v3]
#   profiles: [v3-current]
#   basis: documented
#   remediation: [network.allow_mde_urls, v3.set_proxy]
package mdi.rules.sensor_v3.government_hosts

applies := false if input.tenant.cloud in {"commercial", "other"}

applies := false if data.mdi.lib.defender_hosts.elsewhere

applies := data.mdi.lib.defender_hosts.needed if input.tenant.cloud in _clouds

observed := data.mdi.lib.defender_hosts.observed

required := data.mdi.lib.defender_hosts.required

compliant := data.mdi.lib.defender_hosts.reached

_clouds := {"gcc", "gcc_high", "dod"}
