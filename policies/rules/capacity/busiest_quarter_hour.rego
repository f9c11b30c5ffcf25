# METADATA
# title: The traffic figure is the busiest 15 minutes of a 24-hour sample
# description: A daily average hides the peak that drops packets, and a short sample misses it.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning
# custom:
#   id: MDI-CAP-006
#   subject: server
#   severity: medium
#   generations: [v2]
#   roles: [dc, rodc]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [capacity.run_sizing_tool]
package mdi.rules.capacity.busiest_quarter_hour

observed := {
	"statistic": input.server.traffic.statistic,
	"window_seconds": input.server.traffic.window_seconds,
	"interval_seconds": input.server.traffic.interval_seconds,
	"duration_seconds": input.server.traffic.duration_seconds,
	"failed_samples": input.server.traffic.failed_samples,
}

required := data.mdi.tables.traffic.sample

compliant := {
	observed.statistic == required.statistic,
	observed.window_seconds == required.window_seconds,
	observed.interval_seconds <= required.interval_seconds,
	observed.duration_seconds >= required.duration_seconds,
	observed.failed_samples == 0,
} == {true}
