package mdi.rules.sensor_v3.service_tags_test

import data.mdi.rules.sensor_v3.service_tags

_read(given) := [answer | answer := service_tags.compliant with input as given]

_applies(given) := [answer | answer := service_tags.applies with input as given]

_change(patch) := json.patch(_good, patch)

_good := {
	"spec": {"connectivity": {"method": "service_tag"}},
	"network": {"service_tags": {"MicrosoftDefenderForEndpoint": true, "OneDsCollector": true, "AzureAdvancedThreatProtection": true}},
}

test_complies if _read(_good) == [true]

test_one_tag_is_not_enough if {
	_read(_change([{"op": "remove", "path": "/network/service_tags/MicrosoftDefenderForEndpoint"}])) == [false]
	_read(_change([{"op": "remove", "path": "/network/service_tags/OneDsCollector"}])) == [false]
}

test_was_not_read if _read(_change([{"op": "remove", "path": "/network/service_tags"}])) == []

test_applies_to_filters_by_address if {
	_applies(_good) == [true]
	_applies(_change([{"op": "replace", "path": "/spec/connectivity/method", "value": "proxy"}])) == [false]
	_applies({"spec": {}}) == []
}

test_shows_its_evidence if {
	service_tags.observed == {"MicrosoftDefenderForEndpoint", "OneDsCollector", "AzureAdvancedThreatProtection"} with input as _good
	service_tags.required == {"MicrosoftDefenderForEndpoint", "OneDsCollector"} with input as _good
}
