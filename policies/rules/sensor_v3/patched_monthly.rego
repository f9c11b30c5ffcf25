# METADATA
# title: v3 servers are patched every month
# description: The v3 sensor is updated with Windows; a server that is not patched falls out of support.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3
# custom:
#   id: MDI-V3-018
#   subject: server
#   severity: medium
#   generations: [v3]
#   profiles: [v3-current]
#   basis: documented
#   remediation: [server.install_cumulative_update]
package mdi.rules.sensor_v3.patched_monthly

observed := {"patched monthly": object.get(input.spec, ["server", "patched_monthly"], "not said"), "newest update": input.server.lcu_month}

required := "the cumulative update of this month or of the one before"

compliant := (_months(input.server.lcu_month) + 1) >= _months(input.run.now) if object.get(input.spec, ["server", "patched_monthly"], true)

compliant := false if object.get(input.spec, ["server", "patched_monthly"], true) == false

_months(text) := (to_number(split(text, "-")[0]) * 12) + to_number(trim_left(split(text, "-")[1], "0"))
