# METADATA
# title: The traffic is at most 60,000 packets per second
# description: Above this the sizing tool asks for a closer look, and so should you.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning
# custom:
#   id: MDI-CAP-005
#   subject: server
#   severity: low
#   generations: [v2]
#   roles: [dc, rodc]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [capacity.remediate]
package mdi.rules.capacity.comfortable_traffic

observed := input.server.traffic.busy_packets_per_second

required := data.mdi.tables.traffic.comfortable.value

compliant := observed <= required
