# METADATA
# title: Every federation server has a sensor, and no Web Application Proxy has one
# description: A federation server without a sensor is where forged tokens go unseen; a Web Application Proxy has nothing to see.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services
# custom:
#   id: MDI-ADFS-001
#   subject: server
#   severity: high
#   generations: [v2, v3]
#   roles: [adfs]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [server.install_sensor, v3.activate, sensor.uninstall]
package mdi.rules.adfs.every_federation_server

observed := {"federation server": input.server.roles.adfs, "sensor": input.spec.sensor.generation}

required := "a sensor on every federation server"

compliant := observed.sensor != "none" if observed["federation server"]
