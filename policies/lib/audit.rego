# METADATA
# title: Audit settings are bits
package mdi.lib.audit

# covers says whether a setting audits at least what is wanted; a superset does.
covers(setting, wanted) := bits.and(setting, wanted) == wanted

# needed are the subcategories that the roles held ask for.
needed(roles) := {subcategory |
	some role, held in roles
	held
	some subcategory in data.mdi.tables.audit_subcategories.by_role[role]
}

# needed_here is that for the server at hand; undefined while one of its roles is not known.
needed_here := needed({
	"dc": input.server.roles.dc,
	"rodc": input.server.roles.rodc,
	"adfs": input.server.roles.adfs,
	"adcs": input.server.roles.adcs,
	"entra_connect": input.server.roles.entra_connect,
})

# by_hand says whether the audit settings of the server at hand are left to policy objects and people: automatic auditing
# acts through v3 sensors only.
by_hand if input.spec.sensor.generation in {"v2", "standalone"}

by_hand := false if input.spec.sensor.generation == "none"

by_hand := input.workspace.auto_auditing_enabled == false if input.spec.sensor.generation == "v3"
