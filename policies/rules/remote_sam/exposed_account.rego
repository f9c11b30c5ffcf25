# METADATA
# title: An account exposed to NTLM by remote SAM has no power
# description: A hostile computer that is asked for its administrators can ask back for NTLM, and takes the account's hash with it.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/remote-calls-sam
# custom:
#   id: MDI-SAM-006
#   subject: account
#   severity: medium
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [samr.retire]
package mdi.rules.remote_sam.exposed_account

applies := false if input.spec.remote_sam != "legacy"

applies := false if not input.subject.key in object.keys(input.spec.dsa.accounts)

applies := input.account.exists if {
	input.spec.remote_sam == "legacy"
	input.subject.key in object.keys(input.spec.dsa.accounts)
}

observed := {"groups": data.mdi.lib.accounts.powerful, "delegations": data.mdi.lib.accounts.delegated}

required := "no group that rules a domain or a server, and nothing delegated"

compliant if {
	count(observed.groups | observed.delegations) == 0
	is_object(input.account.member_of)
	is_object(input.account.explicit_grants)
	is_string(input.domain.sid)
}

compliant := false if count(observed.groups) > 0

compliant := false if count(observed.delegations) > 0
