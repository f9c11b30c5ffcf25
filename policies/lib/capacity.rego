# METADATA
# title: The row of the sizing table
package mdi.lib.capacity

# room writes out what is left of something and what is needed of it, so that a reader can add it up. The terms are objects
# with name and value, and with share where the value is a share of the first.
room(unit, terms, needed) := {
	"unit": unit,
	"terms": terms,
	"left": sum([term.value | some term in terms]),
	"needed": needed,
}

# row is the consumption of a sensor at a packet rate; undefined above the highest rate that one sensor supports.
row(packets) := last if {
	packets <= data.mdi.tables.sizing.highest
	reached := [r | some r in data.mdi.tables.sizing.rows; packets >= r.from]
	last := reached[count(reached) - 1]
}
