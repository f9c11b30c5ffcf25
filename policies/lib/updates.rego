# METADATA
# title: The Windows updates that sensors need
package mdi.lib.updates

# v3_floor is the month of the oldest cumulative update that v3 takes by the rules of a day; undefined before the first.
v3_floor(day) := data.mdi.tables.operating_systems.v3.lcu_floor if day >= data.mdi.tables.operating_systems.v3.lcu_floor_since

v3_floor(day) := months[count(months) - 1] if {
	day < data.mdi.tables.operating_systems.v3.lcu_floor_since
	months := [floor.month | some floor in data.mdi.tables.operating_systems.v3.lcu_floors_before; floor.since <= day]
}
