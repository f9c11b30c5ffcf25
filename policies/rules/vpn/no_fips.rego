# METADATA
# title: VPN integration is not used under FIPS
# description: The RADIUS listener uses a digest that FIPS mode forbids.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/vpn-integration
# custom:
#   id: MDI-VPN-002
#   subject: sensor
#   severity: blocker
#   generations: [v2]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: []
package mdi.rules.vpn.no_fips

applies := {object.get(input.spec, ["vpn", "enabled"], false), object.get(input.spec, ["sensor", "radius_target"], false)} == {true}

observed := input.server.fips_enabled

required := false

compliant := input.server.fips_enabled == false
