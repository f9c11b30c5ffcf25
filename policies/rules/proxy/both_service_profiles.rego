# METADATA
# title: A proxy set in the registry is set for LocalSystem and LocalService alike
# description: The updater runs as LocalSystem and the sensor as LocalService; each reads a profile of its own.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-proxy
# custom:
#   id: MDI-PROXY-008
#   subject: server
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [sensor.set_proxy]
package mdi.rules.proxy.both_service_profiles

applies := input.server.proxy.method == "registry"

observed := {"LocalSystem": input.server.proxy.local_system_profile_set, "LocalService": input.server.proxy.local_service_profile_set, "equal": input.server.proxy.profiles_equal}

required := {"LocalSystem": true, "LocalService": true, "equal": true}

compliant := observed == required
