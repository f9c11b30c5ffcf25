# METADATA
# title: The VPN product is a supported one
# description: The sensor understands the accounting of four products; of another one it makes nothing.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/vpn-integration
# custom:
#   id: MDI-VPN-003
#   subject: deployment
#   severity: medium
#   generations: [v2]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: []
package mdi.rules.vpn.supported_product

applies := object.get(input.spec, ["vpn", "enabled"], false)

observed := input.spec.vpn.vendor

required := "microsoft, f5, check_point or cisco_asa"

compliant := observed in {"microsoft", "f5", "check_point", "cisco_asa"}
