# METADATA
# title: Microsoft ATA, out of support since 2026-01-13, is gone
# description: ATA has had no updates since 2026-01-13, and nobody would tell if it were used against you.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/migrate-from-ata-overview
# custom:
#   id: MDI-ATA-001
#   subject: deployment
#   severity: high
#   generations: [v2, v3]
#   profiles: [v2-current, v3-current]
#   basis: documented
#   remediation: [ata.decommission_center]
package mdi.rules.ata.center_gone

observed := {"center": input.ata.center_present, "on": input.run.now}

required := "no center"

compliant := input.ata.center_present == false
