# METADATA
# title: The ATA Center stays until the last gateway is gone
# description: A gateway without its center reports to nobody, and its server is watched by nothing.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/migrate-from-ata-overview
# custom:
#   id: MDI-ATA-004
#   subject: deployment
#   severity: blocker
#   generations: [v2, v3]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [ata.uninstall_lightweight_gateway, ata.uninstall_full_gateway, ata.decommission_center]
package mdi.rules.ata.center_last

observed := {"center": input.ata.center_present, "gateways": object.keys(object.get(input.ata, "gateways", {}))}

required := "a center, or no gateway"

compliant if input.ata.center_present

compliant := count(input.ata.gateways) == 0 if input.ata.center_present == false
