# METADATA
# title: Devices answer the sensor on TCP 445
# description: Until 2025 sensors asked devices for their local administrators; without an answer lateral movement paths stayed empty.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-NET-003
#   subject: path
#   severity: low
#   generations: [v2, sa]
#   profiles: [classic-2023]
#   basis: historic
#   remediation: []
package mdi.rules.network.devices_smb

applies := input.path.class == "device"

observed := {"tcp/445": input.path.ports["tcp/445"].open}

required := {"tcp/445": true}

compliant := observed == required
