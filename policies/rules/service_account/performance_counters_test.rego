package mdi.rules.service_account.performance_counters_test

import data.mdi.rules.service_account.performance_counters

_read(given) := [answer | answer := performance_counters.compliant with input as given]

_applies(given) := [answer | answer := performance_counters.applies with input as given]

_observed(given) := [answer | answer := performance_counters.observed with input as given]

_sid := "S-1-5-21-1004336348-1177238915-682003330-1119"

_base := {
	"subject": {"kind": "server", "key": "dc01.contoso.com"},
	"spec": {"dsa": {"accounts": {"mdisvc01$@contoso.com": {"serves": {"contoso.com": true}}}}},
	"server": {
		"domain": "contoso.com",
		"sensor_v2": {"installed": true, "log_symptoms": {"performance_counters_denied": true}},
		"local_groups": {"S-1-5-32-559": {_sid: true}},
	},
	"accounts": {"mdisvc01$@contoso.com": {"sid": _sid}},
}

test_complies if _read(_base) == [true]

test_does_not_comply if {
	_read(object.union(json.remove(_base, ["server/local_groups"]), {"server": {"local_groups": {"S-1-5-32-559": {}}}})) == [false]
	_read(object.union(_base, {"accounts": {"mdisvc01$@contoso.com": {"sid": "S-1-5-21-1-2-3-1130"}}})) == [false]
}

test_another_group if _read(object.union(json.remove(_base, ["server/local_groups"]), {"server": {"local_groups": {"S-1-5-32-558": {_sid: true}}}})) == []

test_was_not_read if {
	_read(json.remove(_base, ["server/local_groups"])) == []
	_read(json.remove(_base, ["accounts"])) == []
}

test_other_accounts_are_no_matter if _read(object.union(_base, {"accounts": {"alice@contoso.com": {"sid": "S-1-5-21-1-2-3-1131"}}})) == [true]

test_every_account_counts if {
	given := object.union(_base, {"spec": {"dsa": {"accounts": {"mdisvc02$@contoso.com": {"serves": {"contoso.com": true}}}}}})
	_read(given) == []
	_read(object.union(given, {"accounts": {"mdisvc02$@contoso.com": {"sid": "S-1-5-21-1-2-3-1130"}}})) == [false]
}

test_applies_with_the_symptom if {
	_applies(_base) == [true]
	_applies(object.union(_base, {"server": {"sensor_v2": {"log_symptoms": {"performance_counters_denied": false}}}})) == [false]
	_applies(json.remove(_base, ["server/sensor_v2/log_symptoms"])) == []
	_applies(json.remove(_base, ["server/sensor_v2/installed"])) == []
	_applies(json.remove(_base, ["server/domain"])) == []
}

test_before_the_sensor_there_is_no_log if _applies(object.union(json.remove(_base, ["server/sensor_v2/log_symptoms"]), {"server": {"sensor_v2": {"installed": false}}})) == [false]

test_no_managed_account if _applies(object.union(_base, {"server": {"domain": "fabrikam.com"}})) == [false]

test_shows_its_evidence if {
	_observed(_base) == [{_sid}]
	performance_counters.required == {"mdisvc01$@contoso.com": _sid} with input as _base
	performance_counters.required == {"mdisvc01$@contoso.com": "not read"} with input as json.remove(_base, ["accounts/mdisvc01$@contoso.com/sid"])
}
