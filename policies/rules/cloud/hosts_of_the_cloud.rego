# METADATA
# title: Every host name in spec and allow-lists belongs to the cloud of the tenant
# description: A host name of another cloud in an allow-list opens the wrong door and leaves the right one shut.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/us-govt-gcc-high
# custom:
#   id: MDI-CLOUD-003
#   subject: deployment
#   severity: blocker
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: derived
#   remediation: [network.allow_sensor_api, network.allow_mde_urls]
package mdi.rules.cloud.hosts_of_the_cloud

observed := {host | some host in _named; not _at_home(host)}

required := _ours

compliant := false if {
	is_object(data.mdi.tables.clouds[input.tenant.cloud])
	count(observed) > 0
}

compliant := count(observed) == 0 if {
	is_object(data.mdi.tables.clouds[input.tenant.cloud])
	is_object(input.network.allowlist)
	count(_told) == count(input.network.proxies)
}

_ours := data.mdi.tables.clouds[input.tenant.cloud].zones

_at_home(host) if _zone(host) in _ours

_told := {proxy |
	some proxy in object.keys(input.network.proxies)
	is_object(input.network.proxies[proxy].allowed_hosts)
}

_listed contains host if some host in object.keys(input.spec.endpoints)

_listed contains host if some host in object.keys(input.network.allowlist)

_listed contains host if {
	some proxy in _told
	some host in object.keys(input.network.proxies[proxy].allowed_hosts)
}

# Only names of the service itself can belong to a wrong cloud; other hosts on a list are none of our business. A name that
# looks like the service and lies in no zone of it is nobody's, and wrong everywhere.
_named contains host if {
	some host in _listed
	_zone(host)
}

_named contains host if {
	some host in _listed
	regex.match(`(^|\.)(gcc\.)?atp\.(gcc\.)?azure\.`, lower(host))
}

# A host lies in the longest zone that it ends with: the former zone of GCC lies within the commercial one.
_zone(host) := zone if {
	zones := {z | some cloud in data.mdi.tables.clouds; some z in cloud.zones; endswith(concat("", [".", lower(host)]), z)}
	some zone in zones
	count(zone) == max({count(z) | some z in zones})
}
