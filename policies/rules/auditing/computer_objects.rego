# METADATA
# title: Changes to computer objects are audited
# description: Changes to computers, delegation among them, leave a 4662 event only where they are audited.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-103
#   subject: domain
#   severity: medium
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [domain.set_object_auditing, workspace.enable_auto_auditing]
package mdi.rules.auditing.computer_objects

observed := sprintf("0x%08x", [_covered])

required := sprintf("0x%08x", [data.mdi.tables.object_auditing.computer.mask])

compliant := bits.and(_covered, data.mdi.tables.object_auditing.computer.mask) == data.mdi.tables.object_auditing.computer.mask

_covered := data.mdi.lib.acl.audited(input.domain.root_sacl, data.mdi.tables.object_auditing.computer.class)
