# METADATA
# title: Numbers that an estate may override
# description: A parameter has its value in the tables; block parameter of the spec replaces it within the stated bounds.
package mdi.lib.parameters

# value is the override of the spec, or else the number of the table. An override outside its bounds counts for nothing.
value(name) := overridden if {
	overridden := data.mdi.overrides[name]
	row := data.mdi.tables.parameters[name]
	overridden >= row.min
	overridden <= row.max
} else := data.mdi.tables.parameters[name].value
