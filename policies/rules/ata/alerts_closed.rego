# METADATA
# title: Open ATA alerts are closed or recorded
# description: Open alerts are not moved; whoever needs them later will not find them.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/migrate-from-ata-overview
# custom:
#   id: MDI-ATA-006
#   subject: deployment
#   severity: medium
#   generations: [v2, v3]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [ata.close_alerts, ata.backup_db]
#   either:
#   - [ata.center_present, ata.open_alerts]
package mdi.rules.ata.alerts_closed

observed := object.get(input.ata, "open_alerts", 0)

required := 0

compliant if input.ata.center_present == false

compliant := input.ata.open_alerts == 0 if input.ata.center_present
