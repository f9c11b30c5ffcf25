# METADATA
# title: Trust objects are readable
# description: The sensor reads the trusts every few minutes to know which names belong to whom.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/multi-forest
# custom:
#   id: MDI-FOR-004
#   subject: domain
#   severity: low
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: []
package mdi.rules.forests.trust_objects_readable

observed := input.domain.trust_objects_readable

required := true

compliant := input.domain.trust_objects_readable
