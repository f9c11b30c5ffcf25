package mdi.lib.defender_hosts_test

import data.mdi.lib.defender_hosts

_needed(class) := [answer | answer := defender_hosts.needed with input as {"path": {"class": class, "to": "dns01"}}]

test_other_paths_are_not_for_defender if {
	_needed("sizing") == [false]
	defender_hosts.elsewhere with input as {"path": {"class": "sizing"}}
	not defender_hosts.elsewhere with input as {"path": {"class": "mde"}}
	not defender_hosts.elsewhere with input as {"path": {"class": "pki"}}
}

test_class_was_not_read if not defender_hosts.elsewhere with input as {"path": {}}
