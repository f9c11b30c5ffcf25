# METADATA
# title: The AD Recycle Bin is enabled
# description: Without the Recycle Bin a deleted object loses most of its attributes, and with them what an alert could say about it.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/event-collection-overview
# custom:
#   id: MDI-AUD-022
#   subject: forest
#   severity: info
#   generations: [v2, v3, sa]
#   profiles: [v2-current, v3-current]
#   basis: tool
#   remediation: [forest.enable_recycle_bin]
package mdi.rules.auditing.recycle_bin

observed := input.forest.recycle_bin_enabled

required := true

compliant := input.forest.recycle_bin_enabled
