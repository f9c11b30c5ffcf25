# METADATA
# title: Offline CAs are left out
# description: An offline CA has no network on which a sensor could report.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services
# custom:
#   id: MDI-ADCS-002
#   subject: server
#   severity: info
#   generations: [v2, v3]
#   roles: [adcs]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: []
package mdi.rules.adcs.offline_left_out

applies := input.server.ca.role_service_installed

observed := {"online": input.server.online, "sensor": object.get(input.spec, ["sensor", "generation"], "not stated")}

required := "online, or no sensor"

compliant if observed.sensor == "none"

compliant := input.server.online if observed.sensor != "none"
