# METADATA
# title: Npcap has the options the sensor needs
# description: With other options the sensor cannot open the adapters, or sees its own loopback.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues
# custom:
#   id: MDI-NPCAP-002
#   subject: server
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [server.upgrade_npcap]
package mdi.rules.capture.npcap_options

applies := input.server.npcap.installed

observed := {
	"loopback_support": input.server.npcap.loopback_support,
	"winpcap_compatible": input.server.npcap.winpcap_compatible,
	"admin_only": input.server.npcap.admin_only,
}

required := data.mdi.tables.npcap.options

compliant := observed == required
