# METADATA
# title: The sizing host can reach and measure every domain controller
# description: A controller that the sizing tool cannot read is missing from its report, and nobody notices a line that is not there.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning
# custom:
#   id: MDI-CAP-013
#   subject: deployment
#   severity: info
#   generations: [v2, sa]
#   roles: [dc, rodc]
#   profiles: [classic-2023, v2-current]
#   basis: tool
#   remediation: []
package mdi.rules.capacity.sizing_host

observed["domain_joined"] := input.workstation.domain_joined

observed["dotnet_release"] := input.workstation.dotnet_release

observed["controllers"] := count(_controllers)

observed["shut"] := _shut

required := {"domain_joined": true, "dotnet_release": data.mdi.tables.sizing_tool.dotnet_release, "open": data.mdi.tables.sizing_tool.ports}

compliant := {
	input.workstation.domain_joined,
	input.workstation.dotnet_release >= data.mdi.tables.sizing_tool.dotnet_release,
	count(_shut) == 0,
} == {true} if {
	count(_classed) == count(input.paths)
	count(_told) == count(input.servers)
	count(_controllers - _tried) == 0
}

compliant := false if count(_shut) > 0

_told := {name |
	some name in object.keys(input.servers)
	is_boolean(input.servers[name].roles.dc)
	is_boolean(input.servers[name].roles.rodc)
}

_controllers := {name |
	some name in _told
	true in {input.servers[name].roles.dc, input.servers[name].roles.rodc}
}

_classed := {name |
	some name in object.keys(input.paths)
	is_string(input.paths[name].class)
	is_string(input.paths[name].to)
}

_paths := {name |
	some name in object.keys(input.paths)
	input.paths[name].class == "sizing"
}

# Controllers of which every port was tried.
_tried := {input.paths[name].to |
	some name in _paths
	told := {port |
		some port in data.mdi.tables.sizing_tool.ports
		is_boolean(input.paths[name].ports[port].open)
	}
	told == data.mdi.tables.sizing_tool.ports
}

_shut := {sprintf("%s %s", [input.paths[name].to, port]) |
	some name in _paths
	some port in data.mdi.tables.sizing_tool.ports
	input.paths[name].ports[port].open == false
}
