# METADATA
# title: The gMSA action account may log on as a service on every v2 domain controller
# description: The sensor starts a process as this account; without the right the response fails where it is needed.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/manage-action-accounts
# custom:
#   id: MDI-ACT-004
#   subject: server
#   severity: high
#   generations: [v2]
#   roles: [dc, rodc]
#   profiles: [v2-current]
#   basis: documented
#   remediation: [action_account.grant_logon_as_service]
package mdi.rules.response.logs_on_as_service

applies := data.mdi.lib.actions.gmsa

observed := {"allowed": object.keys(input.server.user_rights.SeServiceLogonRight.principals), "left_out": _refused}

required := "every action account of the domain, itself or through a group"

compliant := count(_refused) == 0 if {
	is_object(input.server.user_rights.SeServiceLogonRight.principals)
	count(data.mdi.lib.actions.accounts) > 0
	count(data.mdi.lib.actions.known) == count(data.mdi.lib.actions.accounts)
}

compliant := false if count(data.mdi.lib.actions.accounts) == 0

_refused := {name |
	some name in data.mdi.lib.actions.known
	count(data.mdi.lib.actions.sids(name) & object.keys(input.server.user_rights.SeServiceLogonRight.principals)) == 0
}
