# METADATA
# title: Where remote SAM is kept, the account and Administrators may read
# description: A restriction that leaves the account out makes its calls fail; one that leaves Administrators out locks them out.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/remote-calls-sam
# custom:
#   id: MDI-SAM-002
#   subject: server
#   severity: low
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: historic
#   remediation: [samr.enforce, samr.intune_profile]
package mdi.rules.remote_sam.account_may_read

applies := false if input.spec.remote_sam != "legacy"

applies := false if input.server.roles.dc

applies := false if input.server.roles.rodc

applies := false if input.server.registry.restrict_remote_sam.present == false

applies := count(data.mdi.lib.service_accounts.serving) > 0 if {
	input.spec.remote_sam == "legacy"
	input.server.roles.dc == false
	input.server.roles.rodc == false
	input.server.registry.restrict_remote_sam.present
}

observed := {"descriptor": input.server.registry.restrict_remote_sam.value, "granted": {name: sprintf("0x%x", [rights]) | some name, rights in _granted}}

required := {"owner_and_group": data.mdi.tables.remote_sam.owner_and_group, "granted": sprintf("0x%x", [data.mdi.tables.remote_sam.mask])}

compliant := false if false in _answers

compliant if {
	_answers == {true}
	is_string(input.server.registry.restrict_remote_sam.value)
	is_string(input.server.registry.restrict_remote_sam.type)
	count(_granted) == 1 + count(data.mdi.lib.service_accounts.serving)
}

_answers contains input.server.registry.restrict_remote_sam.type == "sz"

_answers contains regex.match(data.mdi.tables.remote_sam.owner_and_group, input.server.registry.restrict_remote_sam.value)

_answers contains answer if {
	some rights in _granted
	answer := rights == data.mdi.tables.remote_sam.mask
}

_granted[data.mdi.tables.remote_sam.administrators] := _rights(data.mdi.lib.acl.sids(data.mdi.tables.remote_sam.administrators, {}))

_granted[name] := _rights(data.mdi.lib.service_accounts.sids(name)) if some name in data.mdi.lib.service_accounts.known

_rights(sids) := bits.and(data.mdi.lib.acl.granted(input.server.remote_sam_access, sids), data.mdi.tables.remote_sam.mask)
