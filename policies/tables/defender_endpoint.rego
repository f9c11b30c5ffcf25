# What Defender for Endpoint, and with it the v3 sensor, has to reach, and what the migration to v3 asks for.
package mdi.tables

defender_hosts := {
	"service_tags": {"MicrosoftDefenderForEndpoint", "OneDsCollector"},
	"standard": {
		"everywhere": {"events.data.microsoft.com", "*.events.data.microsoft.com", "*.wdcp.microsoft.com", "*.wd.microsoft.com", "ecs.office.com"},
		"us": {
			"us-v20.events.data.microsoft.com",
			"winatp-gw-cus.microsoft.com", "winatp-gw-eus.microsoft.com", "winatp-gw-cus3.microsoft.com", "winatp-gw-eus3.microsoft.com",
			"automatedirstrprdcus.blob.core.windows.net", "automatedirstrprdeus.blob.core.windows.net",
			"automatedirstrprdcus3.blob.core.windows.net", "automatedirstrprdeus3.blob.core.windows.net",
			"ussus1eastprod.blob.core.windows.net", "ussus2eastprod.blob.core.windows.net",
			"ussus3eastprod.blob.core.windows.net", "ussus4eastprod.blob.core.windows.net",
			"wsus1eastprod.blob.core.windows.net", "wsus2eastprod.blob.core.windows.net",
			"ussus1westprod.blob.core.windows.net", "ussus2westprod.blob.core.windows.net",
			"ussus3westprod.blob.core.windows.net", "ussus4westprod.blob.core.windows.net",
			"wsus1westprod.blob.core.windows.net", "wsus2westprod.blob.core.windows.net",
		},
		"eu": {
			"eu-v20.events.data.microsoft.com",
			"winatp-gw-neu.microsoft.com", "winatp-gw-weu.microsoft.com", "winatp-gw-neu3.microsoft.com", "winatp-gw-weu3.microsoft.com",
			"automatedirstrprdneu.blob.core.windows.net", "automatedirstrprdweu.blob.core.windows.net",
			"automatedirstrprdneu3.blob.core.windows.net", "automatedirstrprdweu3.blob.core.windows.net",
			"usseu1northprod.blob.core.windows.net", "wseu1northprod.blob.core.windows.net",
			"usseu1westprod.blob.core.windows.net", "wseu1westprod.blob.core.windows.net",
		},
		"uk": {
			"uk-v20.events.data.microsoft.com",
			"winatp-gw-uks.microsoft.com", "winatp-gw-ukw.microsoft.com",
			"automatedirstrprduks.blob.core.windows.net", "automatedirstrprdukw.blob.core.windows.net",
			"ussuk1southprod.blob.core.windows.net", "wsuk1southprod.blob.core.windows.net",
			"ussuk1westprod.blob.core.windows.net", "wsuk1westprod.blob.core.windows.net",
		},
		"au": {
			"au-v20.events.data.microsoft.com",
			"winatp-gw-aue.microsoft.com", "winatp-gw-aus.microsoft.com",
			"automatedirstrprdaue.blob.core.windows.net", "automatedirstrprdaus.blob.core.windows.net",
			"ussau1southeastprod.blob.core.windows.net", "ussau1eastprod.blob.core.windows.net",
		},
		"uae": {
			"winatp-gw-aec0a.microsoft.com", "winatp-gw-aen0a.microsoft.com",
			"automatedirstrprdaen0a.blob.core.windows.net", "automatedirstrprdaec0a.blob.core.windows.net",
		},
	},
	"date": "2026-08-10",
	"source": "https://learn.microsoft.com/defender-endpoint/configure-device-connectivity",
}

migration := {
	"sensor_version": "2.254.19112.470",
	"sense_version": "10.8735",
	"systems_since": {"ws2019": "2026-03", "ws2022": "2026-03", "ws2025": "2026-07"},
	"update_floors": [{"since": "2026-03", "floor": "2026-03"}, {"since": "2026-09", "floor": "2026-07"}],
	"date": "2026-09-09",
	"source": "https://learn.microsoft.com/defender-for-identity/deploy/migrate-to-sensor-v3",
}

radius := {
	"port": 1813,
	"date": "2026-06-08",
	"source": "https://learn.microsoft.com/defender-for-identity/vpn-integration",
}
