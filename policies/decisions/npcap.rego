# METADATA
# title: What happens to the capture driver of a server
# description: The classic sensor needs Npcap with certain options, and setup brings it only where there is none.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/install-sensor
# custom:
#   id: D10
#   subject: sensor
#   generations: [v2, sa]
#   decides: [MDI-NPCAP-001, MDI-NPCAP-002, MDI-NPCAP-003, MDI-NPCAP-004]
package mdi.decisions.npcap

choice := "replace_winpcap" if _winpcap_and_teamed

else := "remove_winpcap" if _winpcap_and_not_teamed

else := "setup_installs" if _none_and_not_teamed

else := "install_before" if _none_and_teamed

else := "keep" if _fits

else := "upgrade" if {
	input.server.winpcap_installed == false
	_told
}

reasons := ["WinPcap cannot capture teamed adapters: it goes, and Npcap takes its place before the sensor comes."] if _winpcap_and_teamed

else := ["WinPcap cannot stand beside Npcap; it goes first."] if _winpcap_and_not_teamed

else := ["There is no capture driver; setup brings its own."] if _none_and_not_teamed

else := ["Adapters are teamed: Npcap has to be there before the sensor is."] if _none_and_teamed

else := ["Npcap has the version and the options that the sensor needs."] if _fits

else := ["Npcap is there with a version or options that the sensor cannot use."] if _told

_fits if {
	input.server.winpcap_installed == false
	_told
	data.mdi.lib.versions.at_least(input.server.npcap.version, data.mdi.tables.npcap.version)
	_options == data.mdi.tables.npcap.options
}

_told if {
	input.server.npcap.installed
	is_string(input.server.npcap.version)
	is_object(_options)
}

_options := {option: input.server.npcap[option] | some option in object.keys(data.mdi.tables.npcap.options)} if {
	every option in object.keys(data.mdi.tables.npcap.options) {
		is_boolean(input.server.npcap[option])
	}
}

_winpcap_and_teamed if {
	input.server.winpcap_installed
	_teamed
}

_winpcap_and_not_teamed if {
	input.server.winpcap_installed
	_not_teamed
}

_none_and_teamed if {
	_none
	_teamed
}

_none_and_not_teamed if {
	_none
	_not_teamed
}

_teamed if {
	some name in object.keys(input.server.nics)
	input.server.nics[name].teamed
}

_not_teamed if {
	every name in object.keys(input.server.nics) {
		input.server.nics[name].teamed == false
	}
}

_none if {
	input.server.winpcap_installed == false
	input.server.npcap.installed == false
}
