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
	"role_servers_2023": {
		"families": ["ws2016", "ws2019", "ws2022", "ws2025"],
		"date": "2023-02-14",
		"source": "https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services",
	},
	"migration_of_2025": {
		"since": "2026-07-01",
		"date": "2026-07-02",
		"source": "https://learn.microsoft.com/defender-for-identity/whats-new",
	},
}

hardened_event_logs := {
	"update": "kb5009557",
	"package_version": "2.173",
	"date": "2026-09-02",
	"source": "https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues",
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

# What a cloud calls its own: the portal, the zone of the sensor API, zones of the service that lists of hosts name, the hosts of
# the sensor package and of Defender for Endpoint, and the download with the addresses of its service tags. Which of two package
# hosts serves which government cloud is not documented.
clouds := {
	"commercial": {
		"portal": "security.microsoft.com",
		"sensor_api_suffix": ".atp.azure.com",
		"endpoint_hosts": "*.endpoint.security.microsoft.com",
		"address_list": "56519",
		"zones": {".atp.azure.com", ".endpoint.security.microsoft.com", ".mdi.securitycenter.microsoft.com"},
		"package_hosts": {"sensorpackage-prd.mdi.securitycenter.microsoft.com"},
		"date": "2026-07-02",
		"source": "https://learn.microsoft.com/defender-for-identity/deploy/configure-proxy",
	},
	"gcc": {
		"portal": "security.microsoft.com",
		"sensor_api_suffix": ".atp.gcc.azure.com",
		"endpoint_hosts": "*.endpoint.security.microsoft.us",
		"address_list": "57063",
		"former_suffix": ".gcc.atp.azure.com",
		"former_until": "2.254",
		"zones": {".atp.gcc.azure.com", ".gcc.atp.azure.com", ".endpoint.security.microsoft.us", ".mdi.securitycenter.microsoft.us"},
		"package_hosts": _government_package_hosts,
		"date": "2026-09-14",
		"source": "https://learn.microsoft.com/defender-for-identity/whats-new",
	},
	"gcc_high": {
		"portal": "security.microsoft.us",
		"sensor_api_suffix": ".atp.azure.us",
		"endpoint_hosts": "*.endpoint.security.microsoft.us",
		"address_list": "57063",
		"zones": {".atp.azure.us", ".endpoint.security.microsoft.us", ".mdi.securitycenter.microsoft.us"},
		"package_hosts": _government_package_hosts,
		"date": "2023-02-14",
		"source": "https://learn.microsoft.com/defender-for-identity/us-govt-gcc-high",
	},
	"dod": {
		"portal": "security.microsoft.us",
		"sensor_api_suffix": ".atp.azure.us",
		"endpoint_hosts": "*.endpoint.security.microsoft.us",
		"address_list": "57063",
		"zones": {".atp.azure.us", ".endpoint.security.microsoft.us", ".mdi.securitycenter.microsoft.us"},
		"package_hosts": _government_package_hosts,
		"date": "2023-02-14",
		"source": "https://learn.microsoft.com/defender-for-identity/us-govt-gcc-high",
	},
}

_government_package_hosts := {
	"sensorpackage-ff.mdi.securitycenter.microsoft.us",
	"sensorpackage-fm.mdi.securitycenter.microsoft.us",
}

certificates := {
	"global_root_g2": {
		"thumbprint": "df3c24f9bfd666761b268073fe06d1cc8d4f82a4",
		"date": "2026-09-02",
		"source": "https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues",
	},
	"global_root_ca": {
		"thumbprint": "a8985d3a65e5e5c4b2d7d66d40c6dd2fb19c5436",
		"date": "2026-09-02",
		"source": "https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues",
	},
}

# What a proxy says to a client that brings no credentials.
proxy_answers := {
	"refuses": {401, 403},
	"asks": 407,
	"unit": "HTTP status",
	"date": "2026-09-02",
	"source": "https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues",
}

# A product is told by its part number, and what it contains by the id of the service plan.
licences := {
	"service_plan": {
		"id": "14ab5db5-e6c4-4b20-b4bc-13e36fd2227f",
		"working": {"success", "pending_provisioning", "pending_activation"},
		"date": "2026-06-08",
		"source": "https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference",
	},
	"in_force": {"enabled", "warning"},
	"products": {
		"standalone": {"ATA"},
		"frontline_security": {"SPE_F5_SEC", "SPE_F5_SECCOMP"},
		"frontline": {"M365_F1", "M365_F1_COMM", "SPE_F1"},
		"office_frontline": {"DESKLESSPACK"},
		"mobility": {"EMS", "EMSPREMIUM"},
		"date": "2026-06-08",
		"source": "https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference",
	},
}

limits := {
	"sensors": {"value": 1000, "since": "2026-05-01", "before": 350, "unit": "sensors", "date": "2026-07-02", "source": "https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning"},
	"credentials": {"value": 30, "unit": "entries", "date": "2024-01-16", "source": "https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts"},
	"review_age": {"value": 30, "unit": "days, proposed", "date": "2026-07-02", "source": "https://learn.microsoft.com/defender-for-identity/deploy/configure-proxy"},
	"clock_spread": {"value": 300, "unit": "seconds", "date": "2026-06-08", "source": "https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2"},
}

functional_levels := {"windows_2003": {"value": 2, "unit": "msDS-Behavior-Version", "date": "2023-08-10", "source": "https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2"}}
