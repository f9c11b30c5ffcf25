# METADATA
# title: No v3 sensor depends on ExpressRoute
# description: The v3 sensor has limits over ExpressRoute; where its traffic must take it, the classic sensor is the choice.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3
# custom:
#   id: MDI-NET-017
#   subject: sensor
#   severity: medium
#   generations: [v3]
#   profiles: [v3-current]
#   basis: documented
#   remediation: [network.allow_mde_urls]
package mdi.rules.network.no_v3_over_expressroute

observed := input.network.expressroute.in_use

required := false

compliant := input.network.expressroute.in_use == false
