# METADATA
# title: The Directory Service Account may read deleted objects
# description: Who deleted what is told only to an account that may look where deleted objects lie.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts
# custom:
#   id: MDI-DSA-014
#   subject: domain
#   severity: medium
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [domain.grant_deleted_objects]
package mdi.rules.service_account.deleted_objects

observed := {name: sprintf("0x%x", [_rights(name)]) | some name in _serving}

required := sprintf("0x%x", [data.mdi.tables.service_accounts.deleted_objects_mask.value])

compliant := false if count(_gone) > 0

compliant := count(_short) == 0 if {
	count(_gone) == 0
	is_object(input.domain.deleted_objects_dacl)
	count(_serving) > 0
	count(_known) == count(_serving)
}

_serving := {name |
	some name in object.keys(input.spec.dsa.accounts)
	input.spec.dsa.accounts[name].serves[input.subject.key]
}

# Nobody has given anything to an account that is only planned.
_gone := {name |
	some name in _serving
	input.accounts[name].exists == false
}

_known := {name |
	some name in _serving
	is_string(input.accounts[name].sid)
	is_object(input.accounts[name].member_of)
}

_rights(name) := data.mdi.lib.acl.granted(input.domain.deleted_objects_dacl, object.keys(input.accounts[name].member_of) | {input.accounts[name].sid})

_short contains name if {
	some name in _known
	bits.and(_rights(name), data.mdi.tables.service_accounts.deleted_objects_mask.value) != data.mdi.tables.service_accounts.deleted_objects_mask.value
}
