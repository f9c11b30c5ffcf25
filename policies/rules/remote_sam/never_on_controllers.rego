# METADATA
# title: The remote SAM restriction is never applied to domain controllers
# description: Everyone reads accounts on a domain controller; where the restriction reaches one, clients stop working.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/remote-calls-sam
# custom:
#   id: MDI-SAM-003
#   subject: server
#   severity: high
#   generations: [v2, sa]
#   roles: [dc, rodc]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [samr.retire]
package mdi.rules.remote_sam.never_on_controllers

observed := {"set": input.server.registry.restrict_remote_sam.present, "policy_objects": _restricting}

required := "not set, and no policy object that would set it"

compliant := false if input.server.registry.restrict_remote_sam.present

compliant := false if count(_restricting) > 0

compliant if {
	input.server.registry.restrict_remote_sam.present == false
	count(_restricting) == 0
	data.mdi.lib.group_policy.read
	count(_told) == count(input.domain.gpos)
}

_restricting := {id |
	some id in data.mdi.lib.group_policy.applied
	input.domain.gpos[id].registry.restrict_remote_sam.present
}

_told := {id |
	some id in object.keys(input.domain.gpos)
	is_object(input.domain.gpos[id].registry)
}
