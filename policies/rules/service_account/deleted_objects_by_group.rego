# METADATA
# title: A gMSA holds that right through a group
# description: A right that hangs on the account itself is forgotten when the account is replaced.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts
# custom:
#   id: MDI-DSA-015
#   subject: domain
#   severity: low
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [domain.grant_deleted_objects]
package mdi.rules.service_account.deleted_objects_by_group

observed := _direct

required := "held through a group"

compliant := count(_direct) == 0 if {
	is_object(input.domain.deleted_objects_dacl)
	count(_serving) > 0
	count(_known) == count(_serving)
}

compliant := false if count(_direct) > 0

_serving := {name |
	some name in object.keys(input.spec.dsa.accounts)
	input.spec.dsa.accounts[name].serves[input.subject.key]
}

_known := {name |
	some name in _serving
	is_string(input.accounts[name].sid)
	is_string(input.accounts[name].class)
}

_direct := {name |
	some name in _serving
	input.accounts[name].class == "gmsa"
	some entry in input.domain.deleted_objects_dacl
	entry.type == "allow"
	entry.sid == input.accounts[name].sid
}
