# METADATA
# title: Audit entries add up
package mdi.lib.acl

# audited is the or of all success-audit masks for Everyone that reach objects of a class below the container: entries
# that are inherited by containers, for this class or for all, about the whole object.
audited(sacl, class) := bits_of([entry.mask |
	some entry in sacl
	entry.type == "audit"
	entry.sid == "S-1-1-0"
	entry.object_type == _all
	entry.inherited_object_type in {_all, class}
	bits.and(entry.flags, 2) != 0
	bits.and(entry.flags, 4) == 0
	bits.and(entry.flags, 64) != 0
])

# audited_here is the same for a container itself and everything below it, by one of the flags 64 success and 128 failure.
audited_here(sacl, flag) := bits_of([entry.mask |
	some entry in sacl
	entry.type == "audit"
	entry.sid == "S-1-1-0"
	entry.object_type == _all
	entry.inherited_object_type == _all
	bits.and(entry.flags, 2) != 0
	bits.and(entry.flags, 4) == 0
	bits.and(entry.flags, 8) == 0
	bits.and(entry.flags, flag) != 0
])

# sids are what an access check looks for: the account, its groups, and those of everybody who logs on.
sids(sid, member_of) := (object.keys(member_of) | {sid}) | data.mdi.tables.everybody.sids

# granted is the or of what a list allows some principals on the object itself.
granted(dacl, principals) := granted_about(dacl, principals, set())

# granted_about is the same for a right, a property or a property set: what entries about one of these allow, or about the
# whole object.
granted_about(dacl, principals, about) := _allowed([entry |
	some entry in dacl
	entry.sid in principals
	entry.object_type in (about | {_all})
	bits.and(entry.flags, 8) == 0
])

# granted_below is what they are allowed on objects of a class anywhere below a container. What is denied to the next level
# only is denied somewhere.
granted_below(dacl, principals, about, class) := _allowed([entry |
	some entry in dacl
	entry.sid in principals
	entry.object_type in (about | {_all})
	entry.inherited_object_type in {_all, class}
	bits.and(entry.flags, 2) != 0
	{entry.type == "allow", bits.and(entry.flags, 4) != 0} != {true}
])

# A bit is allowed when the first entry that has it allows it. An entry with a condition may refuse and never allows.
_allowed(entries) := bits_of([bit |
	some entry in entries
	entry.type == "allow"
	some i in numbers.range(0, 31)
	bit := bits.and(entry.mask, bits.lsh(1, i))
	not _denied(entries, entry, bit)
])

_denied(entries, allowing, bit) if {
	some entry in entries
	entry.type in {"deny", "callback_deny"}
	bits.and(entry.mask, bit) != 0
	_precedes(entry, allowing)
}

_precedes(denying, allowing) if denying.position < allowing.position

# Without places the order is the canonical one: what is inherited comes last, and refusals come first on either side.
_precedes(denying, allowing) if {
	not _placed(denying, allowing)
	bits.and(denying.flags, 16) <= bits.and(allowing.flags, 16)
}

_placed(x, y) if {
	is_number(x.position)
	is_number(y.position)
}

# Every bit once, however many masks have it.
bits_of(masks) := sum({bit |
	some i in numbers.range(0, 31)
	bit := bits.lsh(1, i)
	some mask in masks
	bits.and(mask, bit) != 0
})

_all := "00000000-0000-0000-0000-000000000000"
