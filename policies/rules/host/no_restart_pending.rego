# METADATA
# title: No restart is outstanding
# description: A restart that is outstanding turns a silent installation into a restart of the controller.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-HOST-001
#   subject: server
#   severity: medium
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [server.clear_pending_reboot]
package mdi.rules.host.no_restart_pending

observed := input.server.reboot_pending

required := false

compliant := observed == required
