# METADATA
# title: WinPcap is not installed
# description: WinPcap is no longer maintained, and together with teamed adapters it stops the sensor.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues
# custom:
#   id: MDI-NPCAP-003
#   subject: server
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [server.remove_winpcap, server.install_npcap]
package mdi.rules.capture.no_winpcap

observed := input.server.winpcap_installed

required := false

compliant := observed == required
