# METADATA
# title: The ATA inventory is captured before the move
# description: What was set up in ATA over years is gone with its center, and nobody remembers the exclusions.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/migrate-from-ata-overview
# custom:
#   id: MDI-ATA-002
#   subject: deployment
#   severity: high
#   generations: [v2, v3]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [ata.inventory]
#   either:
#   - [ata.center_present, ata.inventory]
package mdi.rules.ata.inventory_captured

observed := object.keys(object.get(input.ata, "inventory", {}))

required := data.mdi.tables.ata.inventory

compliant if input.ata.center_present == false

compliant := count(data.mdi.tables.ata.inventory - object.keys(input.ata.inventory)) == 0 if input.ata.center_present
