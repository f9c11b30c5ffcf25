# What has to be audited, as bits and masks.
package mdi.tables

audit := {"success_and_failure": {
	"value": 3,
	"unit": "bits: 1 success, 2 failure",
	"date": "2026-08-10",
	"source": "https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection",
}}

object_auditing := {
	"user": {
		"class": "bf967aba-0de6-11d0-a285-00aa003049e2",
		"mask": 852331,
		"date": "2026-08-10",
		"source": "https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection",
	},
	"group": {
		"class": "bf967a9c-0de6-11d0-a285-00aa003049e2",
		"mask": 852331,
		"date": "2026-08-10",
		"source": "https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection",
	},
	"computer": {
		"class": "bf967a86-0de6-11d0-a285-00aa003049e2",
		"mask": 852331,
		"date": "2026-08-10",
		"source": "https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection",
	},
	"managed_account": {
		"class": "ce206244-5827-4a86-ba1c-1c0c386c1b64",
		"mask": 852331,
		"since_schema": 47,
		"date": "2026-08-10",
		"source": "https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection",
	},
	"group_managed_account": {
		"class": "7b8b558a-93a5-4af7-adca-c017e67f1057",
		"mask": 852075,
		"since_schema": 56,
		"date": "2026-08-10",
		"source": "https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection",
	},
	"delegated_managed_account": {
		"class": "0feb936f-47b3-49f2-9386-1dedc2c23765",
		"mask": 852075,
		"since_build": 26100,
		"date": "2026-08-10",
		"source": "https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection",
	},
	"adfs_container": {
		"mask": 48,
		"date": "2026-08-10",
		"source": "https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection",
	},
	"configuration": {
		"mask": 32,
		"date": "2026-08-10",
		"source": "https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection",
	},
}

accounts := {"sensor_service_sid": {
	"value": "S-1-5-80-818380073-2995186456-1411405591-3990468014-3617507088",
	"date": "2026-09-02",
	"source": "https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues",
}}

_controller_subcategories := {
	"0cce9211-69ae-11d9-bed3-505054503030",
	"0cce9235-69ae-11d9-bed3-505054503030",
	"0cce9236-69ae-11d9-bed3-505054503030",
	"0cce9237-69ae-11d9-bed3-505054503030",
	"0cce9238-69ae-11d9-bed3-505054503030",
	"0cce923b-69ae-11d9-bed3-505054503030",
	"0cce923c-69ae-11d9-bed3-505054503030",
	"0cce923f-69ae-11d9-bed3-505054503030",
}

# The subcategories that requirements name, by the role that needs them.
audit_subcategories := {
	"by_role": {
		"dc": _controller_subcategories,
		"rodc": _controller_subcategories,
		"adfs": {"0cce9215-69ae-11d9-bed3-505054503030", "0cce9222-69ae-11d9-bed3-505054503030"},
		"adcs": {"0cce9221-69ae-11d9-bed3-505054503030"},
		"entra_connect": {"0cce9215-69ae-11d9-bed3-505054503030"},
	},
	"date": "2026-08-10",
	"source": "https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection",
}

# The same on any kind of server.
audit_required := union({subcategories | some subcategories in audit_subcategories.by_role})

# What the registry of a domain controller has to say of NTLM: numbers of a REG_DWORD.
ntlm_auditing := {
	"wanted": {
		"audit_receiving_ntlm_traffic": {2},
		"restrict_sending_ntlm_traffic": {1, 2},
		"audit_ntlm_in_domain": {7},
	},
	"date": "2026-08-10",
	"source": "https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection",
}

# What lets subcategories win over legacy categories.
legacy_categories := {
	"wanted": {"sce_no_apply_legacy_audit_policy": {1, "not present"}},
	"date": "2026-08-10",
	"source": "https://learn.microsoft.com/windows/security/threat-protection/security-policy-settings/audit-force-audit-policy-subcategory-settings-to-override",
}

certification_authority := {"audit_filter": {
	"value": 127,
	"unit": "bits: 1 start and stop, 2 backup, 4 certificates, 8 revocation, 16 security, 32 keys, 64 configuration",
	"date": "2026-08-10",
	"source": "https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection",
}}

event_forwarding := {
	"destination_log": "ForwardedEvents",
	"configuration_mode": "custom",
	"heartbeat_seconds": 5,
	"date": "2026-08-10",
	"source": "https://learn.microsoft.com/defender-for-identity/deploy/configure-event-forwarding",
}

# How the PowerShell module names its policy objects for CAs, after its prefix.
ca_policy_objects := {
	"name_ends": {" - auditing for cas", " - advanced audit policy for cas"},
	"date": "2026-08-10",
	"source": "https://learn.microsoft.com/powershell/module/defenderforidentity/set-mdiconfiguration",
}

# What the PowerShell module needs of the machine that runs it.
administration := {
	"powershell_version": "4.0",
	"modules": {"activedirectory", "grouppolicy"},
	"own_module": "defenderforidentity",
	"own_module_version": "1.0.0.4",
	"date": "2026-08-10",
	"source": "https://learn.microsoft.com/powershell/module/defenderforidentity",
}
