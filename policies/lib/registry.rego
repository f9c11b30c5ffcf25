# METADATA
# title: Registry values
package mdi.lib.registry

# dword is the number of a REG_DWORD, or what stands in its place: a value of another type is not read by Windows.
dword(entry) := entry.value if {
	entry.present
	entry.type == "dword"
}

dword(entry) := "not present" if entry.present == false

dword(entry) := sprintf("%s instead of dword", [entry.type]) if {
	entry.present
	entry.type != "dword"
}

# told says that dword has an answer for every value of a map.
told(entries) if count({name | some name, entry in entries; dword(entry) != null}) == count(entries)
