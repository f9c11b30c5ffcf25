# METADATA
# title: How a v3 server comes to its sensor
# description: The component that the onboarding package brought has to leave before Defender for Endpoint can carry the sensor.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/activate-sensor
# custom:
#   id: D17
#   subject: sensor
#   generations: [v3]
#   decides: [MDI-V3-025]
package mdi.decisions.onboarding

choice := "again" if _again

else := input.spec.sensor.onboarding

reasons := ["The sensor came with the onboarding package, and the spec wants Defender for Endpoint: the package is offboarded, the entry deleted, the server onboarded and the sensor activated anew."] if _again

else := ["The package brings the sensor to a controller that Defender for Endpoint does not manage."] if _by_package

else := ["The sensor is part of Defender for Endpoint."] if choice

warnings := ["Nobody watches the server from the deletion of its entry until the sensor is activated anew."] if _again

else := []

_again if {
	input.spec.sensor.onboarding == "mde"
	input.server.sensor_v3.installed
	input.server.mde.onboarded_by_mdi_package
}

_by_package if choice == "mdi_package"
