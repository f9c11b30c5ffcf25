# METADATA
# title: Portal and VPN hold the same shared secret
# description: Messages signed with another secret are dropped without a word.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/vpn-integration
# custom:
#   id: MDI-VPN-006
#   subject: workspace
#   severity: low
#   generations: [v2]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [vpn.enable]
package mdi.rules.vpn.same_secret

applies := object.get(input.spec, ["vpn", "enabled"], false)

observed := {"portal": input.workspace.vpn.secret_fingerprint, "vpn": input.spec.vpn.secret_fingerprint}

required := "the same"

compliant := input.workspace.vpn.secret_fingerprint == input.spec.vpn.secret_fingerprint
