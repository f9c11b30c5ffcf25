# METADATA
# title: Which group policy objects a server applies
package mdi.lib.group_policy

# read says whether all that decides about it is known: every object of the domain, and where the server stands.
read if {
	input.domain.gpos_complete
	is_object(input.domain.gpo_inheritance_blocked)
	is_string(input.server.computer_dn)
	is_string(_site)
	is_set(_sids)
	count(_told) == count(input.domain.gpos)
}

_told := {id |
	some id in object.keys(input.domain.gpos)
	is_string(input.domain.gpos[id].status)
	is_object(input.domain.gpos[id].apply)
	is_object(input.domain.gpos[id].deny_apply)
	count(_links_told(id)) == count(input.domain.gpos[id].links)
}

_links_told(id) := {dn |
	some dn in object.keys(input.domain.gpos[id].links)
	is_boolean(input.domain.gpos[id].links[dn].enabled)
	is_boolean(input.domain.gpos[id].links[dn].enforced)
}

# applied are the objects whose computer half is switched on, that are linked where the server stands, and that it may apply.
applied := {id |
	some id in object.keys(input.domain.gpos)
	input.domain.gpos[id].status in {"enabled", "user_disabled"}
	some dn in object.keys(input.domain.gpos[id].links)
	input.domain.gpos[id].links[dn].enabled
	_holds(dn)
	_comes_through(id, dn)
	count(object.keys(input.domain.gpos[id].apply) & _sids) > 0
	count(object.keys(input.domain.gpos[id].deny_apply) & _sids) == 0
}

# The domain, an organizational unit above the server, or its site.
_holds(dn) if _below(input.server.computer_dn, dn)

_holds(dn) if dn == _site

# A container that blocks inheritance stops what is linked above it, unless the link is enforced.
_comes_through(id, dn) if input.domain.gpos[id].links[dn].enforced

_comes_through(_, dn) if count(_stopping(dn)) == 0

_stopping(dn) := {container |
	some container in object.keys(input.domain.gpo_inheritance_blocked)
	_below(input.server.computer_dn, container)
	_outside(dn, container)
}

_outside(dn, container) if _below(container, dn)

_outside(dn, _) if dn == _site

_below(dn, container) if endswith(dn, concat("", [",", container]))

_site := lower(sprintf("cn=%s,cn=sites,%s", [input.server.site, input.forest.configuration_dn]))

_sids := data.mdi.lib.acl.sids(input.server.sid, input.server.member_of)
