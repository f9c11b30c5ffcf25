# METADATA
# title: Nothing of v2 is left after a migration
# description: Two sensors on one server compete for the same resources, and the old one reports as stopped for ever.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3
# custom:
#   id: MDI-V3-005
#   subject: server
#   severity: low
#   generations: [v3]
#   roles: [dc]
#   profiles: [v3-current]
#   basis: documented
#   remediation: [v2_to_v3.observe, v2_to_v3.uninstall_v2, v2_to_v3.remove_npcap]
package mdi.rules.sensor_v3.no_v2_left

# A migration that is under way keeps the classic sensor until it is done.
applies := input.sensor.migration_state == "up_to_date" if input.spec.sensor.migrate

applies if not object.get(input.spec, ["sensor", "migrate"], false)

observed := {"migrated": object.get(input, ["sensor", "migrated_at"], "no"), "v2": input.server.sensor_v2.installed}

required := "no v2 software after the migration"

compliant := input.server.sensor_v2.installed == false
