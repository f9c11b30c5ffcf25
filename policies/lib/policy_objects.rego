# METADATA
# title: Which policy objects reach a server
# description: Site, domain and organisational units, inheritance and filters as group policy processing knows them.
package mdi.lib.policy_objects

# read says that whom every policy object of the domain reaches was read; it is never false.
read if {
	input.domain.gpos_complete
	is_object(input.domain.gpo_inheritance_blocked)
	is_object(input.server.member_of)
	is_string(input.server.sid)
	is_string(input.server.site)
	is_string(input.server.computer_dn)
	count(_read) == count(input.domain.gpos)
}

_read contains id if {
	some id in object.keys(input.domain.gpos)
	is_string(input.domain.gpos[id].status)
	is_object(input.domain.gpos[id].apply)
	is_object(input.domain.gpos[id].deny_apply)
	told := {dn |
		some dn in object.keys(input.domain.gpos[id].links)
		is_boolean(input.domain.gpos[id].links[dn].enabled)
		is_boolean(input.domain.gpos[id].links[dn].enforced)
	}
	count(told) == count(input.domain.gpos[id].links)
}

# reaching are the links through which policy objects apply to the server at hand, by the id of the object.
reaching := {id: links |
	some id in object.keys(input.domain.gpos)
	input.domain.gpos[id].status in {"enabled", "user_disabled"}
	links := {dn |
		some dn in object.keys(input.domain.gpos[id].links)
		_above(dn)
		input.domain.gpos[id].links[dn].enabled
		not _cut_off(id, dn)
	}
	count(links) > 0
	count(_token & object.keys(input.domain.gpos[id].apply)) > 0
	count(_token & object.keys(input.domain.gpos[id].deny_apply)) == 0
}

# rank orders the links that reach the server: of two policy objects that set the same, the one of the smaller rank wins.
# An enforced link beats every other, the farthest first; of the others the nearest wins; order decides on one container.
rank(id, dn) := [0, _depth(dn), input.domain.gpos[id].links[dn].order] if input.domain.gpos[id].links[dn].enforced

rank(id, dn) := [1, -1 * _depth(dn), input.domain.gpos[id].links[dn].order] if input.domain.gpos[id].links[dn].enforced == false

# ranked says that the order of every link was read.
ranked if count({id |
	some id in object.keys(input.domain.gpos)
	told := {dn |
		some dn in object.keys(input.domain.gpos[id].links)
		is_number(input.domain.gpos[id].links[dn].order)
	}
	count(told) == count(input.domain.gpos[id].links)
}) == count(input.domain.gpos)

# What a computer is when it asks for its policy: itself, its groups, and what every computer of a domain is.
_token := (object.keys(input.server.member_of) | {input.server.sid, "S-1-1-0", "S-1-5-11"}) | _enterprise

_enterprise := {enterprise |
	some enterprise in data.mdi.tables.controllers.sids
	some sid in object.keys(input.server.member_of)
	endswith(sid, "-516")
}

_above(dn) if dn in _containers

_above(dn) if startswith(dn, _site)

_site := sprintf("cn=%s,cn=sites,cn=configuration,", [lower(input.server.site)])

# The containers above the server up to its own domain: no policy comes down from the domain above.
_containers := {concat(",", array.slice(_names, i, count(_names))) |
	some i in numbers.range(1, count(_names) - count(_domain))
}

_names := split(input.server.computer_dn, ",")

_domain := [name |
	some name in _names
	startswith(name, "dc=")
]

# A container that blocks inheritance keeps out what is linked farther away and not enforced.
_cut_off(id, dn) if {
	input.domain.gpos[id].links[dn].enforced == false
	some container in object.keys(input.domain.gpo_inheritance_blocked)
	container in _containers
	_depth(container) > _depth(dn)
}

# A site is farther from its servers than any domain.
_depth(dn) := 0 if startswith(dn, _site)

_depth(dn) := count(split(dn, ",")) if not startswith(dn, _site)
