# METADATA
# title: The AD FS container is audited where it exists
# description: Reads and writes in the container of AD FS show who goes after its token-signing key.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-107
#   subject: domain
#   severity: medium
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [domain.set_adfs_container_auditing, workspace.enable_auto_auditing]
package mdi.rules.auditing.adfs_container

applies := input.domain.adfs_container_present

observed := sprintf("success 0x%08x, failure 0x%08x", [_success, _failure])

required := sprintf("success and failure 0x%08x", [data.mdi.tables.object_auditing.adfs_container.mask])

compliant := bits.and(bits.and(_success, _failure), data.mdi.tables.object_auditing.adfs_container.mask) == data.mdi.tables.object_auditing.adfs_container.mask

_success := data.mdi.lib.acl.audited_here(input.domain.adfs_container_sacl, 64)

_failure := data.mdi.lib.acl.audited_here(input.domain.adfs_container_sacl, 128)
