# METADATA
# title: Changes to user objects are audited
# description: Changes to users leave a 4662 event only where the directory was told to audit them.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-101
#   subject: domain
#   severity: medium
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [domain.set_object_auditing, workspace.enable_auto_auditing]
package mdi.rules.auditing.user_objects

observed := sprintf("0x%08x", [_covered])

required := sprintf("0x%08x", [data.mdi.tables.object_auditing.user.mask])

compliant := bits.and(_covered, data.mdi.tables.object_auditing.user.mask) == data.mdi.tables.object_auditing.user.mask

_covered := data.mdi.lib.acl.audited(input.domain.root_sacl, data.mdi.tables.object_auditing.user.class)
