# METADATA
# title: No two registered gMSAs share a name
# description: Two managed accounts of one name are told apart by nobody who reads a log or a list.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa
# custom:
#   id: MDI-DSA-029
#   subject: workspace
#   severity: low
#   generations: [v2, sa]
#   profiles: [v2-current]
#   basis: documented
#   remediation: [domain.create_gmsa]
package mdi.rules.service_account.names_differ

observed := {name: entries |
	some name in {name | some name in _names}
	entries := {entry | some entry, other in _names; other == name}
	count(entries) > 1
}

required := "a name of its own for every gMSA"

compliant := count(observed) == 0 if count(_told) == count(input.workspace.dsa_entries)

_told := {entry |
	some entry in object.keys(input.workspace.dsa_entries)
	is_string(input.workspace.dsa_entries[entry].account_name)
	is_string(input.workspace.dsa_entries[entry].type)
}

# With the dollar sign or without, and in any case, it is the same name.
_names := {entry: trim_suffix(lower(input.workspace.dsa_entries[entry].account_name), "$") |
	some entry in object.keys(input.workspace.dsa_entries)
	input.workspace.dsa_entries[entry].type == "gmsa"
}
