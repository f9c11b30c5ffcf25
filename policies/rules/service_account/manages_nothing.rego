# METADATA
# title: A user account used as Directory Service Account manages nothing
# description: An account that manages objects is somebody's, and is used for more than this.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts
# custom:
#   id: MDI-DSA-013
#   subject: account
#   severity: low
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: tool
#   remediation: []
#   either:
#   - [account.class, account.managed_objects]
package mdi.rules.service_account.manages_nothing

applies := false if not input.subject.key in object.keys(input.spec.dsa.accounts)

applies := input.account.exists if input.subject.key in object.keys(input.spec.dsa.accounts)

observed := object.keys(object.get(input.account, "managed_objects", {}))

required := "nothing"

compliant if input.account.class != "user"

compliant := count(input.account.managed_objects) == 0 if input.account.class == "user"
