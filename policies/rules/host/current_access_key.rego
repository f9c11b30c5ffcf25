# METADATA
# title: The package in use carries the current access key
# description: A package with an old key installs and then cannot register.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-HOST-005
#   subject: workspace
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [sensor.download_package]
package mdi.rules.host.current_access_key

observed := {"key": input.workspace.access_key_regenerated_at, "package": input.workspace.package_downloaded_at}

required := "downloaded after the key was made"

compliant := time.parse_rfc3339_ns(input.workspace.access_key_regenerated_at) <= time.parse_rfc3339_ns(input.workspace.package_downloaded_at)
