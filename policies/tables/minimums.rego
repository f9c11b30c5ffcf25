# The least a server must have to carry a classic or standalone sensor.
package mdi.tables

_minimums := {
	"memory_bytes": 6442450944,
	"memory_tolerance_bytes": 1048576,
	"cores": 2,
	"free_disk_bytes": 6442450944,
	"unit": "bytes, cores",
	"date": "2026-06-08",
	"source": "https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2",
}

minimums := {"classic-2023": _minimums, "v2-current": _minimums, "v3-current": _minimums}
