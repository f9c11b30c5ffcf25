# METADATA
# title: Which way the sensors take to the cloud
# description: One way for all keeps the firewall, and the search for a fault, simple.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-proxy
# custom:
#   id: D4
#   subject: deployment
#   sets: spec.connectivity.method
#   decides: [MDI-CLOUD-015]
package mdi.decisions.connectivity

asked := input.spec.connectivity.method

choice := asked if asked

else := "expressroute" if input.network.expressroute.in_use

else := "proxy" if count(_behind_a_proxy) > 0

else := "service_tag" if _tagged

else := "direct" if {
	input.network.expressroute.in_use == false
	_told
}

reasons := ["The spec asks for it."] if asked

else := ["The traffic goes over ExpressRoute today."] if input.network.expressroute.in_use

else := [sprintf("These servers reach the cloud through a proxy today: %s.", [concat(", ", sort(_behind_a_proxy))])] if count(_behind_a_proxy) > 0

else := ["The firewall allows the service tag of Defender for Identity."] if _tagged

else := ["No proxy, no ExpressRoute and no service tag is in use: the sensors talk to the service directly."] if _told

warnings := ["For v3 sensors ExpressRoute is documented with limits only; give them a proxy or a direct way."] if {
	choice == "expressroute"
	_v3_planned
}

else := ["Addresses behind a service tag change; compare the firewall with the published list regularly."] if {
	some way in ["service_tag"]
	choice == way
}

else := []

# The v3 sensor takes the way of Defender for Endpoint, which has settings of its own.
_classic := {name |
	some name in object.keys(input.spec.sensors)
	input.spec.sensors[name].generation in {"v2", "standalone"}
}

_v3_planned if {
	some name in object.keys(input.spec.sensors)
	input.spec.sensors[name].generation == "v3"
}

_behind_a_proxy contains name if {
	some name in _classic
	input.spec.sensors[name].proxy_url
}

_behind_a_proxy contains name if {
	some name in _classic
	input.servers[name].proxy.method in {"sensor_configuration", "wininet", "registry", "winhttp", "wpad"}
}

_tagged if {
	_told
	input.network.service_tags[data.mdi.tables.service_tag.name]
}

_told if count({name | some name in _classic; is_string(input.servers[name].proxy.method)}) == count(_classic)
