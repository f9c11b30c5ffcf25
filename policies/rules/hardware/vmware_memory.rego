# METADATA
# title: All memory of a VMware guest is reserved
# description: Memory that the hypervisor may reclaim is not there when the sensor needs it.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-HW-009
#   subject: server
#   severity: blocker
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [server.reserve_vm_memory]
#   either:
#   - [server.vm.memory_all_locked, server.vm.memory_reserved_bytes]
#   - [server.vm.memory_all_locked, server.vm.memory_configured_bytes]
package mdi.rules.hardware.vmware_memory

# A physical server has no hypervisor.
applies := false if input.server.virtual == false

applies := input.server.hypervisor == "vmware" if not input.server.virtual == false

observed := input.server.vm

required := "all configured memory reserved, or all guest memory locked"

compliant if input.server.vm.memory_all_locked

compliant if input.server.vm.memory_reserved_bytes >= input.server.vm.memory_configured_bytes

compliant := false if {
	input.server.vm.memory_all_locked == false
	input.server.vm.memory_reserved_bytes < input.server.vm.memory_configured_bytes
}
