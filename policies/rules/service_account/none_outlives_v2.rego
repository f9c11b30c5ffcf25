# METADATA
# title: No Directory Service Account outlives the last v2 sensor
# description: A v3 sensor never uses the account, but the workspace goes on testing it and raises an issue when it breaks.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3
# custom:
#   id: MDI-DSA-036
#   subject: workspace
#   severity: medium
#   generations: [v3]
#   profiles: [v3-current]
#   basis: documented
#   remediation: [v2_to_v3.remove_workspace_dsa]
package mdi.rules.service_account.none_outlives_v2

observed := {"entries": object.keys(input.workspace.dsa_entries), "sensors that use them": _users}

required := "no entry, or a v2 or standalone sensor"

compliant := {count(input.workspace.dsa_entries) == 0, count(_users) > 0} != {false} if {
	count({name | some name in object.keys(input.sensors); is_string(input.sensors[name].generation)}) == count(input.sensors)
	count({name | some name in object.keys(input.spec.sensors); is_string(input.spec.sensors[name].generation)}) == count(input.spec.sensors)
}

_users contains name if {
	some name in object.keys(input.sensors)
	input.sensors[name].generation in {"v2", "standalone"}
}

_users contains name if {
	some name in object.keys(input.spec.sensors)
	input.spec.sensors[name].generation in {"v2", "standalone"}
}
