package mdi.rules.vpn.accounting_arrives_test

import data.mdi.rules.vpn.accounting_arrives

_read(given) := [answer | answer := accounting_arrives.compliant with input as given]

_applies(given) := [answer | answer := accounting_arrives.applies with input as given]

_change(patch) := json.patch(_good, patch)

_good := {"path": {"class": "radius", "ports": {"udp/1813": {"open": true}}}, "server": {"firewall_local_rules_merged": true}, "spec": {"vpn": {"enabled": true}}}

_port := "/path/ports/udp~11813/open"

test_complies if _read(_good) == [true]

test_does_not_comply if _read(_change([{"op": "replace", "path": _port, "value": false}])) == [false]

test_was_not_read if _read(_change([{"op": "remove", "path": _port}])) == []

test_applies if _applies(_good) == [true]

test_a_policy_that_ignores_local_rules if _read(_change([{"op": "replace", "path": "/server/firewall_local_rules_merged", "value": false}])) == [false]

test_firewall_policy_was_not_read if _read(_change([{"op": "remove", "path": "/server/firewall_local_rules_merged"}])) == []

test_other_paths_do_not_apply if _applies({"path": {"class": "syslog"}}) == [false]

test_without_the_integration_nothing_is_sent if _applies(_change([{"op": "replace", "path": "/spec/vpn/enabled", "value": false}])) == [false]

test_an_unnamed_path_is_unknown if _applies(_change([{"op": "remove", "path": "/path/class"}])) == []

test_shows_its_evidence if {
	accounting_arrives.observed == {"udp/1813": true, "local firewall rules are honoured": true} with input as _good
	accounting_arrives.required == {"udp/1813": true, "local firewall rules are honoured": true} with input as _good
}
