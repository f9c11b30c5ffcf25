# METADATA
# title: The proxy asks no user credentials of v3 servers
# description: The v3 sensor connects as the machine; there is no user who could answer.
# related_resources:
# - ref: https://learn.microsoft.com/defender-endpoint/configure-environment
# custom:
#   id: MDI-PROXY-004
#   subject: path
#   severity: blocker
#   generations: [v3]
#   profiles: [v3-current]
#   basis: documented
#   remediation: [network.allow_mde_urls]
package mdi.rules.proxy.no_user_authentication

applies := input.path.class == "mde"

observed := {"via": input.path.via, "authentication": _authentication}

required := "none"

compliant := _authentication == "none"

_authentication := "none" if input.path.via != "proxy"

_authentication := input.network.proxies[input.path.proxy].authentication if input.path.via == "proxy"
