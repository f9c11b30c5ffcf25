# METADATA
# title: Dotted versions, compared number by number
package mdi.lib.versions

at_least(version, floor) := _numbers(version) >= _numbers(floor)

# Arrays compare element by element, and a shorter one that agrees so far is the smaller.
_numbers(version) := [to_number(part) | some part in split(version, ".")]
