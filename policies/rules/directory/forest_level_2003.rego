# METADATA
# title: In 2023 the forest functional level is Windows 2003 or higher
# description: The sensor of 2023 was supported from that level on; later texts no longer ask for one.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-AD-008
#   subject: forest
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023]
#   basis: historic
#   remediation: []
package mdi.rules.directory.forest_level_2003

observed := input.forest.functional_level

required := data.mdi.tables.functional_levels.windows_2003.value

compliant := observed >= required
