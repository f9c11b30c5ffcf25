# METADATA
# title: The proxy is changed in the way it was set
# description: Two ways of setting a proxy do not replace each other; the old one stays, and one of them wins.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-proxy
# custom:
#   id: MDI-PROXY-009
#   subject: server
#   severity: medium
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [sensor.set_proxy]
package mdi.rules.proxy.changed_as_set

# Where nothing is set on the server, now or before, there is no change.
applies := false if input.server.proxy.method in _not_set

applies := count({input.server.proxy.previous_method} & _not_set) == 0 if not input.server.proxy.method in _not_set

observed := {"before": input.server.proxy.previous_method, "now": input.server.proxy.method}

required := input.server.proxy.previous_method

compliant := observed.now == observed.before

_not_set := {"none", "wpad", "transparent"}
