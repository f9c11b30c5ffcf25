# METADATA
# title: The processor always runs at full performance
# description: A processor that saves power drops packets at the start of every burst.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-HW-007
#   subject: server
#   severity: low
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [server.set_power_plan, domain.create_power_gpo, domain.link_audit_gpo]
#   either:
#   - [server.power_plan_guid, server.processor_state_min_percent]
#   - [server.power_plan_guid, server.processor_state_max_percent]
package mdi.rules.hardware.power_plan

observed := input.server.power_plan_guid

required := data.mdi.tables.power.high_performance.guid

compliant if input.server.power_plan_guid == required

compliant if {
	input.server.processor_state_min_percent == 100
	input.server.processor_state_max_percent == 100
}

compliant := false if {
	input.server.power_plan_guid != required
	not _always_full
}

_always_full if {
	input.server.processor_state_min_percent == 100
	input.server.processor_state_max_percent == 100
}
