# METADATA
# title: Defender Antivirus is active or passive
# description: The sensor comes with Defender; where its antivirus is neither active nor passive there is nothing to come with.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3
# custom:
#   id: MDI-V3-024
#   subject: server
#   severity: info
#   generations: [v3]
#   profiles: [v3-current]
#   basis: documented
#   remediation: []
package mdi.rules.sensor_v3.antivirus_mode

observed := input.server.mde.antivirus_mode

required := "active or passive"

compliant := observed in {"active", "passive"}
