package mdi.rules.certificates.chain_is_microsofts_test

import data.mdi.rules.certificates.chain_is_microsofts

_read(given) := [answer | answer := chain_is_microsofts.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"tenant": {"cloud": "commercial"},
	"path": {
		"class": "sensor_api",
		"tls": {
			"issuer": "CN=Microsoft Azure TLS Issuing CA 01",
			"root_thumbprint": "df3c24f9bfd666761b268073fe06d1cc8d4f82a4",
		},
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"tenant": {"cloud": "commercial"},
	"path": {
		"class": "sensor_api",
		"tls": {
			"issuer": "CN=Contoso Proxy CA",
			"root_thumbprint": "df3c24f9bfd666761b268073fe06d1cc8d4f82a4",
		},
	},
}) == [false]

test_was_not_read if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"tenant": {"cloud": "commercial"},
}) == []

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v2-current",
		},
		"spec": {},
		"tenant": {"cloud": "commercial"},
		"path": {
			"class": "sensor_api",
			"tls": {
				"issuer": "CN=Microsoft Azure TLS Issuing CA 01",
				"root_thumbprint": "df3c24f9bfd666761b268073fe06d1cc8d4f82a4",
			},
		},
	}
	[observed | observed := chain_is_microsofts.observed with input as given] == [{"issuer": "CN=Microsoft Azure TLS Issuing CA 01", "root": "df3c24f9bfd666761b268073fe06d1cc8d4f82a4"}]
	[required | required := chain_is_microsofts.required with input as given] == [{"issuer": "CN=Microsoft Azure TLS Issuing CA", "root": {"df3c24f9bfd666761b268073fe06d1cc8d4f82a4"}}]
}

test_another_root if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"tenant": {"cloud": "commercial"},
	"path": {
		"class": "sensor_api",
		"tls": {
			"issuer": "CN=Microsoft Azure TLS Issuing CA 01",
			"root_thumbprint": "0000000000000000000000000000000000000000",
		},
	},
}) == [false]

_applies(given) := [answer | answer := chain_is_microsofts.applies with input as given]

test_applies_to_paths_to_the_service if {
	every c in [
		[{"path": {"class": "sensor_api"}}, [true]],
		[{"path": {"class": "dns"}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}

_of(cloud, root) := _read({
	"run": {"now": "2026-11-24T09:00:00Z", "policy_date": "2026-11-24", "profile": "v2-current"},
	"spec": {},
	"tenant": {"cloud": cloud},
	"path": {"class": "sensor_api", "tls": {"issuer": "CN=Microsoft Azure TLS Issuing CA 01", "root_thumbprint": root}},
})

test_the_root_is_one_of_the_cloud if {
	every c in [
		["commercial", "df3c24f9bfd666761b268073fe06d1cc8d4f82a4", [true]],
		["commercial", "a8985d3a65e5e5c4b2d7d66d40c6dd2fb19c5436", [false]],
		["gcc", "df3c24f9bfd666761b268073fe06d1cc8d4f82a4", [true]],
		["gcc", "a8985d3a65e5e5c4b2d7d66d40c6dd2fb19c5436", [true]],
		["gcc_high", "df3c24f9bfd666761b268073fe06d1cc8d4f82a4", [true]],
		["gcc_high", "a8985d3a65e5e5c4b2d7d66d40c6dd2fb19c5436", [true]],
		["dod", "df3c24f9bfd666761b268073fe06d1cc8d4f82a4", [true]],
		["dod", "a8985d3a65e5e5c4b2d7d66d40c6dd2fb19c5436", [true]],
		["dod", "0000000000000000000000000000000000000000", [false]],
		["other", "df3c24f9bfd666761b268073fe06d1cc8d4f82a4", []],
	] {
		_of(c[0], c[1]) == c[2]
	}
}
