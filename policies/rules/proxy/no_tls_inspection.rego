# METADATA
# title: Nothing inspects or terminates TLS between the v2 sensor and its API
# description: Sensor and service prove themselves to each other by certificates; whoever opens the connection in between breaks it.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-proxy
# custom:
#   id: MDI-PROXY-001
#   subject: path
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [network.exempt_tls_inspection]
#   either:
#   - [path.via, network.proxies]
package mdi.rules.proxy.no_tls_inspection

applies := input.path.class == "sensor_api"

observed := {"via": input.path.via, "inspected": _inspected}

required := "no inspection, or a bypass for the service"

compliant := _inspected == false if is_string(input.path.to)

_inspected := false if input.path.via != "proxy"

_inspected := false if input.network.proxies[input.path.proxy].tls_inspection_active == false

_inspected := count(_bypass) == 0 if {
	input.network.proxies[input.path.proxy].tls_inspection_active
	is_object(input.network.proxies[input.path.proxy].inspection_bypass)
}

_bypass := {pattern |
	some pattern in object.keys(input.network.proxies[input.path.proxy].inspection_bypass)
	data.mdi.lib.hosts.matches(pattern, input.path.to)
}
