# METADATA
# title: The CA audits every category
# description: The filter of the CA decides which of its events are written at all; the start and stop bit alone may be left out.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-301
#   subject: server
#   severity: medium
#   generations: [v2, v3]
#   roles: [adcs]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [ca.set_audit_filter]
package mdi.rules.adcs.audit_filter

applies := input.server.online

observed := data.mdi.lib.registry.dword(input.server.ca.audit_filter)

required := data.mdi.tables.certification_authority.audit_filter.value

compliant := data.mdi.lib.audit.covers(observed, _needed) if is_number(observed)

compliant := false if is_string(observed)

# Start and stop may be left out, because they are slow on a large database, when the spec says so.
_needed := bits.and(required, 126) if input.spec.auditing.ca_start_stop == false

else := required
