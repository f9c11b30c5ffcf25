# METADATA
# title: The account that runs the sizing tool is domain administrator and not in Protected Users
# description: The ticket of a protected user cannot be renewed past four hours, and the measurement takes 24.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning
# custom:
#   id: MDI-ROLE-012
#   subject: account
#   severity: low
#   generations: [v2, sa]
#   roles: [dc, rodc]
#   profiles: [classic-2023, v2-current]
#   basis: tool
#   remediation: []
package mdi.rules.people.sizing_account

applies := false if data.mdi.lib.people.service_account

applies := input.account.duties.run_sizing if not data.mdi.lib.people.service_account

observed := object.keys(input.account.member_of)

required := "in Domain Admins, not in Protected Users"

compliant := {_in(512), _in(525) == false} == {true}

_in(rid) := sprintf("%s-%d", [input.domain.sid, rid]) in object.keys(input.account.member_of)
