package mdi.decisions.installation_test

import data.mdi.decisions.installation

_choice(given) := [answer | answer := installation.choice with input as given]

_reason(given) := text if text := concat(" ", installation.reasons) with input as given

_warning(given) := text if text := concat(" ", installation.warnings) with input as given

_on(type, sensor) := {"server": {"install_type": type}, "spec": {"sensor": sensor}}

test_server_core_has_no_wizard if {
	_choice(_on("server_core", {})) == ["silent"]
	contains(_reason(_on("server_core", {})), "Server Core")
}

test_default_is_silent if {
	_choice(_on("desktop_experience", {})) == ["silent"]
	contains(_reason(_on("desktop_experience", {})), "log")
	_warning(_on("desktop_experience", {})) == ""
}

test_spec_decides if {
	_choice(_on("desktop_experience", {"unattended": false})) == ["wizard"]
	_choice(_on("desktop_experience", {"unattended": true})) == ["silent"]
	contains(_reason(_on("server_core", {"unattended": true})), "asks")
	_warning(_on("desktop_experience", {"unattended": false})) == ""
}

test_a_wizard_on_server_core_is_warned_about if {
	contains(_warning(_on("server_core", {"unattended": false})), "no desktop")
	_warning(_on("server_core", {"unattended": true})) == ""
}

test_an_unread_type_does_not_matter if _choice({"server": {}, "spec": {"sensor": {}}}) == ["silent"]
