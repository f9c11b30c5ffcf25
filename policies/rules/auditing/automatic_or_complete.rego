# METADATA
# title: With v3 sensors, automatic auditing is on or manual auditing is complete
# description: A v3 sensor sets the audit policy of its server itself, or leaves it as it is; then somebody else has to.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-017
#   subject: deployment
#   severity: medium
#   generations: [v3]
#   profiles: [v3-current]
#   basis: documented
#   remediation: [workspace.enable_auto_auditing, wait.auto_audit_cycle]
package mdi.rules.auditing.automatic_or_complete

observed := {
	"automatic": object.get(input.workspace, "auto_auditing_enabled", "not read"),
	"method": object.get(input.spec, ["auditing", "method"], "not stated"),
	"incomplete": _incomplete,
}

required := "automatic, or no v3 server without a setting"

compliant if input.workspace.auto_auditing_enabled

compliant := count(_incomplete) == 0 if {
	input.workspace.auto_auditing_enabled == false
	count(_told) == count(_v3)
}

compliant := false if {
	input.workspace.auto_auditing_enabled == false
	count(_incomplete) > 0
}

_v3 contains name if {
	some name in object.keys(input.spec.sensors)
	input.spec.sensors[name].generation == "v3"
}

_v3 contains name if {
	some name in object.keys(input.sensors)
	input.sensors[name].generation == "v3"
}

_needed[name] := data.mdi.lib.audit.needed({
	"dc": input.servers[name].roles.dc,
	"rodc": input.servers[name].roles.rodc,
	"adfs": input.servers[name].roles.adfs,
	"adcs": input.servers[name].roles.adcs,
	"entra_connect": input.servers[name].roles.entra_connect,
}) if {
	some name in _v3
}

_incomplete := {name |
	some name, subcategories in _needed
	some subcategory in subcategories
	data.mdi.lib.audit.covers(input.servers[name].audit_policy[subcategory], data.mdi.tables.audit.success_and_failure.value) == false
}

_told := {name |
	some name, subcategories in _needed
	told := {subcategory |
		some subcategory in subcategories
		is_number(input.servers[name].audit_policy[subcategory])
	}
	told == subcategories
}
