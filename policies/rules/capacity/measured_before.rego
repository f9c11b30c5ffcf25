# METADATA
# title: Traffic was measured before the first sensor was installed
# description: A sensor changes the load it is to be sized by.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning
# custom:
#   id: MDI-CAP-007
#   subject: server
#   severity: low
#   generations: [v2]
#   roles: [dc, rodc]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [capacity.run_sizing_tool]
package mdi.rules.capacity.measured_before

observed := {"measured": input.server.traffic.started_at, "first sensor": input.workspace.first_sensor_at}

required := "measured before the first sensor was installed"

compliant := time.parse_rfc3339_ns(input.server.traffic.started_at) < time.parse_rfc3339_ns(input.workspace.first_sensor_at)
