# METADATA
# title: The gMSA supports AES
# description: Where RC4 is switched off, an account without AES cannot log on.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa
# custom:
#   id: MDI-DSA-024
#   subject: account
#   severity: low
#   generations: [v2, sa]
#   profiles: [v2-current]
#   basis: documented
#   remediation: [domain.create_gmsa]
package mdi.rules.service_account.aes

applies := false if not input.subject.key in object.keys(input.spec.dsa.accounts)

applies := input.account.exists if input.subject.key in object.keys(input.spec.dsa.accounts)

observed := sprintf("0x%x", [input.account.encryption_types])

required := "0x18 (AES128 and AES256)"

compliant := bits.and(input.account.encryption_types, 24) == 24
