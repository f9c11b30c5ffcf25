# Parameters that an estate may override, with their bounds.
package mdi.tables

parameters := object.union(_risk_parameters, {
	"capacity.headroom": {
		"value": 0.15,
		"min": 0,
		"max": 0.9,
		"unit": "share of the cores",
		"date": "2026-07-02",
		"source": "https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning",
	},
	# Microsoft says "large" and names no number; this one is ours.
	"ca.large_database": {
		"value": 1000000,
		"min": 0,
		"max": 1000000000,
		"unit": "rows",
		"date": "2026-08-10",
		"source": "https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection",
	},
})
