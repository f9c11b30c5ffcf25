# What a standalone sensor needs on itself and around it.
package mdi.tables

forwarding := {
	"service": "S-1-5-20",
	"manager": "server=http://%s:5985/wsman/subscriptionmanager/wec",
	"date": "2026-08-10",
	"source": "https://learn.microsoft.com/defender-for-identity/deploy/configure-event-forwarding",
}

management_adapter := {
	"dns_servers": 2,
	"unit": "a preferred and an alternate one",
	"date": "2026-09-02",
	"source": "https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-standalone",
}

siem := {
	"vendors": {"arcsight", "qradar", "rsa", "splunk"},
	"transport": "udp",
	"date": "2026-08-10",
	"source": "https://learn.microsoft.com/defender-for-identity/deploy/configure-event-collection",
}
