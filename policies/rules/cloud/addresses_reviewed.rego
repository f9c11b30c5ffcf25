# METADATA
# title: Pinned IP ranges have been reviewed lately
# description: The addresses of the service change; a list of them that nobody compares shuts sensors out one day.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-proxy
# custom:
#   id: MDI-CLOUD-014
#   subject: deployment
#   severity: medium
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [network.firewall_service_tag, ops.handover]
package mdi.rules.cloud.addresses_reviewed

applies if _by_service_tag

applies if count(_pinning) > 0

applies := false if {
	not _by_service_tag
	count(_told) == count(input.network.proxies)
	count(_pinning) == 0
}

observed := {"reviewed at": input.network.ip_ranges_reviewed_at, "proxies that pin addresses": _pinning}

required := sprintf("within %d days", [data.mdi.tables.limits.review_age.value])

compliant := _age <= data.mdi.tables.limits.review_age.value

_age := (time.parse_rfc3339_ns(input.run.now) - time.parse_rfc3339_ns(input.network.ip_ranges_reviewed_at)) / 86400000000000

_by_service_tag if input.spec.connectivity.method == "service_tag"

_told := {proxy |
	some proxy in object.keys(input.network.proxies)
	is_boolean(input.network.proxies[proxy].resolves_names)
}

_pinning := {proxy |
	some proxy in _told
	input.network.proxies[proxy].resolves_names
}
