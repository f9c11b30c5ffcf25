# METADATA
# title: No left-over Azure ATP groups bear the name of the workspace to be created
# description: Groups left over from a deleted workspace of the same name keep a new one from being created.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues
# custom:
#   id: MDI-RBAC-004
#   subject: tenant
#   severity: blocker
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [tenant.clear_stale_groups]
#   either:
#   - [workspace.exists, tenant.legacy_groups]
package mdi.rules.people.stale_groups

observed := _stale

required := []

compliant if {
	is_object(input.tenant.legacy_groups)
	count(_stale) == 0
}

# A workspace that is there goes by groups of this name itself.
compliant if input.workspace.exists

compliant := false if {
	input.workspace.exists == false
	count(_stale) > 0
}

_stale := {name |
	some name in object.keys(input.tenant.legacy_groups)
	lower(name) in {sprintf("azure atp %s %s", [lower(input.spec.workspace.name), role]) | some role in ["administrators", "users", "viewers"]}
}
