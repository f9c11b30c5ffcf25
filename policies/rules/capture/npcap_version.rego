# METADATA
# title: A pre-installed Npcap is version 1.0 or later
# description: An older Npcap cannot be used by the sensor, and setup does not replace one that is there.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues
# custom:
#   id: MDI-NPCAP-001
#   subject: server
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [server.upgrade_npcap]
package mdi.rules.capture.npcap_version

applies := input.server.npcap.installed

observed := input.server.npcap.version

required := data.mdi.tables.npcap.version

compliant := data.mdi.lib.versions.at_least(observed, required)
