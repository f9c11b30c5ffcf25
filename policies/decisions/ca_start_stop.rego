# METADATA
# title: Whether start and stop of a certification authority are audited
# description: With this part of the filter the service reads its whole database at every start, which takes long where it is large.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: D14
#   subject: server
#   generations: [v2, v3]
#   roles: [adcs]
#   decides: [MDI-AUD-304]
package mdi.decisions.ca_start_stop

asked := input.spec.auditing.ca_start_stop

choice := "audited" if asked

else := "left_out" if asked == false

# Whoever leaves it out takes the warnings of Microsoft's own checks, and has to say so.
else := "audited" if is_number(input.server.ca.database_rows)

reasons := ["The spec asks for it."] if is_boolean(asked)

else := ["Leaving it out is a choice that the spec has to make."] if input.server.ca.database_rows > _large

else := [sprintf("The database has %d rows, which does not delay the service.", [input.server.ca.database_rows])]

warnings := [sprintf("The database has %d rows: the service starts slowly with this part of the filter; prune it, or say ca_start_stop = false.", [input.server.ca.database_rows])] if {
	choice == "audited"
	input.server.ca.database_rows > _large
}

else := ["Checks of Microsoft ask for the whole filter and will name this authority."] if {
	some way in ["left_out"]
	choice == way
}

else := []

_large := data.mdi.lib.parameters.value("ca.large_database")
