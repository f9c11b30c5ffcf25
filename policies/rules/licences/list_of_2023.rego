# METADATA
# title: The tenant owns one of the licences of the 2023 list
# description: In 2023 the frontline add-ons were not on the list; without one of its licences no sensor registers.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-LIC-010
#   subject: tenant
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023]
#   basis: historic
#   remediation: [tenant.verify_license]
package mdi.rules.licences.list_of_2023

# The government clouds have lists of their own.
applies := input.tenant.cloud == "commercial"

observed := data.mdi.lib.licences.carriers(input.tenant.skus)

required := "a product in force that contains Defender for Identity and is no F5 add-on"

compliant := count(observed - data.mdi.tables.licences.products.frontline_security) > 0
