package mdi.lib.policy_objects_test

import data.mdi.lib.policy_objects

_given := {
	"server": {
		"computer_dn": "cn=dc01,ou=hq,ou=domain controllers,dc=emea,dc=contoso,dc=com",
		"sid": "S-1-5-21-1-2-3-1001",
		"site": "HQ",
		"member_of": {"S-1-5-21-1-2-3-516": true},
	},
	"domain": {
		"gpos_complete": true,
		"gpo_inheritance_blocked": {},
		"gpos": {"a": {
			"status": "enabled",
			"links": {"ou=domain controllers,dc=emea,dc=contoso,dc=com": {"enabled": true, "enforced": false, "order": 3}},
			"apply": {"S-1-5-11": true},
			"deny_apply": {},
		}},
	},
}

_with(patches) := json.patch(_given, patches)

_put(path, value) := {"op": "add", "path": path, "value": value}

_cut(path) := {"op": "remove", "path": path}

_reaches(patches) if count(policy_objects.reaching) == 1 with input as _with(patches)

# The only link is on this container.
_linked(dn, enforced) := _put("/domain/gpos/a/links", {dn: {"enabled": true, "enforced": enforced, "order": 3}})

test_reaches if _reaches([])

test_reaches_from_the_nearest_container if _reaches([_linked("ou=hq,ou=domain controllers,dc=emea,dc=contoso,dc=com", false)])

test_reaches_from_the_domain if _reaches([_linked("dc=emea,dc=contoso,dc=com", false)])

test_reaches_from_the_site if _reaches([_linked("cn=hq,cn=sites,cn=configuration,dc=contoso,dc=com", false)])

test_another_site if not _reaches([_linked("cn=hq2,cn=sites,cn=configuration,dc=contoso,dc=com", false)])

test_another_container if not _reaches([_linked("ou=servers,dc=emea,dc=contoso,dc=com", false)])

test_a_container_whose_name_ends_alike if not _reaches([_linked("controllers,dc=emea,dc=contoso,dc=com", false)])

test_nothing_comes_down_from_the_domain_above if not _reaches([_linked("dc=contoso,dc=com", true)])

test_link_is_off if not _reaches([_put("/domain/gpos/a/links/ou=domain controllers,dc=emea,dc=contoso,dc=com/enabled", false)])

test_status if {
	_reaches([_put("/domain/gpos/a/status", "user_disabled")])
	not _reaches([_put("/domain/gpos/a/status", "computer_disabled")])
	not _reaches([_put("/domain/gpos/a/status", "all_disabled")])
}

test_filter if {
	_reaches([_put("/domain/gpos/a/apply", {"S-1-1-0": true})])
	_reaches([_put("/domain/gpos/a/apply", {"S-1-5-9": true})])
	_reaches([_put("/domain/gpos/a/apply", {"S-1-5-21-1-2-3-1001": true})])
	_reaches([_put("/domain/gpos/a/apply", {"S-1-5-21-1-2-3-516": true})])
	not _reaches([_put("/domain/gpos/a/apply", {"S-1-5-21-1-2-3-515": true})])
	not _reaches([_put("/domain/gpos/a/apply", {})])
}

test_members_are_no_enterprise_controllers if not _reaches([
	_put("/domain/gpos/a/apply", {"S-1-5-9": true}),
	_put("/server/member_of", {"S-1-5-21-1-2-3-515": true}),
])

test_denied if not _reaches([_put("/domain/gpos/a/deny_apply", {"S-1-5-21-1-2-3-516": true})])

test_another_is_denied if _reaches([_put("/domain/gpos/a/deny_apply", {"S-1-5-21-1-2-3-515": true})])

_blocked(dn) := _put("/domain/gpo_inheritance_blocked", {dn: true})

test_blocked_below_the_link if not _reaches([_blocked("ou=hq,ou=domain controllers,dc=emea,dc=contoso,dc=com")])

test_blocked_at_the_link if _reaches([_blocked("ou=domain controllers,dc=emea,dc=contoso,dc=com")])

test_blocked_above_the_link if _reaches([_blocked("dc=emea,dc=contoso,dc=com")])

test_blocked_elsewhere if _reaches([_blocked("ou=a,ou=b,ou=servers,dc=emea,dc=contoso,dc=com")])

test_the_domain_blocks_its_sites if not _reaches([
	_linked("cn=hq,cn=sites,cn=configuration,dc=contoso,dc=com", false),
	_blocked("dc=emea,dc=contoso,dc=com"),
])

test_enforced_is_not_blocked if _reaches([
	_linked("dc=emea,dc=contoso,dc=com", true),
	_blocked("ou=hq,ou=domain controllers,dc=emea,dc=contoso,dc=com"),
])

_rank(dn, enforced) := found if {
	found := policy_objects.rank("a", dn) with input as _with([_linked(dn, enforced)])
}

test_ranks if {
	site := "cn=hq,cn=sites,cn=configuration,dc=contoso,dc=com"
	domain := "dc=emea,dc=contoso,dc=com"
	near := "ou=domain controllers,dc=emea,dc=contoso,dc=com"
	_rank(site, true) < _rank(domain, true)
	_rank(domain, true) < _rank(near, true)
	_rank(near, true) < _rank(near, false)
	_rank(near, false) < _rank(domain, false)
	_rank(domain, false) < _rank(site, false)
}

_first(dn, enforced) := found if {
	found := policy_objects.rank("a", dn) with input as _with([_put("/domain/gpos/a/links", {dn: {"enforced": enforced, "order": 1}})])
}

test_the_first_of_one_container_wins if {
	dn := "dc=emea,dc=contoso,dc=com"
	_first(dn, true) < _rank(dn, true)
	_first(dn, false) < _rank(dn, false)
}

_read(patches) if policy_objects.read with input as _with(patches)

test_read if _read([])

test_not_read if {
	absent := [
		"/domain/gpos", "/domain/gpos_complete", "/domain/gpo_inheritance_blocked", "/domain/gpos/a/status", "/domain/gpos/a/apply", "/domain/gpos/a/deny_apply",
		"/domain/gpos/a/links", "/domain/gpos/a/links/ou=domain controllers,dc=emea,dc=contoso,dc=com/enabled",
		"/domain/gpos/a/links/ou=domain controllers,dc=emea,dc=contoso,dc=com/enforced", "/server/member_of", "/server/sid", "/server/site", "/server/computer_dn",
	]
	count([path | some path in absent; not _read([_cut(path)])]) == count(absent)
	not _read([_put("/domain/gpos_complete", false)])
}

_ranked(patches) if policy_objects.ranked with input as _with(patches)

test_ranked if {
	_ranked([])
	not _ranked([_cut("/domain/gpos")])
	not _ranked([_cut("/domain/gpos/a/links/ou=domain controllers,dc=emea,dc=contoso,dc=com/order")])
}

test_nothing_comes_down_from_the_domain_above_a_server_without_more_containers if not _reaches([
	_put("/server/computer_dn", "cn=dc01,ou=domain controllers,dc=emea,dc=contoso,dc=com"),
	_linked("dc=contoso,dc=com", true),
])

test_a_computer_is_no_container if not _reaches([_linked("cn=dc01,ou=hq,ou=domain controllers,dc=emea,dc=contoso,dc=com", true)])

test_a_domain_of_one_label_blocks_its_sites if not _reaches([
	_put("/server/computer_dn", "cn=dc01,ou=domain controllers,dc=corp"),
	_linked("cn=hq,cn=sites,cn=configuration,dc=corp", false),
	_blocked("dc=corp"),
])
