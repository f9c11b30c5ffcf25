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
	"configuration": {
		"class": "00000000-0000-0000-0000-000000000000",
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
