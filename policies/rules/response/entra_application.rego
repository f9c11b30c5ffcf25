# METADATA
# title: The application behind Entra-side actions is present and enabled
# description: Actions on the Entra side run as this application; where it is disabled they fail without a word.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/manage-action-accounts
# custom:
#   id: MDI-ACT-013
#   subject: tenant
#   severity: medium
#   generations: [v2, v3, sa]
#   profiles: [v2-current, v3-current]
#   basis: documented
#   remediation: []
package mdi.rules.response.entra_application

applies := object.get(input.spec, "entra_actions", false)

observed := {"present": input.tenant.mdi_application.present, "enabled": object.get(input.tenant.mdi_application, "enabled", "")}

required := "present and enabled"

compliant := false if input.tenant.mdi_application.present == false

compliant := input.tenant.mdi_application.enabled if input.tenant.mdi_application.present
