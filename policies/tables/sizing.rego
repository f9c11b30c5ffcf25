# What a v2 sensor itself consumes, by packets a second in the busiest 15 minutes of a day. A row holds from its lower
# bound up to the next row's: an edge belongs to the higher row, so that nothing is sized too small.
package mdi.tables

sizing := {
	"unit": "physical cores without hyper-threads, bytes",
	"date": "2026-07-02",
	"source": "https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning",
	"highest": 100000,
	"rows": [
		{"from": 0, "cores": 0.25, "memory_bytes": 2684354560},
		{"from": 1000, "cores": 0.75, "memory_bytes": 6442450944},
		{"from": 5000, "cores": 1, "memory_bytes": 6979321856},
		{"from": 10000, "cores": 2, "memory_bytes": 9663676416},
		{"from": 20000, "cores": 3.5, "memory_bytes": 10200547328},
		{"from": 50000, "cores": 5.5, "memory_bytes": 12348030976},
		{"from": 75000, "cores": 7.5, "memory_bytes": 14495514624},
	],
}
