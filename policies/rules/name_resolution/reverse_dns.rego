# METADATA
# title: Reverse DNS resolves device addresses
# description: Reverse DNS is how the sensor confirms what the primary methods say.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-NNR-003
#   subject: server
#   severity: medium
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [network.open_nnr]
package mdi.rules.name_resolution.reverse_dns

observed := input.server.nnr["udp/53"].successes

required := "more than none"

compliant := observed > 0
