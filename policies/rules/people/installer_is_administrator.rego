# METADATA
# title: Whoever installs the v2 sensor is local administrator of the server
# description: Setup runs elevated; whoever may not do that on the server learns it in the change window.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/install-sensor
# custom:
#   id: MDI-ROLE-010
#   subject: server
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: []
package mdi.rules.people.installer_is_administrator

# Where nobody is named who installs, there is nobody to ask about.
applies if count(_installers) > 0

applies := false if {
	is_object(input.accounts)
	count(_installers) == 0
	count(_told) == count(_operators)
}

observed := {name: _administrator(account) | some name, account in _installers}

required := "each a member of the local Administrators"

compliant := false if false in {is | some is in observed}

compliant if {
	count(_installers) > 0
	count(_told) == count(_operators)
	count(observed) == count(_installers)
	every is in observed {
		is == true
	}
}

_operators := {name: account |
	some name, account in input.accounts
	is_object(account.duties)
}

_told := {name |
	some name, account in _operators
	is_boolean(account.duties.install_sensor)
}

_installers := {name: account |
	some name, account in _operators
	account.duties.install_sensor
}

# By name or by one of the groups, which are listed with those they are in.
_administrator(account) := count(principals & _members) > 0 if {
	principals := {account.sid} | object.keys(account.member_of)
}

_members := object.keys(input.server.local_groups[data.mdi.tables.local_groups.administrators.sid])
