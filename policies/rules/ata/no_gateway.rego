# METADATA
# title: No ATA gateway is left on a server that takes a sensor
# description: An ATA gateway and a sensor on one server capture against each other; setup refuses.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/migrate-from-ata-overview
# custom:
#   id: MDI-ATA-003
#   subject: server
#   severity: blocker
#   generations: [v2, v3]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [ata.uninstall_lightweight_gateway]
package mdi.rules.ata.no_gateway

observed := {"lightweight": input.server.ata.lightweight_gateway_installed, "full": input.server.ata.gateway_installed}

required := {"lightweight": false, "full": false}

compliant := observed == required
