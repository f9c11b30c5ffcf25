# METADATA
# title: Incoming NTLM traffic is audited for all accounts
# description: 8004 events show who still uses NTLM, and against what.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-201
#   subject: server
#   severity: medium
#   generations: [v2, v3, sa]
#   roles: [dc, rodc]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [domain.create_ntlm_gpo, domain.link_audit_gpo, workspace.enable_auto_auditing]
package mdi.rules.auditing.ntlm_incoming

observed := data.mdi.lib.registry.dword(input.server.registry.audit_receiving_ntlm_traffic)

required := data.mdi.tables.ntlm_auditing.wanted.audit_receiving_ntlm_traffic

compliant := observed in required
