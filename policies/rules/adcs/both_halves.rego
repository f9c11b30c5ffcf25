# METADATA
# title: Both halves behind the CA events, policy and filter, are in place
# description: Policy without filter, and filter without policy, both yield no event.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-306
#   subject: server
#   severity: medium
#   generations: [v2, v3]
#   roles: [adcs]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [ca.create_audit_gpo, ca.set_audit_filter, ca.restart_certsvc]
package mdi.rules.adcs.both_halves

applies := input.server.online

observed := {"policy": input.server.audit_policy["0cce9221-69ae-11d9-bed3-505054503030"], "filter": data.mdi.lib.registry.dword(input.server.ca.audit_filter)}

required := "3, and at least 126"

compliant := {data.mdi.lib.audit.covers(observed.policy, data.mdi.tables.audit.success_and_failure.value), _filtered} == {true}

_filtered := data.mdi.lib.audit.covers(observed.filter, bits.and(data.mdi.tables.certification_authority.audit_filter.value, 126)) if is_number(observed.filter)

_filtered := false if is_string(observed.filter)
