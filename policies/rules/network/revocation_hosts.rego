# METADATA
# title: An explicit allow-list holds the certificate hosts
# description: A sensor that cannot ask whether a certificate was revoked waits, and then refuses.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-NET-022
#   subject: deployment
#   severity: medium
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [network.allow_pki_urls]
#   either:
#   - [network.allowlist_in_use, network.allowlist]
package mdi.rules.network.revocation_hosts

observed := {"allow-list": input.network.allowlist_in_use, "missing": _missing}

required := data.mdi.tables.revocation_hosts.hosts

compliant if input.network.allowlist_in_use == false

compliant := count(_missing) == 0 if {
	input.network.allowlist_in_use
	is_object(input.network.allowlist)
}

_missing := {wanted |
	some wanted in data.mdi.tables.revocation_hosts.hosts
	every pattern in object.keys(object.get(input.network, "allowlist", {})) {
		not data.mdi.lib.hosts.matches(pattern, wanted)
	}
}
