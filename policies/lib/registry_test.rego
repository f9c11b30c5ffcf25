package mdi.lib.registry_test

import data.mdi.lib.registry

_dword(entry) := [answer | answer := registry.dword(entry)]

test_only_a_present_dword_has_a_number if {
	_dword({"present": true, "type": "dword", "value": 7}) == [7]
	_dword({"present": true, "type": "string", "value": 7}) == ["string instead of dword"]
	_dword({"present": false}) == ["not present"]
	_dword({"type": "dword", "value": 7}) == []
	_dword({"type": "string", "value": 7}) == []
	_dword({}) == []
}
