# METADATA
# title: Certificate Services has restarted since the audit filter changed
# description: Certificate Services reads its audit filter when it starts; a change since then is not in force.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services
# custom:
#   id: MDI-AUD-303
#   subject: server
#   severity: medium
#   generations: [v2, v3]
#   roles: [adcs]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [ca.restart_certsvc]
package mdi.rules.adcs.audit_filter_read

observed := {"started_at": input.server.services.certsvc.started_at, "changed_at": input.server.ca.audit_filter_changed_at}

required := "started after the change"

compliant := time.parse_rfc3339_ns(observed.started_at) >= time.parse_rfc3339_ns(observed.changed_at)
