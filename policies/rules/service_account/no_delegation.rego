# METADATA
# title: The Directory Service Account holds no delegation of its own
# description: Rights that were delegated to the account come with it when it is stolen.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts
# custom:
#   id: MDI-DSA-012
#   subject: account
#   severity: medium
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: tool
#   remediation: []
package mdi.rules.service_account.no_delegation

applies := false if not input.subject.key in object.keys(input.spec.dsa.accounts)

applies := input.account.exists if input.subject.key in object.keys(input.spec.dsa.accounts)

observed := object.keys(input.account.explicit_grants)

required := set()

compliant := count(data.mdi.lib.accounts.delegated) == 0 if is_object(input.account.explicit_grants)
