# METADATA
# title: The mirroring method fits the placement and delivers both directions
# description: A standalone sensor sees only what is mirrored to it, and needs both directions to understand it.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-standalone
# custom:
#   id: MDI-STA-002
#   subject: sensor
#   severity: blocker
#   generations: [sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [standalone.configure_port_mirroring]
package mdi.rules.standalone.mirroring

observed := {"method": input.sensor.mirror.method, "both_directions": input.sensor.mirror.both_directions}

required := "span on the same switch, rspan, decapsulated erspan, vswitch or tap, in both directions"

compliant := _fits if observed.both_directions

compliant := false if observed.both_directions == false

_fits if input.sensor.mirror.method in {"rspan", "tap"}

_fits := input.sensor.mirror.same_switch if input.sensor.mirror.method in {"span", "vswitch"}

_fits := input.sensor.mirror.erspan_decapsulated if input.sensor.mirror.method == "erspan"

_fits := false if input.sensor.mirror.method == "none"
