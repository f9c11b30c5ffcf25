# METADATA
# title: As whom sensors act on accounts
# description: Disabling a user or resetting a password needs an identity, and one setting holds for all sensors.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/manage-action-accounts
# custom:
#   id: D11
#   subject: deployment
#   generations: [v2, v3]
#   sets: spec.action_account.mode
#   decides: [MDI-ACT-001]
package mdi.decisions.action_account

asked := input.spec.action_account.mode

choice := asked if asked

else := "local_system"

reasons := ["The spec asks for it."] if asked

else := ["A v3 sensor acts as LocalSystem, and one setting holds for all."] if count(_v3) > 0

else := ["LocalSystem needs no account, no rights and no care, and it is what Microsoft recommends."]

warnings := [sprintf("v3 sensors cannot act as a gMSA, and one setting holds for all: %s.", [concat(", ", sort(_v3))])] if {
	asked == "gmsa"
	count(_v3) > 0
}

else := ["The workspace lets sensors act as a gMSA today; this replaces it."] if {
	not asked
	input.workspace.action_account_mode == "gmsa"
}

else := []

_v3 contains name if {
	some name in object.keys(input.spec.sensors)
	input.spec.sensors[name].generation == "v3"
}

_v3 contains name if {
	some name in object.keys(input.sensors)
	input.sensors[name].generation == "v3"
}
