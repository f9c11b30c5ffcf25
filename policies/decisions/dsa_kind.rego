# METADATA
# title: Which kind of directory service account is used
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts
# custom:
#   id: D2
#   subject: workspace
#   sets: spec.dsa.kind
#   decides: [MDI-DSA-001, MDI-DSA-006]
package mdi.decisions.dsa_kind

asked := input.spec.dsa.kind

choice := asked if asked

else := "none" if input.spec.dsa.absence_accepted

else := "gmsa"

reasons := ["The spec asks for it."] if asked

else := ["The spec accepts reduced coverage without an account."] if choice == "none"

else := ["A group managed account has no password that anybody knows, and it never expires."]

warnings := ["A user account has a password that expires or is forgotten to be changed; all sensors then stop reading."] if asked == "user"

else := []
