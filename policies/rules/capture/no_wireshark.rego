# METADATA
# title: Wireshark does not share the capture driver with a sensor
# description: When a capture of Wireshark ends, the driver they share stops delivering to the sensor until its service restarts.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-standalone
# custom:
#   id: MDI-NPCAP-006
#   subject: server
#   severity: medium
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: []
package mdi.rules.capture.no_wireshark

observed := {name |
	some name in object.keys(input.server.software)
	contains(name, "wireshark")
}

required := set()

compliant := count(observed) == 0 if is_object(input.server.software)
