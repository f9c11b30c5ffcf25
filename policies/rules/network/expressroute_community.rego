# METADATA
# title: ExpressRoute carries the BGP community of the service
# description: Over ExpressRoute the service is reached only where its community is let through.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-NET-016
#   subject: deployment
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [network.expressroute_bgp]
#   either:
#   - [network.expressroute.in_use, network.expressroute.bgp_communities]
package mdi.rules.network.expressroute_community

observed := {"in use": input.network.expressroute.in_use, "communities": object.keys(object.get(input.network.expressroute, "bgp_communities", {}))}

required := data.mdi.tables.expressroute.community

compliant if input.network.expressroute.in_use == false

compliant := data.mdi.tables.expressroute.community in object.keys(input.network.expressroute.bgp_communities) if input.network.expressroute.in_use
