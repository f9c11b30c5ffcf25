# METADATA
# title: The CA policy objects reach the CAs and nothing else
# description: Linked to the whole domain, these policy objects are held to the CAs by their filter alone.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-307
#   subject: domain
#   severity: medium
#   generations: [v2, v3]
#   roles: [adcs]
#   profiles: [v2-current, v3-current]
#   basis: tool
#   remediation: [ca.create_audit_gpo]
package mdi.rules.adcs.policies_reach_cas_only

applies := count(_ours) > 0 if {
	input.domain.gpos_complete
	count(_named) == count(input.domain.gpos)
}

observed := _wrong

required := {}

compliant := count(_wrong) == 0 if {
	is_string(input.domain.sid)
	is_object(input.domain.cert_publishers)
	count(_read) == count(input.domain.gpos)
}

_named := {id |
	some id in object.keys(input.domain.gpos)
	is_string(input.domain.gpos[id].name)
}

_ours := {id |
	some id in _named
	some suffix in data.mdi.tables.ca_policy_objects.name_ends
	endswith(lower(input.domain.gpos[id].name), suffix)
}

_read := {id |
	some id in object.keys(input.domain.gpos)
	is_object(input.domain.gpos[id].apply)
	told := {dn |
		some dn in object.keys(input.domain.gpos[id].links)
		is_boolean(input.domain.gpos[id].links[dn].enabled)
	}
	count(told) == count(input.domain.gpos[id].links)
}

_wrong[id] contains "not linked" if {
	some id in _ours
	count(_links(id)) == 0
}

_wrong[id] contains "nobody may apply it" if {
	some id in _ours
	count(input.domain.gpos[id].apply) == 0
}

# A domain or a site holds every kind of server, an organisational unit those that were put there.
_wrong[id] contains sprintf("%s is not left to Cert Publishers", [dn]) if {
	some id in _ours
	some dn in _links(id)
	not startswith(dn, "ou=")
	object.keys(input.domain.gpos[id].apply) != {sprintf("%s-517", [input.domain.sid])}
}

_wrong[id] contains "Cert Publishers has no computer" if {
	some id in _ours
	some dn in _links(id)
	not startswith(dn, "ou=")
	count(input.domain.cert_publishers) == 0
}

_links(id) := {dn |
	some dn in object.keys(input.domain.gpos[id].links)
	input.domain.gpos[id].links[dn].enabled
}
