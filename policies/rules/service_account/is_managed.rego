# METADATA
# title: The Directory Service Account is a gMSA
# description: A password that a person knows is one that leaks, expires and is forgotten.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa
# custom:
#   id: MDI-DSA-006
#   subject: account
#   severity: low
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [forest.create_kds_root_key, domain.create_gmsa, workspace.add_dsa]
package mdi.rules.service_account.is_managed

applies := false if not input.subject.key in object.keys(input.spec.dsa.accounts)

applies := input.account.exists if input.subject.key in object.keys(input.spec.dsa.accounts)

observed := input.account.class

required := "gmsa"

compliant := observed == "gmsa"
