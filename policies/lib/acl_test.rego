package mdi.lib.acl_test

import data.mdi.lib.acl

_class := "bf967aba-0de6-11d0-a285-00aa003049e2"

_all := "00000000-0000-0000-0000-000000000000"

# Flags of an entry: 1 to objects, 2 to containers, 4 no further, 8 inherited only, 16 inherited, 64 success, 128 failure.
_entry := {"type": "audit", "sid": "S-1-1-0", "mask": 48, "flags": 74, "object_type": _all, "inherited_object_type": _class}

_audited(changes) := acl.audited({"e": object.union(_entry, changes)}, _class)

test_an_entry_for_the_class_or_for_all_counts if {
	_audited({}) == 48
	_audited({"inherited_object_type": _all}) == 48
	_audited({"flags": 66}) == 48
	_audited({"flags": 67}) == 48
}

test_an_entry_that_misses_the_objects_does_not_count if {
	every changes in [
		{"type": "allow"}, {"sid": "S-1-5-11"}, {"object_type": _class},
		{"inherited_object_type": "bf967a9c-0de6-11d0-a285-00aa003049e2"},
		{"flags": 64}, {"flags": 65}, {"flags": 78}, {"flags": 10}, {"flags": 130}, {"flags": 11},
	] {
		_audited(changes) == 0
	}
}

test_entries_add_up_bit_by_bit if {
	acl.audited({"a": object.union(_entry, {"mask": 48}), "b": object.union(_entry, {"mask": 33})}, _class) == 49
	acl.audited({}, _class) == 0
}

_here(changes, flag) := acl.audited_here({"e": object.union(_entry, object.union({"inherited_object_type": _all, "flags": 66}, changes))}, flag)

test_a_container_itself_is_audited if {
	_here({}, 64) == 48
	_here({"flags": 67}, 64) == 48
	_here({"flags": 130}, 128) == 48
	_here({"flags": 194}, 128) == 48
}

test_an_entry_that_misses_the_container_does_not_count if {
	every changes in [
		{"type": "allow"}, {"sid": "S-1-5-11"}, {"object_type": _class}, {"inherited_object_type": _class},
		{"flags": 64}, {"flags": 65}, {"flags": 70}, {"flags": 74}, {"flags": 130},
	] {
		_here(changes, 64) == 0
	}
}

_granted(dacl) := acl.granted(dacl, {"S-1", "S-2"})

_allow := {"type": "allow", "sid": "S-1", "mask": 20, "flags": 0, "object_type": _all}

test_grants_of_any_principal_count_less_what_is_denied if {
	_granted({"a": _allow}) == 20
	_granted({"a": object.union(_allow, {"flags": 7})}) == 20
	_granted({"a": _allow, "b": object.union(_allow, {"sid": "S-2", "mask": 3})}) == 23
	_granted({"a": _allow, "b": object.union(_allow, {"sid": "S-2", "type": "deny", "mask": 16})}) == 4
	_granted({}) == 0
}

test_grants_elsewhere_do_not_count if {
	every changes in [{"type": "audit"}, {"sid": "S-3"}, {"object_type": _class}, {"flags": 8}, {"flags": 11}] {
		_granted({"a": object.union(_allow, changes)}) == 0
	}
}

test_a_mask_has_32_bits if {
	acl.bits_of([2147483648, 1]) == 2147483649
	acl.bits_of([4294967296]) == 0
}

_below(dacl) := acl.granted_below({name: object.union(entry, {"inherited_object_type": _class}) | some name, entry in dacl}, {"S-1"}, set(), _class)

test_grants_to_what_is_below if {
	every flags, mask in {"0": 0, "1": 0, "2": 20, "3": 20, "4": 0, "6": 0, "10": 20, "18": 20} {
		_below({"a": object.union(_allow, {"flags": to_number(flags)})}) == mask
	}
}

test_what_is_denied_below_at_all_is_denied if {
	every flags in [2, 6] {
		_below({"a": object.union(_allow, {"flags": 2}), "b": object.union(_allow, {"type": "deny", "mask": 16, "flags": flags})}) == 4
	}
}

test_every_bit_can_be_granted if _granted({"a": object.union(_allow, {"mask": 4294967295})}) == 4294967295

# What stands first wins; without an order what is inherited comes later.
test_denied_by_what_comes_first if {
	every c in [[{"position": 1}, {"position": 2}, 4], [{"position": 2}, {"position": 1}, 20], [{"flags": 16}, {}, 20], [{}, {"flags": 16}, 4], [{"flags": 17}, {"flags": 16}, 4], [{"flags": 1}, {}, 4], [{}, {"flags": 1}, 4]] {
		_granted({"a": object.union(_allow, c[1]), "b": object.union(object.union(_allow, {"type": "deny", "mask": 16}), c[0])}) == c[2]
	}
}
