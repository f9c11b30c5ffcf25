# METADATA
# title: The administration workstation can run the PowerShell module
# description: Without its modules, the web service of a controller or somebody to run it, every policy object is made by hand.
# related_resources:
# - ref: https://learn.microsoft.com/powershell/module/defenderforidentity
# custom:
#   id: MDI-AUD-020
#   subject: deployment
#   severity: medium
#   generations: [v2, v3, sa]
#   profiles: [v2-current, v3-current]
#   basis: tool
#   remediation: [tooling.install_module]
package mdi.rules.auditing.module_can_run

observed["powershell"] := input.workstation.powershell_version

observed["missing modules"] := _lacking

observed["operators"] := _operators

observed["unreachable"] := _closed

required := {
	"powershell": data.mdi.tables.administration.powershell_version,
	"missing modules": set(),
	"operators": "a domain administrator",
	"unreachable": set(),
}

compliant := false if true in _faults

compliant if {
	_faults == {false}
	is_string(input.workstation.powershell_version)
	is_object(input.workstation.modules)
	is_boolean(_operated)
	count(_classed) == count(input.paths)
	count(_services) > 0
	count(_tried) == count(_services)
}

_faults contains data.mdi.lib.versions.at_least(input.workstation.powershell_version, data.mdi.tables.administration.powershell_version) == false

_faults contains count(_lacking) > 0

_faults contains _operated == false

_faults contains count(_closed) > 0

_lacking contains name if {
	some name in data.mdi.tables.administration.modules
	not name in object.keys(input.workstation.modules)
}

_lacking contains data.mdi.tables.administration.own_module if {
	version := object.get(input.workstation.modules, data.mdi.tables.administration.own_module, "0")
	not data.mdi.lib.versions.at_least(version, data.mdi.tables.administration.own_module_version)
}

# One who may change policy objects is enough.
_operated if count(_operators) > 0

_operated := false if {
	count(_busy) > 0
	count(_operators) == 0
	count(_told) == count(_busy)
}

_busy := {name |
	some name in object.keys(input.accounts)
	is_object(input.accounts[name].duties)
}

_told contains name if {
	some name in _busy
	input.accounts[name].duties.change_audit_policy == false
}

_told contains name if {
	some name in _busy
	input.accounts[name].duties.change_audit_policy
	is_object(input.accounts[name].member_of)
}

_operators := {name |
	some name in _told
	input.accounts[name].duties.change_audit_policy
	some sid in object.keys(input.accounts[name].member_of)
	regex.match(`^S-1-5-21-[0-9-]+-512$`, sid)
}

_classed := {name |
	some name in object.keys(input.paths)
	is_string(input.paths[name].class)
}

# Active Directory Web Services of the controllers that were tried.
_services := {name |
	some name in _classed
	input.paths[name].class == "adws"
}

_tried := {name |
	some name in _services
	is_boolean(input.paths[name].ports["tcp/9389"].open)
}

_closed := {name |
	some name in _tried
	not input.paths[name].ports["tcp/9389"].open
}
