# METADATA
# title: The CA has an audit filter that automatic auditing can change
# description: Automatic auditing changes the audit filter of a CA and never makes one.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-302
#   subject: server
#   severity: medium
#   generations: [v3]
#   roles: [adcs]
#   profiles: [v3-current]
#   basis: documented
#   remediation: [ca.set_audit_filter]
package mdi.rules.adcs.audit_filter_exists

applies := input.workspace.auto_auditing_enabled

observed := data.mdi.lib.registry.dword(input.server.ca.audit_filter)

required := "a number, whichever"

compliant := is_number(observed)
