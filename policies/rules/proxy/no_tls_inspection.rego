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

observed := {"via": input.path.via, "inspected": data.mdi.lib.inspection.inspected}

required := "no inspection, or a bypass for the service"

compliant := data.mdi.lib.inspection.inspected == false if is_string(input.path.to)
