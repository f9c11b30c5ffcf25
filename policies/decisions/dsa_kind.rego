# METADATA
# title: Which kind of directory service account is used
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts
# custom:
#   id: D2
#   subject: workspace
#   sets: spec.dsa.kind
#   decides: [MDI-DSA-001, MDI-DSA-006]
package mdi.decisions.dsa_kind

asked := input.spec.dsa.kind

choice := asked if asked

else := "none" if input.spec.dsa.absence_accepted

else := "none" if _only_v3

else := "gmsa"

reasons := ["The spec asks for it."] if asked

else := ["The spec accepts reduced coverage without an account."] if input.spec.dsa.absence_accepted

else := ["Every sensor is v3, and none of them uses an account."] if _only_v3

else := ["A group managed account has no password that anybody knows, and it never expires."]

warnings := array.concat(
	["A user account has a password that expires or is forgotten to be changed; all sensors then stop reading." | asked == "user"],
	[sprintf("v3 sensors do not use the account, but the workspace tests it on them too, and a health issue about credentials may name one. The entry stays as long as a classic sensor does: %s.", [concat(", ", sort(_classic))]) |
		count(_v3) > 0
		count(_classic) > 0
	],
)

_v3 := _of({"v3"})

_classic := _of({"v2", "standalone"})

# What is planned for a server counts before what is there; what is there counts where nothing is planned.
_of(generations) := {name | some name in object.keys(input.spec.sensors); input.spec.sensors[name].generation in generations} | {name |
	some name, sensor in input.sensors
	sensor.generation in generations
	not name in object.keys(input.spec.sensors)
}

_only_v3 if {
	count(_v3) > 0
	count(_v3) == count(object.keys(input.spec.sensors) | object.keys(input.sensors))
}
