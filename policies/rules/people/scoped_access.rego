# METADATA
# title: Scoped access rests on an active Identity workload and a sensor
# description: A scope is drawn from domains that a sensor has reported, and counts only where unified RBAC governs the workload.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/role-groups
# custom:
#   id: MDI-RBAC-015
#   subject: tenant
#   severity: low
#   generations: [v2, v3, sa]
#   profiles: [v2-current, v3-current]
#   basis: documented
#   remediation: [rbac.enable, rbac.assign_scope]
package mdi.rules.people.scoped_access

applies := count(object.get(input.spec.rbac, "scopes", {})) > 0

observed := {"identity workload": input.tenant.urbac.identity_workload_active, "sensors": input.workspace.sensor_count}

required := {"identity workload": true, "sensors": "1 or more"}

compliant := {input.tenant.urbac.identity_workload_active, input.workspace.sensor_count >= 1} == {true}
