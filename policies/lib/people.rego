# METADATA
# title: Roles and permissions of a person
package mdi.lib.people

# active_roles are the Entra roles that count now; an eligible one has to be activated first.
active_roles(roles) := {role | some role, state in roles; state == "active"}

# entitled_by_role and entitled_by_permission say whether one of the two ways into a page is open.
entitled_by_role(access, roles) := count(access.roles & active_roles(roles)) > 0

entitled_by_permission(access, permissions) := count([wanted | some wanted in access.permissions; wanted - object.keys(permissions) == set()]) > 0

# service_account says that the account at hand is one that the plan uses: it has no duties.
service_account if input.subject.key in object.keys(object.get(input.spec, ["dsa", "accounts"], {}))

# active are the roles of the account at hand that count now.
active := {role |
	some role in object.keys(input.account.entra_roles)
	input.account.entra_roles[role] == "active"
}

# entitled says whether the account at hand has one of the roles, or all of the permissions. That it has neither is known only
# when both were read.
entitled(roles, _) if count(roles & active) > 0

entitled(_, permissions) if _permitted(permissions)

entitled(roles, permissions) := false if {
	is_object(input.account.entra_roles)
	is_object(input.account.urbac_permissions)
	count(roles & active) == 0
	not _permitted(permissions)
}

_permitted(permissions) if permissions - object.keys(input.account.urbac_permissions) == set()
