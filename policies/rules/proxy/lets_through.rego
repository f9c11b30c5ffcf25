# METADATA
# title: The proxy lets the v2 sensor through, or asks for credentials with status 407
# description: A proxy that turns the sensor away with another status makes setup complain about a missing licence.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues
# custom:
#   id: MDI-PROXY-003
#   subject: path
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [network.exempt_tls_inspection, sensor.set_proxy]
#   either:
#   - [path.via, network.proxies]
package mdi.rules.proxy.lets_through

applies := input.path.class == "sensor_api"

observed := {"via": input.path.via, "authentication": _authentication, "status": _status, "credentials": _credentials}

required := "no proxy, or one that asks nothing, or status 407 and credentials in the spec"

compliant := false if _status in data.mdi.tables.proxy_answers.refuses

compliant := _credentials if {
	is_string(_authentication)
	_status == data.mdi.tables.proxy_answers.asks
}

# Any other answer is that of the host behind: the proxy may ask others, and let this host pass.
compliant if {
	is_string(_authentication)
	not _status in data.mdi.tables.proxy_answers.refuses
	_status != data.mdi.tables.proxy_answers.asks
}

_authentication := "no proxy" if input.path.via != "proxy"

_authentication := input.network.proxies[input.path.proxy].authentication if input.path.via == "proxy"

_status := "no proxy" if input.path.via != "proxy"

_status := input.network.proxies[input.path.proxy].unauthenticated_status if input.path.via == "proxy"

_credentials if input.spec.sensor.proxy_user

_credentials := false if not input.spec.sensor.proxy_user
