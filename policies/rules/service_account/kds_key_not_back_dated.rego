# METADATA
# title: No fresh KDS root key was back-dated in a forest with several domain controllers
# description: Dating a key back skips the wait that is there for the other controllers.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa
# custom:
#   id: MDI-DSA-020
#   subject: forest
#   severity: medium
#   generations: [v2, sa]
#   profiles: [v2-current]
#   basis: documented
#   remediation: [forest.wait_kds]
package mdi.rules.service_account.kds_key_not_back_dated

observed := _forced

required := set()

compliant := count(_forced) == 0 if is_set(data.mdi.lib.kds.in_effect)

_forced := {id |
	some id in object.keys(input.forest.kds_root_keys)
	input.forest.dc_count > 1
	data.mdi.lib.kds.age(id) < data.mdi.lib.kds.wait
	time.parse_rfc3339_ns(input.forest.kds_root_keys[id].created_at) - time.parse_rfc3339_ns(input.forest.kds_root_keys[id].effective_at) >= data.mdi.tables.service_accounts.kds_back_dated_seconds.value * 1000000000
}
