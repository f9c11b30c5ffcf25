# METADATA
# title: The capture adapter has a non-routable /32 address, no gateway and no DNS
# description: An adapter that can be reached answers traffic it should only listen to.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-standalone
# custom:
#   id: MDI-SA-003
#   subject: server
#   severity: medium
#   generations: [sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [standalone.prepare_nics]
package mdi.rules.standalone.capture_adapter

observed := {name: {
	"static": input.server.nics[name].static_address,
	"addresses": input.server.nics[name].addresses,
	"gateways": input.server.nics[name].gateways,
	"dns": input.server.nics[name].dns_servers,
} |
	some name in _capturing
}

required := "a static /32 address, no gateway, no DNS server"

compliant := count(_wrong) == 0 if {
	count(_told) == count(input.server.nics)
	count(_capturing) > 0
	count(observed) == count(_capturing)
}

_told := {name |
	some name in object.keys(input.server.nics)
	is_string(input.server.nics[name].purpose)
}

_capturing := {name |
	some name in object.keys(input.server.nics)
	input.server.nics[name].purpose == "capture"
}

_wrong := {name |
	some name in object.keys(observed)
	{observed[name].static, count(observed[name].gateways) == 0, count(observed[name].dns) == 0, {length | some length in observed[name].addresses} == {32}} != {true}
}
