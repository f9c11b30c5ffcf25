# METADATA
# title: The proxy is set for the sensor alone
# description: A proxy in WinINet or in the profiles of the service accounts holds for every service that runs under them.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-proxy
# custom:
#   id: MDI-PROXY-006
#   subject: server
#   severity: low
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [sensor.set_proxy]
package mdi.rules.proxy.for_the_sensor_alone

# A proxy that was set for all services before is changed in the same way: another rule asks for that, and two rules never
# ask for opposite things.
applies if not input.server.proxy.method in _shared

applies := input.server.proxy.previous_method != input.server.proxy.method if input.server.proxy.method in _shared

observed := input.server.proxy.method

required := "not through WinINet, nor the registry of the service accounts"

compliant := count({observed} & _shared) == 0

_shared := {"wininet", "registry"}
