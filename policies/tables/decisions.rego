# Numbers and names that decisions are taken by.
package mdi.tables

groups := {
	"domain_controllers": {
		"rid": 516,
		"date": "2025-01-15",
		"source": "https://learn.microsoft.com/windows-server/identity/ad-ds/manage/understand-security-groups",
	},
	"retrieval": {
		"name": "mdi-sensors",
		"date": "2026-08-10",
		"source": "https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa",
	},
}

service_tag := {
	"name": "AzureAdvancedThreatProtection",
	"date": "2026-07-02",
	"source": "https://learn.microsoft.com/defender-for-identity/deploy/configure-proxy",
}

update_ring := {
	"fewest_sensors": 3,
	"delay_hours": 72,
	"date": "2026-06-08",
	"source": "https://learn.microsoft.com/defender-for-identity/sensor-update",
}
