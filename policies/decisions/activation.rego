# METADATA
# title: How v3 sensors are activated
# description: Automatic activation takes every eligible controller at once, whatever the waves say.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/activate-sensor
# custom:
#   id: D12
#   subject: deployment
#   generations: [v3]
#   decides: [MDI-V3-016]
package mdi.decisions.activation

choice := "manual" if count(_in_waves) > 0

else := "manual" if count(_not_eligible) > 0

else := "automatic" if {
	count(_v3) > 0
	count(_eligible) == count(_v3)
}

reasons := ["The spec spreads the sensors over waves; each is activated when its turn comes."] if count(_in_waves) > 0

else := [sprintf("Automatic activation leaves these out: %s.", [concat(", ", sort(_not_eligible))])] if count(_not_eligible) > 0

else := ["Every v3 server is a domain controller that is onboarded to Defender for Endpoint, and no wave has to be waited for."] if choice

warnings := ["Automatic activation is on in the workspace: switch it off, or controllers are activated before their wave."] if {
	some way in ["manual"]
	choice == way
	input.workspace.auto_activation_enabled
}

else := []

_v3 := {name |
	some name in object.keys(input.spec.sensors)
	input.spec.sensors[name].generation == "v3"
}

_in_waves := {name | some name in _v3; input.spec.sensors[name].wave}

_not_eligible contains name if {
	some name in _v3
	input.servers[name].roles.dc == false
	input.servers[name].roles.rodc == false
}

_not_eligible contains name if {
	some name in _v3
	input.servers[name].mde.onboarded == false
}

_not_eligible contains name if {
	some name in _v3
	input.servers[name].mde.onboarded_by_mdi_package
}

_eligible := {name |
	some name in _v3
	_controller(name)
	input.servers[name].mde.onboarded
}

_controller(name) if input.servers[name].roles.dc

_controller(name) if input.servers[name].roles.rodc
