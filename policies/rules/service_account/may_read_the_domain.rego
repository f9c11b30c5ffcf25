# METADATA
# title: Nothing keeps the Directory Service Account from reading the domain
# description: Users and groups in a container the account may not read are names without attributes.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts
# custom:
#   id: MDI-DSA-016
#   subject: domain
#   severity: medium
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: []
package mdi.rules.service_account.may_read_the_domain

observed := _closed

required := set()

compliant := count(_closed) == 0 if {
	count(_lists) == count(input.domain.read_restricted_ous)
	count(_known) == count(_serving)
	count(_serving) > 0
}

_lists := {dn |
	some dn in object.keys(input.domain.read_restricted_ous)
	is_object(input.domain.read_restricted_ous[dn].dacl)
}

_serving := {name |
	some name in object.keys(input.spec.dsa.accounts)
	input.spec.dsa.accounts[name].serves[input.subject.key]
}

_known := {name |
	some name in _serving
	is_string(input.accounts[name].sid)
	is_object(input.accounts[name].member_of)
}

_closed := {sprintf("%s: %s", [dn, name]) |
	some dn in object.keys(input.domain.read_restricted_ous)
	some name in _serving
	bits.and(data.mdi.lib.acl.granted(input.domain.read_restricted_ous[dn].dacl, object.keys(input.accounts[name].member_of) | {input.accounts[name].sid}), 16) == 0
}
