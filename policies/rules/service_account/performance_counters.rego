# METADATA
# title: The gMSA may read performance counters where the sensor was denied them
# description: On some servers the sensor service does not start while its account may not read the counters.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues
# custom:
#   id: MDI-DSA-035
#   subject: server
#   severity: blocker
#   generations: [v2]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [server.add_perf_log_users]
package mdi.rules.service_account.performance_counters

applies := false if input.server.sensor_v2.installed == false

applies := false if count(_accounts) == 0

applies := input.server.sensor_v2.log_symptoms.performance_counters_denied if {
	input.server.sensor_v2.installed
	count(_accounts) > 0
}

observed := object.keys(_members)

required := {name: object.get(input.accounts, [name, "sid"], "not read") | some name in _accounts}

compliant := count(_outside) == 0 if {
	is_object(_members)
	count(_sids) == count(_accounts)
}

_accounts := data.mdi.lib.service_accounts.managed_for(input.server.domain)

_members := input.server.local_groups[data.mdi.tables.service_accounts.performance_log_users.value]

_sids := {name: input.accounts[name].sid | some name in _accounts}

_outside := {name |
	some name, sid in _sids
	not sid in object.keys(_members)
}
