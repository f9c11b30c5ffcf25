# METADATA
# title: The updater runs, so that the sensor's two-year certificate is renewed
# description: The sensor logs on with a certificate of two years, which its updater renews.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-CERT-008
#   subject: server
#   severity: info
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [sensor.verify_service]
#   either:
#   - [server.sensor_v2.installed, server.services.aatpsensorupdater.state]
package mdi.rules.certificates.updater_runs

observed := {"updater": input.server.services.aatpsensorupdater.state, "sensor": input.server.sensor_v2.installed}

required := "running, where the sensor is installed"

compliant if input.server.sensor_v2.installed == false

compliant := input.server.services.aatpsensorupdater.state == "running" if input.server.sensor_v2.installed
