# METADATA
# title: The traffic of all domain controllers that one standalone sensor watches fits it
# description: A standalone sensor is sized by the sum of what is mirrored to it.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning
# custom:
#   id: MDI-CAP-011
#   subject: deployment
#   severity: blocker
#   generations: [sa]
#   profiles: [classic-2023, v2-current]
#   basis: derived
#   remediation: [standalone.configure_port_mirroring, capacity.remediate]
package mdi.rules.capacity.mirrored_traffic

observed := {sensor: sum([input.servers[dc].traffic.busy_packets_per_second | some dc in object.keys(input.spec.sensors[sensor].mirrored_dcs)]) |
	some sensor in _standalone
}

required := data.mdi.tables.traffic.most.value

compliant := count(_beyond) == 0 if {
	count(_standalone) > 0
	count(_measured) == count(_standalone)
}

compliant := false if count(_beyond) > 0

_standalone := {sensor |
	some sensor in object.keys(input.spec.sensors)
	input.spec.sensors[sensor].generation == "standalone"
}

_measured := {sensor |
	some sensor in _standalone
	told := {dc |
		some dc in object.keys(input.spec.sensors[sensor].mirrored_dcs)
		is_number(input.servers[dc].traffic.busy_packets_per_second)
	}
	count(told) == count(input.spec.sensors[sensor].mirrored_dcs)
}

_beyond := {sensor |
	some sensor, packets in observed
	packets > required
}
