# METADATA
# title: Which KDS root keys of the forest at hand are in effect everywhere
package mdi.lib.kds

# told are the keys whose dates are known; in_effect are those that every controller can use: effective, and old enough to
# have reached all controllers where there are several.
told := {id |
	some id in object.keys(input.forest.kds_root_keys)
	is_string(input.forest.kds_root_keys[id].created_at)
	is_string(input.forest.kds_root_keys[id].effective_at)
}

in_effect := {id |
	some id in object.keys(input.forest.kds_root_keys)
	time.parse_rfc3339_ns(input.forest.kds_root_keys[id].effective_at) <= time.parse_rfc3339_ns(input.run.now)
	_settled(id)
} if {
	is_number(input.forest.dc_count)
	count(told) == count(input.forest.kds_root_keys)
}

# ready says whether passwords of group managed accounts can be made by now.
ready := count(in_effect) > 0

# age is in nanoseconds, and so is wait, the time that a key takes to reach every controller.
age(id) := time.parse_rfc3339_ns(input.run.now) - time.parse_rfc3339_ns(input.forest.kds_root_keys[id].created_at)

wait := data.mdi.tables.service_accounts.kds_wait_seconds.value * 1000000000

_settled(_) if input.forest.dc_count == 1

_settled(id) if age(id) >= wait
