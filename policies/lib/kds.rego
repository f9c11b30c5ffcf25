# METADATA
# title: KDS root keys
package mdi.lib.kds

# ready says whether passwords of group managed accounts can be made: a key is in effect, and every controller has had the
# time to receive it.
ready := count(_usable) > 0 if {
	is_object(input.forest.kds_root_keys)
	is_number(input.forest.dc_count)
	count(read) == count(input.forest.kds_root_keys)
}

# read are the keys of which both times are known.
read := {id |
	some id in object.keys(input.forest.kds_root_keys)
	is_string(input.forest.kds_root_keys[id].created_at)
	is_string(input.forest.kds_root_keys[id].effective_at)
}

_usable := {id |
	some id in read
	time.parse_rfc3339_ns(input.forest.kds_root_keys[id].effective_at) <= time.parse_rfc3339_ns(input.run.now)
	_settled(id)
}

_settled(_) if input.forest.dc_count == 1

_settled(id) if _age(id) >= _wait

_age(id) := time.parse_rfc3339_ns(input.run.now) - time.parse_rfc3339_ns(input.forest.kds_root_keys[id].created_at)

_wait := data.mdi.tables.service_accounts.kds_wait_seconds.value * 1000000000
