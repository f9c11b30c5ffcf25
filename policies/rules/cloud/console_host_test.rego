package mdi.rules.cloud.console_host_test

import data.mdi.rules.cloud.console_host

_read(given) := [answer | answer := console_host.compliant with input as given]

_applies(given) := [answer | answer := console_host.applies with input as given]

_good := _given({"*.atp.azure.com": true})

test_complies if _read(_good) == [true]

test_shows_its_evidence if {
	count([observed | observed := console_host.observed with input as _good]) == 1
	count([required | required := console_host.required with input as _good]) == 1
}

_given(allowlist) := {"tenant": {"cloud": "commercial"}, "workspace": {"name": "Contoso-Corp"}, "network": {"allowlist_in_use": true, "allowlist": allowlist}}

test_does_not_comply if _read(_given({"contoso-corpsensorapi.atp.azure.com": true})) == [false]

test_was_not_read if _read({"tenant": {"cloud": "commercial"}}) == []

test_shows_the_host if {
	host := console_host.required with input as _good
	host == "contoso-corp.atp.azure.com"
}

test_by_name if _read(_given({"contoso-corp.atp.azure.com": true})) == [true]

test_of_another_workspace if _read(_given({"fabrikam.atp.azure.com": true})) == [false]

test_nothing_is_allowed if _read(_given({})) == [false]

test_list_not_in_use if _read({"network": {"allowlist_in_use": false}}) == [true]

test_list_was_not_read if _read(json.remove(_good, ["/network/allowlist"])) == []

test_use_was_not_read if _read(json.remove(_good, ["/network/allowlist_in_use"])) == []

test_name_was_not_read if _read(json.remove(_good, ["/workspace/name"])) == []

test_applies if {
	_applies(_good) == [true]
	_applies({"tenant": {"cloud": "gcc_high"}}) == [false]
	_applies({"tenant": {}}) == []
}

test_shows_evidence if [observed | observed := console_host.observed with input as _good] == [{"allow-list": true, "holds": {"*.atp.azure.com"}}]
