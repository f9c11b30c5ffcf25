# METADATA
# title: What an account may do beside its purpose
package mdi.lib.accounts

# powerful are the groups of the account at hand that rule a domain or a server.
powerful := {sid |
	some sid in object.keys(input.account.member_of)
	_sensitive(sid)
}

_sensitive(sid) if sid in data.mdi.tables.service_accounts.sensitive_builtin

_sensitive(sid) if {
	some rid in data.mdi.tables.service_accounts.sensitive_rids
	sid == sprintf("%s-%d", [input.domain.sid, rid])
}

# delegated are the objects that somebody gave it rights on, beside those where it is to read what was deleted.
delegated := {dn |
	some dn in object.keys(input.account.explicit_grants)
	not startswith(dn, "cn=deleted objects,")
}
