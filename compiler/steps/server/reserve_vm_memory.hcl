step "server.reserve_vm_memory" {
  title        = "Give the guest its memory for good"
  scope        = "server"
  kind         = "manual"
  who          = "Hypervisor team"
  privilege    = "Virtual machine administrator"
  runs_on      = "person"
  risk         = "reboot"
  duration     = "5m"
  requires     = ["change.open_window"]
  effects      = { server = { vm = { dynamic_memory_enabled = false, memory_all_locked = true } } }
  why          = "Memory that the hypervisor may reclaim is not there when the sensor needs it."
  verify       = "The hypervisor shows all configured memory as reserved, or dynamic memory as off."
  undo         = "Remove the reservation; the machine is switched off and on again, which is another restart."
  reversible   = true
  instructions = "Hyper-V: turn off dynamic memory. VMware: reserve all guest memory. Any other platform: allocate all memory at all times. Declare the result in the spec."
  restarts     = true
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2"]
}
