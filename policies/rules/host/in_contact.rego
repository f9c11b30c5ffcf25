# METADATA
# title: The sensor is in contact and not outdated
# description: A sensor that is silent or three versions behind sees nothing that is new.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-HOST-014
#   subject: sensor
#   severity: medium
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [server.install_sensor]
package mdi.rules.host.in_contact

observed := {"status": input.sensor.deployment_status, "last contact": input.sensor.last_contact_at}

required := "in contact within ten minutes, not outdated"

compliant := {
	input.sensor.deployment_status != "outdated",
	(time.parse_rfc3339_ns(input.run.now) - time.parse_rfc3339_ns(input.sensor.last_contact_at)) <= (data.mdi.tables.contact.most_silent_seconds.value * 1000000000),
} == {true}
