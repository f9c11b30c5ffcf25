# METADATA
# title: On any other platform all memory of the guest is allocated at all times
# description: Memory that the hypervisor takes back is memory the sensor is restarted for.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-HW-010
#   subject: server
#   severity: medium
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [server.reserve_vm_memory]
package mdi.rules.hardware.memory_elsewhere

applies := false if input.server.virtual == false

applies := false if input.server.hypervisor in {"hyper_v", "vmware"}

applies if {
	input.server.virtual
	not input.server.hypervisor in {"hyper_v", "vmware"}
}

observed := input.server.vm.memory_fully_allocated

required := true

compliant := input.server.vm.memory_fully_allocated
