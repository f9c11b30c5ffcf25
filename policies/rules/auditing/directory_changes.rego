# METADATA
# title: Directory Service Changes is audited for success and failure
# description: Without these events the sensor does not learn that objects and their permissions are changed.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-007
#   subject: server
#   severity: medium
#   generations: [v2, v3, sa]
#   roles: [dc, rodc]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [domain.create_audit_gpo, domain.link_audit_gpo, workspace.enable_auto_auditing]
package mdi.rules.auditing.directory_changes

observed := input.server.audit_policy["0cce923c-69ae-11d9-bed3-505054503030"]

required := data.mdi.tables.audit.success_and_failure.value

compliant := data.mdi.lib.audit.covers(observed, required)
