# METADATA
# title: How Windows auditing is configured
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: D5
#   subject: deployment
#   sets: spec.auditing.method
#   decides: [MDI-AUD-017, MDI-AUD-019]
package mdi.decisions.auditing_method

asked := input.spec.auditing.method

choice := asked if asked

else := "automatic" if _v3_only

else := "gpo"

reasons := ["The spec asks for it."] if asked

else := ["Every planned sensor is v3, and v3 sensors set the policy of their servers themselves."] if choice == "automatic"

else := ["Classic sensors set nothing by themselves; one policy reaches every controller of a domain."]

warnings := ["Automatic auditing acts through v3 sensors only; classic sensors stay without events."] if {
	asked == "automatic"
	"v2" in _planned
}

else := []

_planned := {input.spec.sensors[name].generation | some name in object.keys(input.spec.sensors)} - {"none"}

_v3_only if _planned == {"v3"}
