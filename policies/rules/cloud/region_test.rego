package mdi.rules.cloud.region_test

import data.mdi.rules.cloud.region

_read(given) := [answer | answer := region.compliant with input as given]

_applies(given) := [answer | answer := region.applies with input as given]

_good := _created("Europe")

test_complies if _read(_good) == [true]

test_shows_its_evidence if {
	count([observed | observed := region.observed with input as _good]) == 1
	count([required | required := region.required with input as _good]) == 1
}

_spec(accepted) := {"workspace": {"expected_geography": "Europe", "region_accepted": accepted}}

_created(geography) := {"spec": _spec(false), "tenant": {"country": "US"}, "workspace": {"exists": true, "geolocation": geography}}

_planned(country, accepted) := {"spec": _spec(accepted), "tenant": {"country": country}, "workspace": {"exists": false}}

test_does_not_comply if _read(_created("UK")) == [false]

test_was_not_read if _read({"spec": _spec(true)}) == []

test_without_case if _read(_created("EUROPE")) == [true]

test_before_the_workspace if {
	_read(_planned("DE", false)) == [true]
	_read(_planned("de", false)) == [true]
	_read(_planned("US", false)) == [false]
}

test_acceptance_does_not_move_data if {
	_read(_planned("US", true)) == [false]
	_read(_planned("us", true)) == [false]
	_read(object.union(_created("UK"), {"spec": _spec(true)})) == [false]
}

test_a_country_that_is_not_documented if {
	_read(_planned("BR", true)) == [true]
	_read(_planned("BR", false)) == []
}

test_not_documented_shows_its_evidence if {
	[observed | observed := region.observed with input as _planned("BR", true)] == [{"workspace": false, "geography": "of BR, not documented"}]
}

test_countries if every geography, countries in _countries {
	every country in countries {
		given := object.union(_planned(country, false), {"spec": {"workspace": {"expected_geography": geography}}})
		_read(given) == [true]
	}
}

_countries := {
	"Asia": ["SG"],
	"Australia": ["AU", "NZ"],
	"Europe": ["AT", "BE", "DE", "DK", "ES", "FI", "FR", "IE", "IT", "LU", "NL", "PL", "PT", "SE"],
	"India": ["IN"],
	"North America": ["CA", "US"],
	"Switzerland": ["CH"],
	"UAE": ["AE"],
	"UK": ["GB"],
}

test_geography_was_not_read if _read({"spec": _spec(true), "tenant": {"country": "DE"}, "workspace": {"exists": true}}) == []

test_country_was_not_read if _read({"spec": _spec(true), "tenant": {}, "workspace": {"exists": false}}) == []

test_existence_was_not_read if _read({"spec": _spec(true), "tenant": {"country": "BR"}, "workspace": {}}) == []

test_applies if {
	_applies(_good) == [true]
	_applies({"spec": {"workspace": {"region_accepted": true}}}) == [false]
	_applies({"spec": {}}) == [false]
}

test_geography_of_nobody_knows_what if _read({"spec": _spec(true), "tenant": {"country": "BR"}, "workspace": {"geolocation": "Europe"}}) == []
