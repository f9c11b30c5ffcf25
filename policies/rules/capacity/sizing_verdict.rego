# METADATA
# title: The sizing tool says Yes
# description: The sizing tool has measured a whole day; what it says outweighs a guess.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning
# custom:
#   id: MDI-CAP-008
#   subject: server
#   severity: medium
#   generations: [v2]
#   roles: [dc, rodc]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [capacity.run_sizing_tool, capacity.remediate]
package mdi.rules.capacity.sizing_verdict

observed := input.server.traffic.sizing_verdict

required := "yes"

compliant := _answers[observed]

# A verdict that lacks data is no answer and stays undefined.
_answers := {"yes": true, "yes_with_resources": false, "maybe": false, "maybe_with_resources": false, "no": false}
