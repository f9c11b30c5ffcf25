package mdi.rules.certificates.commercial_root_test

import data.mdi.rules.certificates.commercial_root

_read(given) := [answer | answer := commercial_root.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"tenant": {
		"cloud": "commercial",
	},
	"server": {
		"root_certificates": {
			"df3c24f9bfd666761b268073fe06d1cc8d4f82a4": {
				"present": true,
			},
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
	"tenant": {
		"cloud": "commercial",
	},
	"server": {
		"root_certificates": {
			"df3c24f9bfd666761b268073fe06d1cc8d4f82a4": {
				"present": false,
			},
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
}) == []

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v2-current",
		},
		"spec": {},
		"tenant": {
			"cloud": "commercial",
		},
		"server": {
			"root_certificates": {
				"df3c24f9bfd666761b268073fe06d1cc8d4f82a4": {
					"present": true,
				},
			},
		},
	}
	count([observed | observed := commercial_root.observed with input as given]) == 1
	count([required | required := commercial_root.required with input as given]) == 1
}

_applies(given) := [answer | answer := commercial_root.applies with input as given]

test_applies_to_commercial_clouds if {
	every c in [
		[{"tenant": {"cloud": "commercial"}}, [true]],
		[{"tenant": {"cloud": "gcc"}}, [false]],
		[{"tenant": {"cloud": "gcc_high"}}, [false]],
		[{"tenant": {"cloud": "dod"}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}
