# What one sensor takes, and how traffic is measured.
package mdi.tables

traffic := {
	"most": {
		"value": 100000,
		"unit": "packets per second",
		"date": "2026-07-02",
		"source": "https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning",
	},
	"comfortable": {
		"value": 60000,
		"unit": "packets per second",
		"date": "2026-07-02",
		"source": "https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning",
	},
	"sample": {
		"statistic": "busiest_window",
		"window_seconds": 900,
		"interval_seconds": 5,
		"duration_seconds": 86400,
		"date": "2026-07-02",
		"source": "https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning",
	},
}

disk := {
	"recommended_bytes": 10737418240,
	"standalone_bytes": 5368709120,
	"date": "2026-09-02",
	"source": "https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2",
}

name_resolution := {"least_success": {
	"value": 0.1,
	"unit": "share of the attempts",
	"date": "2026-08-10",
	"source": "https://learn.microsoft.com/defender-for-identity/health-alerts",
}}

defender_versions := {
	"sense_version": {"value": "10.8040", "date": "2026-08-10", "source": "https://learn.microsoft.com/defender-endpoint/configure-device-connectivity"},
	"antimalware_version": {"value": "4.18.2211.5", "date": "2026-08-10", "source": "https://learn.microsoft.com/defender-endpoint/configure-device-connectivity"},
	"engine_version": {"value": "1.1.19900.2", "date": "2026-08-10", "source": "https://learn.microsoft.com/defender-endpoint/configure-device-connectivity"},
	"intelligence_version": {"value": "1.391.345.0", "date": "2026-08-10", "source": "https://learn.microsoft.com/defender-endpoint/configure-device-connectivity"},
}

rpc_audit := {
	"since_version": "3.0.8",
	"tags": {"Unified Sensor RPC Audit", "Sensor Extended RPC Audit"},
	"wait_seconds": 3600,
	"date": "2026-09-02",
	"source": "https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3",
}

workspace := {"days_without_sensor": {
	"value": 60,
	"unit": "days",
	"date": "2026-09-02",
	"source": "https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2",
}}

# What a v3 sensor takes of its server at most.
v3_share := {
	"memory_bytes": 1610612736,
	"cores": 0.3,
	"unit": "bytes, share of the cores",
	"date": "2026-09-09",
	"source": "https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3",
}

# What the sizing tool needs of its machine and of the way to each controller; the release is .NET Framework 4.5.2.
sizing_tool := {
	"dotnet_release": 379893,
	"ports": {"tcp/135", "tcp/389", "tcp/445"},
	"date": "2026-07-02",
	"source": "https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning",
}
