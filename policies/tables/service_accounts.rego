# Numbers about directory service accounts and those who answer for them.
package mdi.tables

service_accounts := {
	"days_before_expiry": {"value": 30, "unit": "days", "date": "2026-08-10", "source": "https://learn.microsoft.com/defender-for-identity/health-alerts"},
	"deleted_objects_mask": {"value": 20, "unit": "rights: 4 list contents, 16 read property", "date": "2026-08-10", "source": "https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts"},
	"kds_wait_seconds": {"value": 36000, "unit": "seconds", "date": "2026-08-10", "source": "https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa"},
	"kds_back_dated_seconds": {"value": 34200, "unit": "seconds", "date": "2026-08-10", "source": "https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa"},
	"ticket_seconds": {"value": 36000, "unit": "seconds", "date": "2026-08-10", "source": "https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa"},
	"domain_controllers_rid": {"value": "-516", "unit": "end of the SID of Domain Controllers", "date": "2026-08-10", "source": "https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa"},
	"all_services": {"value": "S-1-5-80-0", "unit": "SID of NT SERVICE\\ALL SERVICES", "date": "2026-08-10", "source": "https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa"},
	"performance_log_users": {"value": "S-1-5-32-559", "unit": "SID of Performance Log Users", "date": "2026-09-02", "source": "https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues"},
	"domain_admins_rid": {"value": 512, "unit": "RID", "date": "2026-08-10", "source": "https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa"},
	"enterprise_admins_rid": {"value": 519, "unit": "RID", "date": "2026-08-10", "source": "https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa"},
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

# Which group may read the password of a managed account, by whom its sensors are. The built-in group of domain controllers
# does only where nobody else needs the password; a group must be universal to hold servers of several domains.
reader_groups := {
	"controllers": {"built-in", "domain_local", "global", "universal"},
	"own group": {"domain_local", "global", "universal"},
	"several domains": {"universal"},
	"unit": "scopes of groups",
	"date": "2026-08-10",
	"source": "https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa",
}

adfs_database := {
	"grants": {"login", "user", "connect", "select", "db_datareader"},
	"date": "2026-08-10",
	"source": "https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services",
}

contact := {"most_silent_seconds": {"value": 600, "unit": "seconds", "date": "2026-08-10", "source": "https://learn.microsoft.com/defender-for-identity/health-alerts"}}

# Permissions of unified RBAC by what a custom role is meant to be.
personas := {
	"administrator": {
		"Authorization and settings/Security settings/Read",
		"Authorization and settings/Security settings/All permissions",
		"Authorization and settings/System settings/Read",
		"Authorization and settings/System settings/All permissions",
		"Security operations/Security data/Alerts (manage)",
		"Security operations/Security data/Security data basics (Read)",
		"Authorization and settings/Authorization/Read",
		"Authorization and settings/Authorization/All permissions",
	},
	"user": {
		"Security operations/Security data/Security data basics (Read)",
		"Authorization and settings/System settings/Read",
		"Authorization and settings/Security settings/Read",
		"Security operations/Security data/Alerts (manage)",
		"microsoft.xdr/configuration/security/manage",
	},
	# The article prints permissions to change settings for viewers, more than users get; a viewer reads.
	"viewer": {
		"Security operations/Security data/Security data basics (Read)",
		"Authorization and settings/System settings/Read",
		"Authorization and settings/Security settings/Read",
	},
}

ata := {"inventory": {"dsa", "syslog", "mail", "role_groups", "vpn", "exclusions", "honeytokens", "sensitive_tags", "report_schedules"}}

leaking_revision := {"value": 2340, "unit": "revision of 10.0.20348", "date": "2024-03-22", "source": "https://support.microsoft.com/help/5037422"}

# The chain that the service shows. The documents ask for Global Root CA in GCC High; Azure Government has begun to use Global Root G2.
service_chain := {
	"issuer_prefix": "CN=Microsoft Azure TLS Issuing CA",
	"roots": {
		"commercial": {certificates.global_root_g2.thumbprint},
		"gcc": {certificates.global_root_g2.thumbprint, certificates.global_root_ca.thumbprint},
		"gcc_high": {certificates.global_root_g2.thumbprint, certificates.global_root_ca.thumbprint},
		"dod": {certificates.global_root_g2.thumbprint, certificates.global_root_ca.thumbprint},
	},
	"date": "2026-09-02",
	"source": "https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues",
}

expressroute := {"community": "12076:5220", "date": "2026-09-02", "source": "https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2"}

revocation_hosts := {
	"hosts": {"crl.microsoft.com", "ctldl.windowsupdate.com", "www.microsoft.com"},
	"date": "2026-08-10",
	"source": "https://learn.microsoft.com/defender-endpoint/configure-environment",
}

forwarded_events := {
	"ids": {
		"4662", "4726", "4728", "4729", "4730", "4732", "4733", "4741", "4743", "4753", "4756", "4757",
		"4758", "4763", "4776", "5136", "7045", "8004",
	},
	"date": "2026-08-10",
	"source": "https://learn.microsoft.com/defender-for-identity/deploy/configure-event-forwarding",
}
