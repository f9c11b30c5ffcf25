# METADATA
# title: No account is excluded from a required audit subcategory
# description: An account with an exclusion of its own leaves no trace, however the server is set.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-016
#   subject: server
#   severity: low
#   generations: [v2, v3, sa]
#   roles: [dc, rodc, adfs, adcs, entra_connect]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: derived
#   remediation: []
package mdi.rules.auditing.no_exclusions

observed := _excluded

required := set()

compliant := count(_excluded) == 0 if is_object(input.server.audit_exclusions)

# Of an account and subcategory 2 excludes success and 8 excludes failure.
_excluded := {sprintf("%s %s", [sid, subcategory]) |
	some sid in object.keys(input.server.audit_exclusions)
	some subcategory in data.mdi.tables.audit_required
	bits.and(input.server.audit_exclusions[sid][subcategory], 10) != 0
}
