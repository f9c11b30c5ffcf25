# METADATA
# title: The configuration container is audited where Exchange is or was
# description: Attacks on Exchange change its objects in the configuration partition; unaudited, nobody sees them.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-108
#   subject: forest
#   severity: medium
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [forest.set_config_container_auditing, workspace.enable_auto_auditing]
package mdi.rules.auditing.configuration_container

applies := input.forest.exchange_container_present

observed := sprintf("success 0x%08x, failure 0x%08x", [_success, _failure])

required := sprintf("success and failure 0x%08x", [data.mdi.tables.object_auditing.configuration.mask])

compliant := bits.and(bits.and(_success, _failure), data.mdi.tables.object_auditing.configuration.mask) == data.mdi.tables.object_auditing.configuration.mask

_success := data.mdi.lib.acl.audited_here(input.forest.configuration_sacl, 64)

_failure := data.mdi.lib.acl.audited_here(input.forest.configuration_sacl, 128)
