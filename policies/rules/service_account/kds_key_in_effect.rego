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

observed := {id: {"created": input.forest.kds_root_keys[id].created_at, "effective": input.forest.kds_root_keys[id].effective_at} | some id in object.keys(input.forest.kds_root_keys)}

required := "one that is ten hours old, or in effect in a forest with one controller"

compliant := data.mdi.lib.kds.ready
