# METADATA
# title: Every CA that the directory knows is in the facts
# description: A CA that nobody listed gets neither a sensor nor an audit setting.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services
# custom:
#   id: MDI-ADCS-004
#   subject: deployment
#   severity: low
#   generations: [v2, v3]
#   roles: [adcs]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: tool
#   remediation: []
package mdi.rules.adcs.inventory_complete

observed := {"known": count(_known), "not in the facts": _missing}

required := "every CA of the directory"

compliant := count(_missing) == 0 if {
	count(_publishing) == count(input.domains)
	count(_enrolling) == count(input.forests)
	count(_told) == count(_known)
}

compliant := false if count(_missing) > 0

_missing := _known - object.keys(input.servers)

_told := {name |
	some name in _known
	is_boolean(input.servers[name].ca.role_service_installed)
}

_known contains name if {
	some domain in _publishing
	some name in object.keys(input.domains[domain].cert_publishers)
}

_known contains input.forests[forest].enrollment_services[ca].server if {
	some forest in _enrolling
	some ca in object.keys(input.forests[forest].enrollment_services)
}

_publishing := {domain |
	some domain in object.keys(input.domains)
	is_object(input.domains[domain].cert_publishers)
}

_enrolling := {forest |
	some forest in object.keys(input.forests)
	told := {ca |
		some ca in object.keys(input.forests[forest].enrollment_services)
		is_string(input.forests[forest].enrollment_services[ca].server)
	}
	count(told) == count(input.forests[forest].enrollment_services)
}
