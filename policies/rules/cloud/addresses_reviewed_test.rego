package mdi.rules.cloud.addresses_reviewed_test

import data.mdi.rules.cloud.addresses_reviewed

_read(given) := [answer | answer := addresses_reviewed.compliant with input as given]

_applies(given) := [answer | answer := addresses_reviewed.applies with input as given]

_good := _given("2026-10-25T09:00:00Z", {"p": {"resolves_names": true}})

test_complies if _read(_good) == [true]

test_shows_its_evidence if {
	count([observed | observed := addresses_reviewed.observed with input as _good]) == 1
	count([required | required := addresses_reviewed.required with input as _good]) == 1
}

_given(reviewed, proxies) := {"run": {"now": "2026-11-24T09:00:00Z"}, "spec": {}, "network": {"ip_ranges_reviewed_at": reviewed, "proxies": proxies}}

test_does_not_comply if _read(_given("2026-10-25T08:59:59Z", {"p": {"resolves_names": true}})) == [false]

test_was_not_read if _read({"run": {"now": "2026-11-24T09:00:00Z"}, "spec": {}, "network": {"proxies": {"p": {"resolves_names": true}}}}) == []

test_shows_which_proxies if {
	{"p"} == addresses_reviewed.observed["proxies that pin addresses"] with input as _given("2026-10-25T09:00:00Z", {"p": {"resolves_names": true}, "q": {"resolves_names": false}})
}

test_applies_by_proxy if {
	_applies(_good) == [true]
	_applies(_given("2026-10-25T09:00:00Z", {"p": {"resolves_names": true}, "q": {}})) == [true]
}

test_applies_by_service_tag if _applies({"spec": {"connectivity": {"method": "service_tag"}}, "network": {"proxies": {"p": {"resolves_names": false}}}}) == [true]

test_nothing_is_pinned if {
	_applies({"spec": {"connectivity": {"method": "proxy"}}, "network": {"proxies": {"p": {"resolves_names": false}}}}) == [false]
	_applies({"spec": {}, "network": {"proxies": {}}}) == [false]
}

test_proxies_were_not_read if {
	_applies({"spec": {}, "network": {}}) == []
	_applies({"spec": {}, "network": {"proxies": {"p": {}, "q": {"resolves_names": false}}}}) == []
}

test_shows_evidence if {
	[observed | observed := addresses_reviewed.observed with input as _good] == [{"reviewed at": "2026-10-25T09:00:00Z", "proxies that pin addresses": {"p"}}]
	[required | required := addresses_reviewed.required with input as _good] == ["within 30 days"]
}
