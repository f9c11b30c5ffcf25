# METADATA
# title: Only domain controllers with a v2 sensor may retrieve the action account's password
# description: Whoever can read this password can reset those of all users; a member server must not be able to.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/manage-action-accounts
# custom:
#   id: MDI-ACT-003
#   subject: account
#   severity: high
#   generations: [v2]
#   profiles: [v2-current]
#   basis: documented
#   remediation: [action_account.create_gmsa]
package mdi.rules.response.password_readers

applies := false if data.mdi.lib.actions.gmsa == false

applies := input.subject.key in object.keys(input.workspace.action_accounts) if data.mdi.lib.actions.gmsa

observed := {"class": input.account.class, "readers": object.keys(input.account.password_readers), "others": _others}

required := "a gMSA under a KDS key in effect, read by domain controllers only"

compliant := false if false in _answers

compliant if {
	_answers == {true}
	is_string(input.account.class)
	is_boolean(data.mdi.lib.kds.ready)
	count(_controllers) == count(input.account.password_readers)
}

_answers contains input.account.class == "gmsa"

_answers contains data.mdi.lib.kds.ready

_answers contains count(input.account.password_readers) > 0

_answers contains false if count(_others) > 0

# The readers that are domain controllers, or groups of nothing else.
_controllers := {sid |
	some sid in object.keys(input.account.password_readers)
	_controller(sid)
}

_controller(sid) if sid in _groups

_controller(sid) if sid in _members

_controller(sid) if count(object.keys(input.domain.groups[sid].members) - _members) == 0

# The readers that are known to be something else: groups of everybody, and groups with another member.
_others := {sid |
	some sid in object.keys(input.account.password_readers)
	_other(sid)
}

_other(sid) if sid in data.mdi.tables.everybody.sids

_other(sid) if sid in {sprintf("%s-%d", [input.domain.sid, rid]) | some rid in data.mdi.tables.controllers.broad_rids}

_other(sid) if {
	_enumerated
	count(object.keys(input.domain.groups[sid].members) - _members) > 0
}

_groups := {sprintf("%s-%d", [input.domain.sid, rid]) | some rid in data.mdi.tables.controllers.rids} | data.mdi.tables.controllers.sids

_members := {sid |
	some group in _groups
	some sid in object.keys(input.domain.groups[group].members)
}

# Writable and read-only controllers were both listed, so that who is not among them is none.
_enumerated if {
	is_object(input.domain.groups[sprintf("%s-516", [input.domain.sid])].members)
	is_object(input.domain.groups[sprintf("%s-521", [input.domain.sid])].members)
}
