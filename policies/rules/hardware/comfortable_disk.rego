# METADATA
# title: The installation volume has the recommended 10 GiB free
# description: Logs and an update beside the running version need room, or the next update fails.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-HW-004
#   subject: server
#   severity: low
#   generations: [v2]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [capacity.remediate]
package mdi.rules.hardware.comfortable_disk

observed := input.server.volumes[_volume].free_bytes

required := data.mdi.tables.disk.recommended_bytes

compliant := observed >= required

_volume := object.get(input.spec, ["sensor", "install_volume"], input.server.system_volume)
