# METADATA
# title: The sensor reports to one workspace, the one it is planned for
# description: A sensor that reports to another workspace is blind for this one.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/multi-forest
# custom:
#   id: MDI-FOR-001
#   subject: sensor
#   severity: blocker
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [sensor.uninstall, server.install_sensor]
package mdi.rules.directory.one_workspace

# A sensor that is only planned reports to nobody yet; how traffic and events are to reach it may be declared all the same.
applies := count(object.keys(input.sensor) - {"mirror", "event_source", "siem"}) > 0

observed := input.sensor.workspace_id

required := input.workspace.id

compliant := observed == required
