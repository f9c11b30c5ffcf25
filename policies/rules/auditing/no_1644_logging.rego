# METADATA
# title: The retired LDAP logging of event 1644 is off
# description: Logging of expensive searches served a detection that is gone; it costs processor time and fills the log.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-021
#   subject: server
#   severity: info
#   generations: [v2, v3, sa]
#   roles: [dc, rodc]
#   profiles: [v2-current, v3-current]
#   basis: documented
#   remediation: [domain.remove_legacy_1644]
package mdi.rules.auditing.no_1644_logging

observed := {name: data.mdi.lib.registry.dword(input.server.registry[name]) | some name in _names}

required := "not present, or 0 for field engineering"

compliant := count(_left) == 0 if count(observed) == count(_names)

_left := {name |
	some name in _names
	not observed[name] in _allowed[name]
}

_allowed := {
	"ntds_field_engineering": {0, "not present"},
	"ntds_expensive_search_results_threshold": {"not present"},
	"ntds_inefficient_search_results_threshold": {"not present"},
	"ntds_search_time_threshold": {"not present"},
}

_names := object.keys(_allowed)
