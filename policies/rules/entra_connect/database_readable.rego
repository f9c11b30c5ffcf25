# METADATA
# title: The computer account may read an external ADSync database
# description: The sensor reads the configuration of the synchronisation as its computer; on a database elsewhere nobody has let it in.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services
# custom:
#   id: MDI-ENTRA-004
#   subject: server
#   severity: medium
#   generations: [v2]
#   roles: [entra_connect]
#   profiles: [v2-current]
#   basis: documented
#   remediation: [entra_connect.grant_db_access]
package mdi.rules.entra_connect.database_readable

applies := input.server.entra_connect.database_external

observed := {"database": input.server.entra_connect.database_name, "account": _computer, "missing": _missing}

required := data.mdi.tables.entra_connect.grants

compliant := count(observed.missing) == 0

_missing := data.mdi.tables.entra_connect.grants - _granted

# Who is not in the list was granted nothing.
_granted := object.keys(object.get(input.server.entra_connect.database_grants, _computer, {}))

_computer := lower(sprintf("%s$@%s", [input.server.netbios_name, input.server.domain]))
