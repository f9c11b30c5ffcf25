# METADATA
# title: Logon is audited for success and failure on an Entra Connect server
# description: Logons at an Entra Connect server are how a theft of its synchronisation account shows.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-011
#   subject: server
#   severity: medium
#   generations: [v2, v3]
#   roles: [entra_connect]
#   profiles: [v2-current, v3-current]
#   basis: documented
#   remediation: [entra_connect.create_audit_gpo, workspace.enable_auto_auditing]
package mdi.rules.auditing.logon_entra_connect

observed := input.server.audit_policy["0cce9215-69ae-11d9-bed3-505054503030"]

required := data.mdi.tables.audit.success_and_failure.value

compliant := data.mdi.lib.audit.covers(observed, required)
