# METADATA
# title: A government tenant plans no preview feature
# description: Previews reach the government clouds late or never; a plan that rests on one may find nothing there.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/us-govt-gcc-high
# custom:
#   id: MDI-CLOUD-008
#   subject: sensor
#   severity: medium
#   generations: [v3]
#   profiles: [v3-current]
#   basis: documented
#   remediation: []
package mdi.rules.cloud.no_preview

# A v3 sensor that is registered and not in the plan is no preview that the plan rests on.
applies := {input.tenant.cloud in {"gcc", "gcc_high", "dod"}, object.get(input.spec, ["sensor", "generation"], "none") == "v3"} == {true}

observed := {"domain controller": _controller, "onboarding": input.spec.sensor.onboarding}

required := {"domain controller": true, "onboarding": "mde"}

compliant := observed == required

_controller := true in {input.server.roles.dc, input.server.roles.rodc}
