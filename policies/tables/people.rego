# Who may do what, and where data lies.
package mdi.tables

# From this day on a tenant that is new to the service gets no role groups, only unified RBAC.
unified_permissions := {"from": "2025-03-02T00:00:00Z", "date": "2024-01-15", "source": "https://learn.microsoft.com/defender-for-identity/role-groups"}

# What opens a page: one of the Entra roles, or all permissions of unified RBAC of which one set is held.
access := {
	"posture": {
		"roles": {"security_reader", "global_reader", "security_operator", "security_administrator", "global_administrator"},
		"permissions": [
			{"Security operations/Security data/Security data basics (Read)", "Security posture/Posture management/Secure Score (Read)"},
			{"Security operations/Security data/Security data basics (Read)", "Security posture/Posture management/Exposure Management (Read)"},
		],
		"date": "2024-01-15",
		"source": "https://learn.microsoft.com/defender-for-identity/role-groups",
	},
	"identities": {
		"roles": {
			"security_reader", "global_reader", "security_operator", "security_administrator", "global_administrator",
			"cloud_app_security_administrator",
		},
		"permissions": [{"Security operations/Security data/Security data basics (Read)"}],
		"date": "2024-01-15",
		"source": "https://learn.microsoft.com/defender-for-identity/role-groups",
	},
}

security_data := {"permission": "Security operations/Security data/Security data basics (Read)", "date": "2024-01-15", "source": "https://learn.microsoft.com/defender-for-identity/role-groups"}

local_groups := {"administrators": {"sid": "S-1-5-32-544", "date": "2026-06-08", "source": "https://learn.microsoft.com/windows-server/identity/ad-ds/manage/understand-security-identifiers"}}

# The geography that the service chooses for the country of a tenant, where the articles leave no doubt. Others are told by
# support only.
geographies := {
	"countries": {
		"AE": "UAE", "AT": "Europe", "AU": "Australia", "BE": "Europe", "CA": "North America", "CH": "Switzerland", "DE": "Europe",
		"DK": "Europe", "ES": "Europe", "FI": "Europe", "FR": "Europe", "GB": "UK", "IE": "Europe", "IN": "India", "IT": "Europe",
		"LU": "Europe", "NL": "Europe", "NZ": "Australia", "PL": "Europe", "PT": "Europe", "SE": "Europe", "SG": "Asia",
		"US": "North America",
	},
	"date": "2025-09-28",
	"source": "https://learn.microsoft.com/defender-for-identity/privacy-compliance",
}
