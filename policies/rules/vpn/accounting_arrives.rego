# METADATA
# title: RADIUS accounting reaches the sensor on UDP 1813
# description: The sensor opens its firewall rule by itself, which helps only where local rules are honoured and nothing on the way drops the messages.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/vpn-integration
# custom:
#   id: MDI-VPN-005
#   subject: path
#   severity: medium
#   generations: [v2]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [vpn.configure_radius, vpn.enable]
package mdi.rules.vpn.accounting_arrives

applies := false if input.path.class != "radius"

applies := input.spec.vpn.enabled if input.path.class == "radius"

observed := {"udp/1813": input.path.ports["udp/1813"].open, "local firewall rules are honoured": input.server.firewall_local_rules_merged}

required := {"udp/1813": true, "local firewall rules are honoured": true}

compliant := observed == required
