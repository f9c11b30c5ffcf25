# METADATA
# title: The v3 sensor's server has the cumulative update that the policy date asks for
# description: The v3 sensor arrives with the cumulative update; before it there is nothing to activate.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3
# custom:
#   id: MDI-OS-009
#   subject: server
#   severity: blocker
#   generations: [v3]
#   profiles: [v3-current]
#   basis: documented
#   remediation: [server.install_cumulative_update]
package mdi.rules.operating_system.v3_cumulative_update

observed := input.server.lcu_month

required := data.mdi.lib.updates.v3_floor(input.run.policy_date)

compliant := observed >= required
