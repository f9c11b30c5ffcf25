# METADATA
# title: Forwarding domain controllers know their collector
# description: The controller calls the collector, not the other way round; one that was never told to stays silent.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-event-forwarding
# custom:
#   id: MDI-STA-007
#   subject: server
#   severity: high
#   generations: [sa]
#   roles: [dc, rodc]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [standalone.configure_wef]
package mdi.rules.standalone.collector_known

applies := data.mdi.lib.mirroring.forwards

observed := {"winrm": input.server.services.winrm.state, "not_named": _strangers, "closed": _closed}

required := {"winrm": "running", "managers": {sprintf(data.mdi.tables.forwarding.manager, [name]) | some name in data.mdi.lib.mirroring.collectors}}

compliant := false if input.server.services.winrm.state != "running"

compliant := false if count(_strangers) > 0

compliant := false if count(_closed) > 0

compliant if {
	input.server.services.winrm.state == "running"
	is_set(_named)
	count(_strangers) == 0
	count(_open) == count(data.mdi.lib.mirroring.collectors)
}

# The server of every manager that policy names; each value is a list of settings.
_named := {lower(replace(setting, " ", "")) |
	some manager in object.keys(input.server.wef.subscription_managers)
	some setting in split(manager, ",")
} if is_object(input.server.wef.subscription_managers)

_strangers := {name |
	some name in data.mdi.lib.mirroring.collectors
	not sprintf(data.mdi.tables.forwarding.manager, [name]) in _named
}

_open := {name |
	some name in data.mdi.lib.mirroring.collectors
	_answers(name)
}

_closed := {name |
	some name in data.mdi.lib.mirroring.collectors
	_answers(name) == false
}

_answers(name) := input.paths[sprintf("%s->%s", [input.subject.key, name])].ports["tcp/5985"].open
