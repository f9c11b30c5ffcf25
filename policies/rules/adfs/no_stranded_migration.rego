# METADATA
# title: No in-place or automatic v3 step is planned for a role server
# description: The portal does not migrate a server with such a role; the step would fail in its window.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/migrate-to-sensor-v3
# custom:
#   id: MDI-ADFS-008
#   subject: sensor
#   severity: high
#   generations: [v3]
#   roles: [dc, adfs, adcs, entra_connect]
#   profiles: [v3-current]
#   basis: documented
#   remediation: [sensor.uninstall, sensor.delete_portal_entry, v3.activate]
package mdi.rules.adfs.no_stranded_migration

applies := false if input.spec.sensor.generation != "v3"

applies := false if not input.spec.sensor

applies if input.spec.sensor.generation == "v3"

observed := {"role": _role, "controller": _controller, "migrated in place": input.spec.sensor.migrate, "previews allowed": input.spec.preview_allowed}

required := "activated afresh on a controller with another role; elsewhere as a preview"

compliant if _role == false

compliant := {input.spec.sensor.migrate == false, _supported} == {true} if _role

_role if true in {input.server.roles.adfs, input.server.roles.adcs, input.server.roles.entra_connect}

_role := false if {
	input.server.roles.adfs == false
	input.server.roles.adcs == false
	input.server.roles.entra_connect == false
}

_controller := input.server.roles.dc

_supported if _controller

_supported := input.spec.preview_allowed if _controller == false
