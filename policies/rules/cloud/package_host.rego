# METADATA
# title: The machine that downloads the package reaches the package host of the cloud
# description: The package is downloaded from a host of its own, which a list made for the sensor API does not hold.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/install-sensor
# custom:
#   id: MDI-CLOUD-011
#   subject: path
#   severity: low
#   generations: [v2, sa]
#   profiles: [v2-current]
#   basis: documented
#   remediation: [network.allow_package_url]
package mdi.rules.cloud.package_host

applies := input.path.class == "package"

observed := {"to": input.path.to, "open": input.path.ports["tcp/443"].open}

required := {"to": _hosts, "open": true}

compliant := {lower(input.path.to) in _hosts, input.path.ports["tcp/443"].open} == {true}

_hosts := data.mdi.tables.clouds[input.tenant.cloud].package_hosts
