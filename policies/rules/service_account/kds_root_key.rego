# METADATA
# title: The forest has a KDS root key
# description: Controllers derive the passwords of group managed accounts from this key; without one there are none.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa
# custom:
#   id: MDI-DSA-018
#   subject: forest
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [v2-current]
#   basis: documented
#   remediation: [forest.create_kds_root_key]
package mdi.rules.service_account.kds_root_key

applies := input.spec.dsa.kind == "gmsa"

observed := count(input.forest.kds_root_keys)

required := 1

compliant := observed >= required
