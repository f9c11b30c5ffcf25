# METADATA
# title: Every Entra Connect server, active or staging, has a sensor
# description: A staging server holds the same secrets as the active one.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services
# custom:
#   id: MDI-ENTRA-001
#   subject: server
#   severity: high
#   generations: [v2, v3]
#   roles: [entra_connect]
#   profiles: [v2-current, v3-current]
#   basis: documented
#   remediation: [server.install_sensor, v3.activate]
package mdi.rules.entra_connect.every_server

observed := input.spec.sensor.generation

observed := "none" if not input.spec.sensor

required := "a sensor on every server, active or staging"

compliant := observed != "none" if input.server.entra_connect.mode in {"active", "staging"}
