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
]) if is_object(sacl)

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
]) if is_object(sacl)

# granted is the or of what a list allows some principals on the object itself, less what it denies any of them.
granted(dacl, principals) := bits.and(allowed, bits.negate(denied)) if {
	is_object(dacl)
	allowed := bits_of(_masks(dacl, principals, "allow"))
	denied := bits_of(_masks(dacl, principals, "deny"))
}

_masks(dacl, principals, kind) := [entry.mask |
	some entry in dacl
	entry.type == kind
	entry.sid in principals
	entry.object_type == _all
	bits.and(entry.flags, 8) == 0
]

# Every bit once, however many masks have it.
bits_of(masks) := sum({bit |
	some i in numbers.range(0, 31)
	bit := bits.lsh(1, i)
	some mask in masks
	bits.and(mask, bit) != 0
})

_all := "00000000-0000-0000-0000-000000000000"
