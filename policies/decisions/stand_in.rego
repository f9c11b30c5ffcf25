# METADATA
# title: Who stands in while a controller is worked on
# description: Clients go on signing in as long as another controller of their site answers, or one across the WAN.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/deploy-defender-identity
# custom:
#   id: D18
#   subject: deployment
#   each: sensor
#   generations: [v2, v3]
#   decides: [MDI-AD-001]
package mdi.decisions.stand_in

choice := {name: object.get(_choices, name, "") | some name in _controllers}

_choices[name] := _stand_in(name) if some name in _controllers

_stand_in(name) := "unhealthy" if count(_sick(name)) > 0

else := "same_site" if count(_beside(name)) > 0

else := "other_sites" if count(_elsewhere(name)) == count(input.domains[input.servers[name].domain].dcs) - 1

reasons := {name: _reasons(name) | some name in _controllers}

_reasons(name) := [sprintf("The directory of %s is not healthy: %s waits until it is, and the work goes on elsewhere.", [concat(", ", sort(_sick(name))), name])] if count(_sick(name)) > 0

else := [sprintf("In its site %s goes on for it.", [concat(", ", sort(_beside(name)))])] if count(_beside(name)) > 0

else := ["It is the only controller of its domain in its site: while it restarts, the clients of the site log on across the WAN."]

warnings := {name: ["The work on it belongs outside working hours, and the link to the next site has to be up."] | some name, how in _choices; how == "other_sites"}

_controllers := {name |
	some name in object.keys(input.spec.sensors)
	input.spec.sensors[name].generation in {"v2", "v3"}
	_controller(name)
}

_controller(name) if input.servers[name].roles.dc

_controller(name) if input.servers[name].roles.rodc

# The other controllers of its domain in its site, and in other sites.
_beside(name) := {other |
	some other in _others(name)
	input.servers[other].site == input.servers[name].site
}

_elsewhere(name) := {other |
	some other in _others(name)
	input.servers[other].site != input.servers[name].site
}

_others(name) := {other |
	some other in object.keys(input.domains[input.servers[name].domain].dcs)
	other != name
}

# A controller that is not healthy is not worked on either.
_sick(name) := {other | some other in (_beside(name) | {name}); input.servers[other].directory_healthy == false}
