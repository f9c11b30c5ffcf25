# METADATA
# title: A WinHTTP proxy does not stand alone
# description: The sensor asks WinINet; with WinHTTP alone it finds no proxy at all.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-proxy
# custom:
#   id: MDI-PROXY-007
#   subject: server
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [sensor.set_proxy]
package mdi.rules.proxy.winhttp_not_alone

applies := input.server.proxy.method == "winhttp"

observed := {"method": input.server.proxy.method, "wininet": input.server.proxy.wininet_configured}

required := "WinINet configured too"

compliant := input.server.proxy.wininet_configured
