# METADATA
# title: Where event-log permissions are hardened, setup is new enough or runs as LocalSystem
# description: An older package stops at the permissions of the event logs, and leaves no sensor behind.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues
# custom:
#   id: MDI-OS-015
#   subject: server
#   severity: medium
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [sensor.download_package, server.install_sensor]
package mdi.rules.operating_system.setup_and_hardened_logs

applies := false if input.server.os_family != "ws2019"

# By the update that hardens them, or by hand.
applies := true in {
	data.mdi.tables.hardened_event_logs.update in object.keys(input.server.updates),
	input.server.event_channels.security.access_customised,
} if input.server.os_family == "ws2019"

observed := input.workspace.package_version

required := data.mdi.tables.hardened_event_logs.package_version

compliant := data.mdi.lib.versions.at_least(observed, required)
