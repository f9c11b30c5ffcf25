# METADATA
# title: The NTLM operational log is enabled
# description: Events 8001 to 8004 are written to this log and to no other.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-206
#   subject: server
#   severity: medium
#   generations: [v2, v3, sa]
#   roles: [dc, rodc]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: derived
#   remediation: []
package mdi.rules.auditing.ntlm_log

observed := input.server.event_channels["microsoft-windows-ntlm/operational"].enabled

required := true

compliant := observed
