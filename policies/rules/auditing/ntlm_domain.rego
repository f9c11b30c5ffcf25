# METADATA
# title: NTLM authentication in the domain is audited
# description: Only the controllers see all NTLM of a domain.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-203
#   subject: server
#   severity: medium
#   generations: [v2, v3, sa]
#   roles: [dc, rodc]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [domain.create_ntlm_gpo, domain.link_audit_gpo, workspace.enable_auto_auditing]
package mdi.rules.auditing.ntlm_domain

observed := data.mdi.lib.registry.dword(input.server.registry.audit_ntlm_in_domain)

required := data.mdi.tables.ntlm_auditing.wanted.audit_ntlm_in_domain

compliant := observed in required
