# METADATA
# title: The row of the sizing table
package mdi.lib.capacity

# row is the consumption of a sensor at a packet rate; undefined above the highest rate that one sensor supports.
row(packets) := last if {
	packets >= 0
	packets <= data.mdi.tables.sizing.highest
	reached := [r | some r in data.mdi.tables.sizing.rows; packets >= r.from]
	last := reached[count(reached) - 1]
}
