# What has to be granted, and the principals every check of access knows.
package mdi.tables

# Whoever logs on is in these groups, whatever the directory says about memberships.
everybody := {
	"sids": {"S-1-1-0", "S-1-5-11", "S-1-5-15"},
	"date": "2026-08-10",
	"source": "https://learn.microsoft.com/windows-server/identity/ad-ds/manage/understand-security-identifiers",
}

# Groups of domain controllers only, and groups that hold every computer or user beside them.
controllers := {
	"sids": {"S-1-5-9"},
	"rids": {498, 516, 521},
	"broad_rids": {513, 515},
	"date": "2026-08-10",
	"source": "https://learn.microsoft.com/windows-server/identity/ad-ds/manage/understand-security-identifiers",
}

# Rights of response actions: the entries that may carry one are about the right or property itself, or about a property set
# that it belongs to.
action_rights := {
	"reset_password": {
		"class": "bf967aba-0de6-11d0-a285-00aa003049e2",
		"about": {"00299570-246d-11d0-a768-00aa006e0529"},
		"mask": 256,
		"date": "2026-07-02",
		"source": "https://learn.microsoft.com/defender-for-identity/deploy/manage-action-accounts",
	},
	"password_last_set": {
		"class": "bf967aba-0de6-11d0-a285-00aa003049e2",
		"about": {"bf967a0a-0de6-11d0-a285-00aa003049e2", "4c164200-20c0-11d0-a768-00aa006e0529"},
		"mask": 48,
		"date": "2026-07-02",
		"source": "https://learn.microsoft.com/defender-for-identity/deploy/manage-action-accounts",
	},
	"account_control": {
		"class": "bf967aba-0de6-11d0-a285-00aa003049e2",
		"about": {"bf967a68-0de6-11d0-a285-00aa003049e2", "4c164200-20c0-11d0-a768-00aa006e0529"},
		"mask": 48,
		"date": "2026-07-02",
		"source": "https://learn.microsoft.com/defender-for-identity/deploy/manage-action-accounts",
	},
	"member": {
		"class": "bf967a9c-0de6-11d0-a285-00aa003049e2",
		"about": {"bf9679c0-0de6-11d0-a285-00aa003049e2", "bc0ac240-79a9-11d0-9020-00c04fc2d4cf"},
		"mask": 48,
		"date": "2026-07-02",
		"source": "https://learn.microsoft.com/defender-for-identity/deploy/manage-action-accounts",
	},
}

# Since ended_on Defender for Identity makes no remote SAM calls any more.
remote_sam := {
	"ended_on": "2025-05-15",
	"mask": 131072,
	"unit": "rights: 131072 read control",
	"administrators": "S-1-5-32-544",
	"owner_and_group": "^O:(BA|S-1-5-32-544)G:(BA|S-1-5-32-544)D:",
	"date": "2025-05-15",
	"source": "https://learn.microsoft.com/defender-for-identity/deploy/remote-calls-sam",
}
