# METADATA
# title: Whoever creates gMSA and group has the rights
# description: The step that creates the account fails in the window when nobody asked before.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa
# custom:
#   id: MDI-DSA-033
#   subject: account
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [v2-current]
#   basis: documented
#   remediation: []
package mdi.rules.service_account.creator_has_rights

applies := false if data.mdi.lib.people.service_account

applies := input.account.duties.create_accounts if not data.mdi.lib.people.service_account

observed := object.keys(input.account.member_of)

required := {true: "in Enterprise Admins", false: "in Domain Admins or Enterprise Admins"}[_wide]

compliant := _enterprise if _wide

compliant := {_enterprise, _domain} != {false} if not _wide

# One account and one group at the root for several domains take more than the rights of a domain.
_wide := {name |
	some name in object.keys(input.spec.dsa.accounts)
	count(input.spec.dsa.accounts[name].serves) > 1
} != set()

_domain := sprintf("%s-%d", [input.domain.sid, data.mdi.tables.service_accounts.domain_admins_rid.value]) in object.keys(input.account.member_of)

# Of the root domain, which need not be the domain of the account.
_enterprise := {sid |
	some sid in object.keys(input.account.member_of)
	endswith(sid, sprintf("-%d", [data.mdi.tables.service_accounts.enterprise_admins_rid.value]))
} != set() if is_object(input.account.member_of)
