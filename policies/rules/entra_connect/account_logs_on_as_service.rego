# METADATA
# title: The Directory Service Account may log on as a service on Entra Connect
# description: Policy on servers with Entra Connect often defines this right; a sensor whose account is not in it cannot use it there.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services
# custom:
#   id: MDI-ENTRA-007
#   subject: server
#   severity: medium
#   generations: [v2]
#   roles: [entra_connect]
#   profiles: [v2-current]
#   basis: tool
#   remediation: [domain.grant_logon_as_service, entra_connect.create_audit_gpo]
package mdi.rules.entra_connect.account_logs_on_as_service

applies := count(data.mdi.lib.service_accounts.serving) > 0

observed := {"defined": input.server.user_rights.SeServiceLogonRight.defined_by_policy, "left_out": _refused}

required := "not defined, or held by the account and by NT SERVICE\\ALL SERVICES"

compliant if input.server.user_rights.SeServiceLogonRight.defined_by_policy == false

compliant := count(_refused) == 0 if {
	input.server.user_rights.SeServiceLogonRight.defined_by_policy
	count(data.mdi.lib.service_accounts.known) == count(data.mdi.lib.service_accounts.serving)
}

compliant := false if {
	input.server.user_rights.SeServiceLogonRight.defined_by_policy
	count(_refused) > 0
}

_refused := {name |
	some name in data.mdi.lib.service_accounts.known
	count(_holders & data.mdi.lib.service_accounts.sids(name)) == 0
} | ({data.mdi.tables.entra_connect.all_services} - _holders)

_holders := object.keys(input.server.user_rights.SeServiceLogonRight.principals)
