# METADATA
# title: The proxy has a DNS record of its own
# description: A sensor that knows the proxy by the name of a machine stops when the machine is replaced.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-proxy
# custom:
#   id: MDI-PROXY-010
#   subject: deployment
#   severity: low
#   generations: [v2, sa]
#   profiles: [v2-current]
#   basis: documented
#   remediation: [network.create_proxy_alias]
package mdi.rules.proxy.name_of_its_own

observed := {name: input.network.proxies[name].dns_alias | some name in object.keys(input.network.proxies)}

required := "a name of its own in DNS"

compliant := count(_without) == 0 if count(observed) == count(input.network.proxies)

_without := {name |
	some name in object.keys(observed)
	observed[name] == false
}
