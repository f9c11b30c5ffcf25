# METADATA
# title: Application Generated is audited for success and failure on an AD FS server
# description: AD FS writes its events through this subcategory; without it the farm is silent.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-010
#   subject: server
#   severity: high
#   generations: [v2, v3]
#   roles: [adfs]
#   profiles: [v2-current, v3-current]
#   basis: documented
#   remediation: [adfs.create_audit_gpo, workspace.enable_auto_auditing]
package mdi.rules.auditing.application_generated

observed := input.server.audit_policy["0cce9222-69ae-11d9-bed3-505054503030"]

required := data.mdi.tables.audit.success_and_failure.value

compliant := data.mdi.lib.audit.covers(observed, required)
