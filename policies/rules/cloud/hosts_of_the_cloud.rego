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

observed := {host | some host in _named; not endswith(host, _suffix)}

required := _suffix

compliant := count(observed) == 0 if {
	is_object(input.network.allowlist)
	is_string(_suffix)
}

_suffix := data.mdi.tables.clouds[input.tenant.cloud].sensor_api_suffix

# Only names of the service itself can belong to a wrong cloud; other hosts on a list are none of our business.
_named contains host if {
	some host in object.keys(input.network.allowlist)
	contains(host, "atp.azure")
}

_named contains host if {
	some host in object.keys(input.network.allowlist)
	contains(host, "atp.gcc")
}
