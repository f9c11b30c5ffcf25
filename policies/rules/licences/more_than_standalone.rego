# METADATA
# title: A tenant that plans v3 owns more than the standalone Defender for Identity licence
# description: The list of licences for the v3 sensor leaves out the standalone one, which the list for the classic sensor has.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-3
# custom:
#   id: MDI-LIC-002
#   subject: tenant
#   severity: medium
#   generations: [v3]
#   profiles: [v3-current]
#   basis: documented
#   remediation: [tenant.verify_license]
package mdi.rules.licences.more_than_standalone

# The lists of the government clouds have the standalone licence for every sensor.
applies := input.tenant.cloud == "commercial"

observed := data.mdi.lib.licences.carriers(input.tenant.skus)

required := "a product in force that contains Defender for Identity and is not the standalone one"

compliant := count(observed - data.mdi.tables.licences.products.standalone) > 0
