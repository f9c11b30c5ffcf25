# METADATA
# title: Who follows the changes of a domain
# description: Nothing is configured here; the decision says so, because older guides ask for a candidate.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-sensor-settings
# custom:
#   id: D7
#   subject: deployment
#   generations: [v2]
#   decides: [MDI-AD-015]
package mdi.decisions.domain_synchroniser

choice := "service"

reasons := ["The service picks one sensor of every domain and another when that one is silent for long; the switch of old versions is gone."]

warnings := [sprintf("In these domains classic sensors stand on no writable controller, which makes a poor choice for the service: %s.", [concat(", ", sort(_poor))]) |
	count(_poor) > 0
]

_poor := {domain |
	not _homeless
	some name in _classic
	domain := input.servers[name].domain
	not domain in _served
}

# The domains are gathered once: to look at all sensors for each sensor takes too long in a large estate.
_served := {input.servers[name].domain | some name in _possible}

_homeless if {
	some name in _possible
	not input.servers[name].domain
}

# What nobody read may be a controller, of any domain.
_possible := {name |
	some name in _classic
	not input.servers[name].roles.dc == false
}

_classic := {name |
	some name in object.keys(input.spec.sensors)
	input.spec.sensors[name].generation == "v2"
}
