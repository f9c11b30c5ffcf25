# METADATA
# title: Certification Services is audited for success and failure on a CA
# description: What a CA issues, revokes and changes leaves events only where this subcategory is on.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-009
#   subject: server
#   severity: medium
#   generations: [v2, v3]
#   roles: [adcs]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [ca.create_audit_gpo]
package mdi.rules.auditing.certification_services

applies := input.server.ca.role_service_installed

observed := input.server.audit_policy["0cce9221-69ae-11d9-bed3-505054503030"]

required := data.mdi.tables.audit.success_and_failure.value

compliant := data.mdi.lib.audit.covers(observed, required)
