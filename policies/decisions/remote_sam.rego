# METADATA
# title: What becomes of remote SAM
# description: The sensors once asked computers for their local administrators; they do not any more.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/remote-calls-sam
# custom:
#   id: D9
#   subject: deployment
#   sets: spec.remote_sam
#   decides: [MDI-SAM-001]
package mdi.decisions.remote_sam

asked := input.spec.remote_sam

choice := asked if asked

else := "retired" if _ended

else := "legacy" if is_string(input.run.policy_date)

reasons := ["The spec asks for it."] if asked

else := ["Nothing is collected since May 2025; the right is of use to an attacker only."] if _ended

else := ["On the day of this policy the sensors still collected local administrators."] if choice

warnings := ["The right brings nothing any more: what was collected with it is no longer refreshed."] if {
	some way in ["legacy"]
	choice == way
	_ended
}

else := []

_ended if input.run.policy_date >= data.mdi.tables.remote_sam.ended_on
