# METADATA
# title: The traffic is within what one sensor supports
# description: Beyond the last row of the table nobody promises that packets are not dropped.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning
# custom:
#   id: MDI-CAP-004
#   subject: server
#   severity: blocker
#   generations: [v2]
#   roles: [dc, rodc]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [capacity.run_sizing_tool, capacity.remediate]
#   either:
#   - [server.traffic.busy_packets_per_second, server.traffic.sizing_verdict]
package mdi.rules.capacity.within_one_sensor

observed := {"packets_per_second": input.server.traffic.busy_packets_per_second, "sizing_verdict": _verdict}

required := data.mdi.tables.traffic.most.value

_verdict := answer if answer := input.server.traffic.sizing_verdict

else := "not read"

# What the tool refuses stays refused, however few the packets: it saw the whole server.
compliant := {observed.packets_per_second <= required, observed.sizing_verdict != "no"} == {true}
