# METADATA
# title: A firewall that filters by address allows both Defender service tags
# description: One tag carries the control traffic and the other the telemetry of Defender for Endpoint; the v3 sensor needs both.
# related_resources:
# - ref: https://learn.microsoft.com/defender-endpoint/configure-device-connectivity
# custom:
#   id: MDI-V3-013
#   subject: deployment
#   severity: blocker
#   generations: [v3]
#   profiles: [v3-current]
#   basis: documented
#   remediation: [network.allow_mde_urls]
package mdi.rules.sensor_v3.service_tags

applies := input.spec.connectivity.method == "service_tag"

observed := object.keys(input.network.service_tags)

required := data.mdi.tables.defender_hosts.service_tags

compliant := count(required - observed) == 0
