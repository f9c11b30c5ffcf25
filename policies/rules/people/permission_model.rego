# METADATA
# title: The permission model fits the age of the tenant
# description: A tenant that came to the service after role groups were given up has none, and a plan that fills them gives nobody access.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/role-groups
# custom:
#   id: MDI-RBAC-003
#   subject: tenant
#   severity: medium
#   generations: [v2, v3, sa]
#   profiles: [v2-current, v3-current]
#   basis: documented
#   remediation: [rbac.assign_roles, rbac.enable]
#   either:
#   - [tenant.created_at, workspace.created_at, tenant.legacy_roles_in_use]
package mdi.rules.people.permission_model

observed := {"unified RBAC only": _new, "uses legacy groups": input.spec.rbac.use_legacy_groups, "identity workload": object.get(input.tenant, ["urbac", "identity_workload_active"], "not read")}

required := "what was assigned before the change may stay; otherwise no legacy groups, and unified RBAC governs the workload"

compliant if _new == false

compliant := {input.spec.rbac.use_legacy_groups == false, input.tenant.urbac.identity_workload_active} == {true} if _new

# Each of the three is enough to say that the tenant is new to the service; all are needed to say that it is not. Times in
# UTC compare as text.
_new if input.tenant.created_at >= data.mdi.tables.unified_permissions.from

_new if input.workspace.created_at >= data.mdi.tables.unified_permissions.from

_new if input.tenant.legacy_roles_in_use == false

_new := false if {
	input.tenant.created_at < data.mdi.tables.unified_permissions.from
	input.workspace.created_at < data.mdi.tables.unified_permissions.from
	input.tenant.legacy_roles_in_use
}
