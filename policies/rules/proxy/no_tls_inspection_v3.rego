# METADATA
# title: Nothing inspects TLS between a v3 server and the Defender for Endpoint hosts
# description: The v3 sensor pins the certificates of its hosts; a connection that somebody opens in between is refused.
# related_resources:
# - ref: https://learn.microsoft.com/defender-endpoint/configure-environment
# custom:
#   id: MDI-PROXY-002
#   subject: path
#   severity: blocker
#   generations: [v3]
#   profiles: [v3-current]
#   basis: documented
#   remediation: [network.exempt_tls_inspection]
#   either:
#   - [path.via, network.proxies]
package mdi.rules.proxy.no_tls_inspection_v3

applies := input.path.class == "mde"

observed := {"via": input.path.via, "inspected": data.mdi.lib.inspection.inspected}

required := "no inspection, or a bypass for the service"

compliant := data.mdi.lib.inspection.inspected == false if is_string(input.path.to)
