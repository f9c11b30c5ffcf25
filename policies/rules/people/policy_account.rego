# METADATA
# title: Whoever changes the audit policy objects is domain administrator
# description: Policy objects of the domain controllers are changed by domain administrators.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-ROLE-013
#   subject: account
#   severity: info
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: []
package mdi.rules.people.policy_account

applies := false if data.mdi.lib.people.service_account

applies := input.account.duties.change_audit_policy if not data.mdi.lib.people.service_account

observed := object.keys(input.account.member_of)

required := "in Domain Admins"

compliant := sprintf("%s-512", [input.domain.sid]) in object.keys(input.account.member_of)
