# METADATA
# title: On AD CS only servers with the Certification Authority role service take a sensor
# description: Only the server that issues certificates has something to see; enrolment web services do not.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services
# custom:
#   id: MDI-ADCS-001
#   subject: server
#   severity: medium
#   generations: [v2, v3]
#   roles: [adcs]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: []
package mdi.rules.adcs.certification_authority

observed := input.server.ca.role_service_installed

required := true

compliant := observed == required
