# METADATA
# title: The Directory Service Account is gone from the remote SAM restriction
# description: Paths of lateral movement are no longer made from remote SAM; a right that nobody uses is one that can be stolen.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/remote-calls-sam
# custom:
#   id: MDI-SAM-007
#   subject: server
#   severity: info
#   generations: [v2, v3, sa]
#   profiles: [v2-current, v3-current]
#   basis: derived
#   remediation: [samr.retire]
package mdi.rules.remote_sam.account_gone

applies := object.get(input.spec, "remote_sam", "") == "retired"

observed := _left

required := set()

compliant := count(_left) == 0 if {
	is_object(input.server.remote_sam_access)
	count(_sids) == count(input.spec.dsa.accounts)
}

compliant := false if count(_left) > 0

_sids := {name: input.accounts[name].sid | some name in object.keys(input.spec.dsa.accounts)}

_left := {name |
	some name in object.keys(_sids)
	some entry in input.server.remote_sam_access
	entry.sid == _sids[name]
}
