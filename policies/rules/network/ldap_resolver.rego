# METADATA
# title: The sensor of a role server reaches a domain controller by LDAP
# description: A sensor on a server that is no domain controller asks one for everything it reports; it does not start without.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services
# custom:
#   id: MDI-NET-019
#   subject: path
#   severity: blocker
#   generations: [v2]
#   roles: [adfs, adcs, entra_connect]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [sensor.configure_resolver_dc]
package mdi.rules.network.ldap_resolver

applies := false if input.path.class != "domain_controller"

applies := _asked if input.path.class == "domain_controller"

observed := {"tcp/389": input.path.ports["tcp/389"].open, "tcp/3268": input.path.ports["tcp/3268"].open}

required := {"tcp/389": true, "tcp/3268": true}

compliant := observed == required

# An empty list leaves the choice to the sensor, which takes the nearest.
_asked := input.path.to in object.keys(_listed) if count(_listed) > 0

_asked if count(_listed) == 0

_listed := input.sensor.domain_controllers

# A sensor that is not registered yet will ask those that the spec names.
_listed := object.get(input.spec, ["sensor", "domain_controllers"], {}) if count(input.sensor) == 0
