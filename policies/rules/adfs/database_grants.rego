# METADATA
# title: The Directory Service Account may read the AD FS configuration database
# description: What is in the tokens of a federation service stands in its database; a sensor that cannot read it names nobody.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services
# custom:
#   id: MDI-ADFS-003
#   subject: server
#   severity: high
#   generations: [v2]
#   roles: [adfs]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [adfs.grant_db_read]
package mdi.rules.adfs.database_grants

observed := {"database": sprintf("%s (%s)", [input.server.adfs.database_name, input.server.adfs.database_kind]), "missing": _missing}

required := data.mdi.tables.adfs_database.grants

compliant := {count(missing) | some missing in _missing} == {0} if {
	is_string(observed.database)
	count(_accounts) > 0
	count(_missing) == count(_accounts)
}

# Of the accounts that the sensor tries first; rights of another name, such as one without the dollar sign, are no use.
_accounts := data.mdi.lib.service_accounts.first(input.server.domain)

_missing := {name: missing |
	some name in _accounts
	key := sprintf("%s@%s", [lower(input.workspace.dsa_entries[name].account_name), lower(input.workspace.dsa_entries[name].domain_name)])
	missing := required - object.keys(object.get(input.server.adfs.database_grants, key, {}))
}
