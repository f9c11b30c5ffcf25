# METADATA
# title: The installation volume has 6 GiB free
# description: Binaries and logs of the sensor need room on the volume it is installed to.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-HW-003
#   subject: server
#   severity: blocker
#   generations: [v2]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [capacity.remediate]
package mdi.rules.hardware.free_disk

observed := input.server.volumes[_volume].free_bytes

required := data.mdi.tables.minimums[input.run.profile].free_disk_bytes

compliant := observed >= required

_volume := object.get(object.get(input.spec, "sensor", {}), "install_volume", "c")
