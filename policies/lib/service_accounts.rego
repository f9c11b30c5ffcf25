# METADATA
# title: Directory service accounts and the server at hand
package mdi.lib.service_accounts

# serving are the accounts of the spec that are meant for the domain of the server.
serving := {name |
	some name in object.keys(input.spec.dsa.accounts)
	input.spec.dsa.accounts[name].serves[input.server.domain]
}

# known are those of which it was read who they are.
known := {name |
	some name in serving
	is_string(input.accounts[name].sid)
	is_object(input.accounts[name].member_of)
}

# sids are what an access check looks for in the name of an account.
sids(name) := data.mdi.lib.acl.sids(input.accounts[name].sid, input.accounts[name].member_of)
