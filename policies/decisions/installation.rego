# METADATA
# title: How the classic sensor is installed
# description: The wizard needs a desktop; the silent installation is the same everywhere and can be repeated.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/install-sensor
# custom:
#   id: D15
#   subject: sensor
#   generations: [v2, sa]
#   sets: spec.sensor.unattended
#   decides: [MDI-OS-004]
package mdi.decisions.installation

asked := input.spec.sensor.unattended

choice := "wizard" if asked == false

else := "silent"

reasons := ["The spec asks for it."] if is_boolean(asked)

else := ["Server Core has no desktop for the wizard."] if _core

else := ["The silent installation is the same on every server and leaves a log."]

warnings := ["Server Core has no desktop for the wizard: it cannot be installed this way."] if {
	asked == false
	_core
}

else := []

_core if input.server.install_type == "server_core"
