# METADATA
# title: Changes to managed service accounts are audited
# description: Changes to managed service accounts leave a 4662 event only where they are audited.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-104
#   subject: domain
#   severity: medium
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [domain.set_object_auditing, workspace.enable_auto_auditing]
package mdi.rules.auditing.managed_accounts

applies := input.forest.schema_version >= data.mdi.tables.object_auditing.managed_account.since_schema

observed := sprintf("0x%08x", [_covered])

required := sprintf("0x%08x", [data.mdi.tables.object_auditing.managed_account.mask])

compliant := bits.and(_covered, data.mdi.tables.object_auditing.managed_account.mask) == data.mdi.tables.object_auditing.managed_account.mask

_covered := data.mdi.lib.acl.audited(input.domain.root_sacl, data.mdi.tables.object_auditing.managed_account.class)
