# METADATA
# title: The standalone sensor's volume has 5 GiB free, better 10
# description: A standalone sensor that cannot write its logs stops.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-standalone
# custom:
#   id: MDI-HW-006
#   subject: server
#   severity: blocker
#   generations: [sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [capacity.remediate]
package mdi.rules.hardware.standalone_disk

observed := input.server.volumes[_volume].free_bytes

required := data.mdi.tables.disk.standalone_bytes

compliant := observed >= required

_volume := object.get(input.spec, ["sensor", "install_volume"], input.server.system_volume)
