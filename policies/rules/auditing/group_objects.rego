# METADATA
# title: Changes to group objects are audited
# description: Changes to groups leave a 4662 event only where the directory was told to audit them.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-102
#   subject: domain
#   severity: medium
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [domain.set_object_auditing, workspace.enable_auto_auditing]
package mdi.rules.auditing.group_objects

observed := sprintf("0x%08x", [_covered])

required := sprintf("0x%08x", [data.mdi.tables.object_auditing.group.mask])

compliant := bits.and(_covered, data.mdi.tables.object_auditing.group.mask) == data.mdi.tables.object_auditing.group.mask

_covered := data.mdi.lib.acl.audited(input.domain.root_sacl, data.mdi.tables.object_auditing.group.class)
