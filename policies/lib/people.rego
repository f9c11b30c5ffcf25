# METADATA
# title: Roles and permissions of a person
package mdi.lib.people

# active_roles are the Entra roles that count now; an eligible one has to be activated first.
active_roles(roles) := {role | some role, state in roles; state == "active"}

# entitled_by_role and entitled_by_permission say whether one of the two ways into a page is open.
entitled_by_role(access, roles) := count(access.roles & active_roles(roles)) > 0

entitled_by_permission(access, permissions) := count([wanted | some wanted in access.permissions; wanted - object.keys(permissions) == set()]) > 0
