# Numbers about directory service accounts and those who answer for them.
package mdi.tables

service_accounts := {
	"days_before_expiry": {"value": 30, "unit": "days", "date": "2026-08-10", "source": "https://learn.microsoft.com/defender-for-identity/health-alerts"},
	"deleted_objects_mask": {"value": 20, "unit": "rights: 4 list contents, 16 read property", "date": "2026-08-10", "source": "https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts"},
	"kds_wait_seconds": {"value": 36000, "unit": "seconds", "date": "2026-08-10", "source": "https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa"},
	"kds_back_dated_seconds": {"value": 34200, "unit": "seconds", "date": "2026-08-10", "source": "https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa"},
	"sensitive_builtin": {
		"S-1-5-32-544",
		"S-1-5-32-548",
		"S-1-5-32-549",
		"S-1-5-32-550",
		"S-1-5-32-551",
		"S-1-5-32-552",
	},
	"sensitive_rids": {512, 516, 517, 518, 519, 520},
}

contact := {"most_silent_seconds": {"value": 600, "unit": "seconds", "date": "2026-08-10", "source": "https://learn.microsoft.com/defender-for-identity/health-alerts"}}
