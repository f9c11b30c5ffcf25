# METADATA
# title: Dynamic memory is off on a Hyper-V guest
# description: A guest whose memory is taken away under load starves the sensor first.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-HW-008
#   subject: server
#   severity: blocker
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [server.reserve_vm_memory]
package mdi.rules.hardware.hyper_v_memory

# A physical server has no hypervisor.
applies := false if input.server.virtual == false

applies := input.server.hypervisor == "hyper_v" if not input.server.virtual == false

observed := input.server.vm.dynamic_memory_enabled

required := false

compliant := observed == required
