# METADATA
# title: Network Service may read the logs of forwarding domain controllers, restarted since
# description: Events are forwarded by Network Service, and a controller learns of a membership of its own when it starts.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-event-forwarding
# custom:
#   id: MDI-STA-006
#   subject: server
#   severity: high
#   generations: [sa]
#   roles: [dc, rodc]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [standalone.configure_wef, standalone.restart_controller]
package mdi.rules.standalone.logs_readable

applies := data.mdi.lib.mirroring.forwards

observed := _seen

_seen["is_member"] := _is_member

_seen["members_changed_at"] := input.domain.groups["S-1-5-32-573"].members_changed_at

_seen["booted_at"] := input.server.booted_at

required := "Network Service in Event Log Readers, and a start of the server after that"

compliant := false if _is_member == false

compliant := time.parse_rfc3339_ns(input.server.booted_at) > time.parse_rfc3339_ns(input.domain.groups["S-1-5-32-573"].members_changed_at) if _is_member

# Event Log Readers of the domain.
_is_member := data.mdi.tables.forwarding.service in object.keys(input.domain.groups["S-1-5-32-573"].members)
