# METADATA
# title: The server's Kerberos ticket is newer than its group membership
# description: Until its ticket is renewed a server acts as if it were not in the group.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa
# custom:
#   id: MDI-DSA-023
#   subject: sensor
#   severity: high
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [server.refresh_kerberos]
#   either:
#   - [server.booted_at, server.system_ticket_at]
package mdi.rules.service_account.ticket_is_newer

applies := count(_groups) > 0 if {
	is_string(input.server.sid)
	is_object(input.server.member_of)
	count(_lists) == count(_accounts)
}

observed := {"changed": {group: input.domain.groups[group].members_changed_at | some name in object.keys(_groups); some group in _groups[name]}, "booted": _booted, "ticket": _ticket}

_booted := at if at := input.server.booted_at

else := "not read"

_ticket := at if at := input.server.system_ticket_at

else := "not read"

required := sprintf("a ticket after the change, or a change %d seconds ago", [data.mdi.tables.service_accounts.ticket_seconds.value])

compliant if count(_current) == count(_groups)

compliant := false if count(_waiting) > 0

_accounts := data.mdi.lib.service_accounts.managed_for(input.server.domain)

_lists := {name: object.keys(input.accounts[name].password_readers) | some name in _accounts}

# The groups by which the server may read a password; one that is named itself needs no group.
_groups := {name: groups |
	some name in object.keys(_lists)
	not input.server.sid in _lists[name]
	groups := _lists[name] & object.keys(input.server.member_of)
	count(groups) > 0
}

_current := {name |
	some name in object.keys(_groups)
	some group in _groups[name]
	_known(time.parse_rfc3339_ns(input.domain.groups[group].members_changed_at))
}

_waiting := {name |
	some name in object.keys(_groups)
	not name in _current
	count(_starts) > 0
	count({group | some group in _groups[name]; is_string(input.domain.groups[group].members_changed_at)}) == count(_groups[name])
}

# A later ticket names the group, a start brings a new ticket, and after ten hours every older ticket has ended.
_known(changed) if {
	some start in _starts
	start > changed
}

_known(changed) if time.parse_rfc3339_ns(input.run.now) - changed >= data.mdi.tables.service_accounts.ticket_seconds.value * 1000000000

_starts contains time.parse_rfc3339_ns(input.server.booted_at)

_starts contains time.parse_rfc3339_ns(input.server.system_ticket_at)
