# METADATA
# title: A KDS root key is ten hours old and in effect
# description: A gMSA made before every controller has the key gets a password that some of them cannot compute.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa
# custom:
#   id: MDI-DSA-019
#   subject: forest
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [v2-current]
#   basis: documented
#   remediation: [forest.wait_kds, domain.wait_replication]
package mdi.rules.service_account.kds_key_in_effect

observed := {id: {"created": input.forest.kds_root_keys[id].created_at, "effective": input.forest.kds_root_keys[id].effective_at} | some id in _read}

required := "one that is ten hours old, or in effect in a forest with one controller"

compliant := count(_usable) > 0 if {
	is_object(input.forest.kds_root_keys)
	is_number(input.forest.dc_count)
	count(_read) == count(input.forest.kds_root_keys)
}

_usable := {id |
	some id in _read
	time.parse_rfc3339_ns(input.forest.kds_root_keys[id].effective_at) <= time.parse_rfc3339_ns(input.run.now)
	_settled(id)
}

_settled(_) if input.forest.dc_count == 1

_settled(id) if _age(id) >= _wait

_read := {id |
	some id in object.keys(input.forest.kds_root_keys)
	is_string(input.forest.kds_root_keys[id].created_at)
	is_string(input.forest.kds_root_keys[id].effective_at)
}

_age(id) := time.parse_rfc3339_ns(input.run.now) - time.parse_rfc3339_ns(input.forest.kds_root_keys[id].created_at)

_wait := data.mdi.tables.service_accounts.kds_wait_seconds.value * 1000000000
