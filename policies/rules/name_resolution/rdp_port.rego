# METADATA
# title: Devices listen for RDP on port 3389
# description: Name resolution asks for RDP on its usual port and nowhere else.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/nnr-policy
# custom:
#   id: MDI-NNR-004
#   subject: deployment
#   severity: low
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [network.open_nnr]
package mdi.rules.name_resolution.rdp_port

observed := input.network.device_rdp_port

required := 3389

compliant := observed == required
