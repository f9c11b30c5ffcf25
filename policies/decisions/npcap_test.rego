package mdi.decisions.npcap_test

import data.mdi.decisions.npcap

_choice(given) := [answer | answer := npcap.choice with input as given]

_reason(given) := text if text := concat(" ", npcap.reasons) with input as given

_none := {"server": {"winpcap_installed": false, "npcap": {"installed": false}, "nics": {"lan": {"teamed": false}}}}

_there := {"server": {
	"winpcap_installed": false,
	"npcap": {"installed": true, "version": "1.00", "loopback_support": false, "winpcap_compatible": true, "admin_only": false},
	"nics": {"lan": {"teamed": true}},
}}

_with(given, path, value) := json.patch(given, [{"op": "replace", "path": path, "value": value}])

test_winpcap_goes_first if {
	given := _with(_none, "/server/winpcap_installed", true)
	_choice(given) == ["remove_winpcap"]
	contains(_reason(given), "goes first")
}

test_winpcap_under_teamed_adapters_is_replaced if {
	given := _with(_there, "/server/winpcap_installed", true)
	_choice(given) == ["replace_winpcap"]
	contains(_reason(given), "takes its place")
}

test_one_teamed_adapter_is_enough if {
	given := {"server": {"winpcap_installed": true, "nics": {"a": {"teamed": false}, "b": {"teamed": true}}}}
	_choice(given) == ["replace_winpcap"]
	_choice(_with(given, "/server/nics/b/teamed", false)) == ["remove_winpcap"]
	_choice({"server": {"winpcap_installed": true}}) == []
	not npcap.reasons with input as {"server": {"winpcap_installed": true}}
}

test_setup_brings_its_own if {
	_choice(_none) == ["setup_installs"]
	contains(_reason(_none), "its own")
}

test_teamed_adapters_need_it_before if {
	given := _with(_none, "/server/nics/lan/teamed", true)
	_choice(given) == ["install_before"]
	contains(_reason(given), "teamed")
}

test_what_fits_stays if {
	_choice(_there) == ["keep"]
	_choice(_with(_there, "/server/npcap/version", "1.10")) == ["keep"]
	contains(_reason(_there), "needs")
}

test_what_does_not_fit_is_replaced if {
	every path, value in {
		"/server/npcap/version": "0.9984",
		"/server/npcap/loopback_support": true,
		"/server/npcap/winpcap_compatible": false,
		"/server/npcap/admin_only": true,
	} {
		_choice(_with(_there, path, value)) == ["upgrade"]
		contains(_reason(_with(_there, path, value)), "cannot use")
	}
}

test_unread_facts_leave_it_open if {
	every path in [
		"/server/winpcap_installed", "/server/npcap/installed", "/server/npcap/version",
		"/server/npcap/loopback_support", "/server/npcap/winpcap_compatible", "/server/npcap/admin_only",
	] {
		_choice(json.patch(_there, [{"op": "remove", "path": path}])) == []
	}
	not npcap.reasons with input as json.patch(_there, [{"op": "remove", "path": "/server/npcap/version"}])
	every path in ["/server/winpcap_installed", "/server/npcap/installed", "/server/nics", "/server/nics/lan/teamed"] {
		_choice(json.patch(_none, [{"op": "remove", "path": path}])) == []
	}
}
