# METADATA
# title: Protected users can be acted upon, or it is known that they cannot
# description: Administrators take their access list from AdminSDHolder, so that no right on a container reaches those an attacker wants most.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/manage-action-accounts
# custom:
#   id: MDI-ACT-008
#   subject: domain
#   severity: medium
#   generations: [v2]
#   profiles: [v2-current]
#   basis: derived
#   remediation: [action_account.grant_permissions]
package mdi.rules.response.protected_users

applies := data.mdi.lib.actions.gmsa

observed := {"protected_users": input.domain.admin_count_users, "held": _held}

required := data.mdi.lib.actions.wanted(_rights)

compliant if input.domain.admin_count_users == 0

compliant := count(_short) == 0 if {
	input.domain.admin_count_users > 0
	count(data.mdi.lib.actions.accounts) > 0
	count(_held) == count(data.mdi.lib.actions.accounts) * count(_rights)
}

compliant := false if {
	input.domain.admin_count_users > 0
	count(data.mdi.lib.actions.accounts) == 0
}

_rights := {"reset_password", "password_last_set", "account_control"}

_held := {sprintf("%s: %s", [name, right]): sprintf("0x%x", [_bits(name, right)]) |
	some name in data.mdi.lib.actions.known
	some right in _rights
}

_short := {name |
	some name in data.mdi.lib.actions.known
	some right in _rights
	_bits(name, right) != data.mdi.tables.action_rights[right].mask
}

_bits(name, right) := bits.and(
	data.mdi.tables.action_rights[right].mask,
	data.mdi.lib.acl.granted_about(input.domain.admin_sd_holder_dacl, data.mdi.lib.actions.sids(name), data.mdi.tables.action_rights[right].about),
)
