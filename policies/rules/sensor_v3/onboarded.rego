# METADATA
# title: The server itself is onboarded to Defender for Endpoint
# description: The v3 sensor lives inside Defender for Endpoint; a server that is not onboarded has nothing to activate.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3
# custom:
#   id: MDI-V3-023
#   subject: server
#   severity: blocker
#   generations: [v3]
#   profiles: [v3-current]
#   basis: documented
#   remediation: [mde.onboard_server, v3.onboard_standalone]
package mdi.rules.sensor_v3.onboarded

# The package stands in for Defender for Endpoint on domain controllers only.
applies := {input.spec.sensor.onboarding == "mdi_package", _controller} != {true}

_controller := true in {input.server.roles.dc, input.server.roles.rodc}

observed := {"onboarded": input.server.mde.onboarded, "service": input.server.services.sense.state}

required := {"onboarded": true, "service": "running"}

compliant := observed == required
