# METADATA
# title: The server may retrieve the gMSA's password
# description: A server that may not read the password starts its sensor and then stops it again.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa
# custom:
#   id: MDI-DSA-021
#   subject: sensor
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [domain.create_dsa_group, domain.create_gmsa, server.refresh_kerberos, server.test_gmsa]
#   either:
#   - [server.gmsa_usable.<key>, account.password_readers]
package mdi.rules.service_account.password_retrievable

applies := input.spec.dsa.kind == "gmsa"

observed := {name: answer |
	some name in data.mdi.lib.service_accounts.serving
	answer := _may(name)
}

required := "allowed for every account that serves the domain"

compliant := {answer | some answer in observed} == {true} if {
	count(observed) == count(data.mdi.lib.service_accounts.serving)
	count(data.mdi.lib.service_accounts.serving) > 0
}

# By what was tried on the server, or else by who is on the list.
_may(name) := input.server.gmsa_usable[name]

_may(name) := count(_names & object.keys(input.accounts[name].password_readers)) > 0 if not _tried(name)

_tried(name) if is_boolean(input.server.gmsa_usable[name])

_names := object.keys(input.server.member_of) | {input.server.sid}
