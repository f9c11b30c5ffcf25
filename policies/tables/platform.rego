# Single values of the platform, each with its date and source.
package mdi.tables

operating_systems := {
	"v2": {
		"families": ["ws2016", "ws2019", "ws2022", "ws2025"],
		"families_of_2023": ["ws2012", "ws2012r2", "ws2016", "ws2019", "ws2022"],
		"end_of_2012": "2023-10-10",
		"ntdsai_floor": "10.0.17763.316",
		"date": "2026-06-08",
		"source": "https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2",
	},
	"v3": {
		"families": ["ws2019", "ws2022", "ws2025"],
		"lcu_floor": "2026-07",
		"lcu_floor_since": "2026-07-01",
		"lcu_floors_before": [
			{"since": "2024-08-13", "month": "2024-03"},
			{"since": "2026-01-28", "month": "2025-06"},
			{"since": "2026-03-18", "month": "2026-03"},
		],
		"date": "2026-09-09",
		"source": "https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3",
	},
}

power := {"high_performance": {
	"guid": "8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c",
	"date": "2026-06-08",
	"source": "https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2",
}}

dotnet := {
	"release": 460798,
	"unit": "registry value Release; 460798 is 4.7",
	"date": "2026-06-08",
	"source": "https://learn.microsoft.com/dotnet/framework/install/how-to-determine-which-versions-are-installed",
}

npcap := {
	"version": "1.00",
	"options": {"loopback_support": false, "winpcap_compatible": true, "admin_only": false},
	"date": "2026-09-02",
	"source": "https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues",
}

clouds := {
	"commercial": {"sensor_api_suffix": ".atp.azure.com", "date": "2026-07-02", "source": "https://learn.microsoft.com/defender-for-identity/deploy/configure-proxy"},
	"gcc": {"sensor_api_suffix": ".atp.gcc.azure.com", "date": "2023-02-14", "source": "https://learn.microsoft.com/defender-for-identity/us-govt-gcc-high"},
	"gcc_high": {"sensor_api_suffix": ".atp.azure.us", "date": "2023-02-14", "source": "https://learn.microsoft.com/defender-for-identity/us-govt-gcc-high"},
	"dod": {"sensor_api_suffix": ".atp.azure.us", "date": "2023-02-14", "source": "https://learn.microsoft.com/defender-for-identity/us-govt-gcc-high"},
}

certificates := {"global_root_g2": {
	"thumbprint": "df3c24f9bfd666761b268073fe06d1cc8d4f82a4",
	"date": "2026-09-02",
	"source": "https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues",
}}

licences := {"service_plan": {
	"id": "14ab5db5-e6c4-4b20-b4bc-13e36fd2227f",
	"date": "2026-06-08",
	"source": "https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference",
}}

limits := {
	"sensors": {"value": 1000, "since": "2026-05-01", "before": 350, "unit": "sensors", "date": "2026-07-02", "source": "https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning"},
	"credentials": {"value": 30, "unit": "entries", "date": "2024-01-16", "source": "https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts"},
	"clock_spread": {"value": 300, "unit": "seconds", "date": "2026-06-08", "source": "https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2"},
}
