# METADATA
# title: Distribution Group Management is audited for success and failure
# description: Without these events the sensor does not learn that distribution groups change.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-003
#   subject: server
#   severity: medium
#   generations: [v2, v3, sa]
#   roles: [dc, rodc]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [domain.create_audit_gpo, domain.link_audit_gpo, workspace.enable_auto_auditing]
package mdi.rules.auditing.distribution_groups

observed := input.server.audit_policy["0cce9238-69ae-11d9-bed3-505054503030"]

required := data.mdi.tables.audit.success_and_failure.value

compliant := data.mdi.lib.audit.covers(observed, required)
