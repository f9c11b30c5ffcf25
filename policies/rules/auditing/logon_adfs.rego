# METADATA
# title: Logon is audited for success and failure on an AD FS server
# description: Logons at a federation server complete what its own events tell.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-012
#   subject: server
#   severity: medium
#   generations: [v2, v3]
#   roles: [adfs]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: derived
#   remediation: [adfs.create_audit_gpo]
package mdi.rules.auditing.logon_adfs

observed := input.server.audit_policy["0cce9215-69ae-11d9-bed3-505054503030"]

required := data.mdi.tables.audit.success_and_failure.value

compliant := data.mdi.lib.audit.covers(observed, required)
