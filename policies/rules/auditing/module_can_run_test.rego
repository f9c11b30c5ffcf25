package mdi.rules.auditing.module_can_run_test

import data.mdi.rules.auditing.module_can_run

_read(patches) := [answer | answer := module_can_run.compliant with input as json.patch(_given, patches)]

_given := {
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"workstation": {
		"powershell_version": "4.0",
		"modules": {
			"activedirectory": "1.0.1.0",
			"grouppolicy": "1.0.0.0",
			"defenderforidentity": "1.0.0.4",
		},
	},
	"accounts": {
		"alice": {
			"duties": {
				"change_audit_policy": true,
			},
			"member_of": {
				"S-1-5-21-1004336348-1177238915-682003330-512": true,
			},
		},
		"bob": {
			"duties": {
				"change_audit_policy": false,
			},
		},
		"svc": {},
	},
	"paths": {
		"p": {
			"class": "adws",
			"ports": {
				"tcp/9389": {
					"open": true,
				},
			},
		},
		"q": {
			"class": "dns",
			"ports": {},
		},
	},
}

test_complies if _read([]) == [true]

test_older_powershell if _read([{"op": "add", "path": "/workstation/powershell_version", "value": "3.9"}]) == [false]

test_newer_powershell if _read([{"op": "add", "path": "/workstation/powershell_version", "value": "5.1.20348.2582"}]) == [true]

test_powershell_not_read if _read([{"op": "remove", "path": "/workstation/powershell_version"}]) == []

test_without_activedirectory if _read([{"op": "remove", "path": "/workstation/modules/activedirectory"}]) == [false]

test_without_grouppolicy if _read([{"op": "remove", "path": "/workstation/modules/grouppolicy"}]) == [false]

test_without_defenderforidentity if _read([{"op": "remove", "path": "/workstation/modules/defenderforidentity"}]) == [false]

test_older_module if _read([{"op": "add", "path": "/workstation/modules/defenderforidentity", "value": "1.0.0.3"}]) == [false]

test_newer_module if _read([{"op": "add", "path": "/workstation/modules/defenderforidentity", "value": "1.0.0.10"}]) == [true]

test_modules_not_read if _read([{"op": "remove", "path": "/workstation/modules"}]) == []

test_operator_without_rights if _read([{"op": "add", "path": "/accounts/alice/member_of", "value": {"S-1-5-21-1004336348-1177238915-682003330-513": true, "S-1-5-21-1004336348-1177238915-682003330-1512": true}}]) == [false]

test_nobody_has_the_duty if _read([{"op": "add", "path": "/accounts/alice/duties/change_audit_policy", "value": false}]) == [false]

test_groups_of_the_operator_not_read if _read([{"op": "remove", "path": "/accounts/alice/member_of"}]) == []

test_another_operator_without_rights if _read([
	{"op": "add", "path": "/accounts/bob/duties/change_audit_policy", "value": true},
	{"op": "add", "path": "/accounts/bob/member_of", "value": {}},
]) == [true]

test_rights_without_the_duty if _read([
	{"op": "add", "path": "/accounts/alice/duties/change_audit_policy", "value": false},
	{"op": "add", "path": "/accounts/bob/member_of", "value": {"S-1-5-21-1004336348-1177238915-682003330-512": true}},
]) == [false]

test_whether_bob_has_the_duty_not_stated if _read([
	{"op": "add", "path": "/accounts/alice/duties/change_audit_policy", "value": false},
	{"op": "add", "path": "/accounts/bob/duties", "value": {"respond": true}},
]) == []

test_accounts_not_read if _read([{"op": "remove", "path": "/accounts"}]) == []

test_duties_not_stated if _read([
	{"op": "remove", "path": "/accounts/alice"},
	{"op": "remove", "path": "/accounts/bob"},
]) == []

test_service_shut if _read([{"op": "add", "path": "/paths/p/ports/tcp~19389/open", "value": false}]) == [false]

test_one_of_two_services_shut if _read([{"op": "add", "path": "/paths/r", "value": {"class": "adws", "ports": {"tcp/9389": {"open": false}}}}]) == [false]

test_service_not_tried if _read([{"op": "add", "path": "/paths/p/ports", "value": {}}]) == []

test_no_service_known if _read([{"op": "remove", "path": "/paths/p"}]) == []

test_a_path_without_class if _read([{"op": "remove", "path": "/paths/q/class"}]) == []

test_groups_without_a_duty_tell_nothing if _read([
	{"op": "add", "path": "/accounts/alice/duties/change_audit_policy", "value": false},
	{"op": "add", "path": "/accounts/bob", "value": {"duties": {"respond": true}, "member_of": {}}},
]) == []

test_was_not_read if [answer | answer := module_can_run.compliant with input as {"run": _given.run, "spec": {}}] == []

test_shows_its_evidence if {
	count([observed | observed := module_can_run.observed with input as _given]) == 1
	count([required | required := module_can_run.required with input as _given]) == 1
}

# Sets are compared as lists.
_same(a, b) if json.marshal(a) == json.marshal(b)

test_shows_observed if {
	got := module_can_run.observed with input as _given
	_same(got, {"powershell": "4.0", "missing modules": set(), "operators": {"alice"}, "unreachable": set()})
}

test_shows_required if {
	got := module_can_run.required with input as _given
	_same(got, {"powershell": "4.0", "missing modules": set(), "operators": "a domain administrator", "unreachable": set()})
}

test_the_only_one_with_duties_has_no_rights if _read([
	{"op": "add", "path": "/accounts/alice/member_of", "value": {}},
	{"op": "remove", "path": "/accounts/bob"},
]) == [false]

test_shut_for_something_else if _read([{"op": "add", "path": "/paths/q/ports", "value": {"tcp/9389": {"open": false}}}]) == [true]
