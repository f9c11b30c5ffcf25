# METADATA
# title: Large send offload is off on a VMware guest
# description: On VMware, offloaded segments reach the sensor as packets larger than any frame, and it drops them.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues
# custom:
#   id: MDI-NIC-001
#   subject: server
#   severity: high
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [server.disable_lso]
package mdi.rules.capture.large_send_offload

# A physical server has no hypervisor.
applies := false if input.server.virtual == false

applies := input.server.hypervisor == "vmware" if not input.server.virtual == false

observed := {nic |
	some nic in object.keys(input.server.nics)
	_offloads(nic)
}

required := []

compliant := count(observed) == 0 if count(_known) == count(input.server.nics)

_offloads(nic) if input.server.nics[nic].lso_v2_ipv4_enabled

_offloads(nic) if input.server.nics[nic].tso_ipv4_enabled

_known := {nic |
	some nic in object.keys(input.server.nics)
	is_boolean(input.server.nics[nic].lso_v2_ipv4_enabled)
	is_boolean(input.server.nics[nic].tso_ipv4_enabled)
}
