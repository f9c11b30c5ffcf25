# METADATA
# title: Outgoing NTLM traffic is audited or denied
# description: Outgoing NTLM is how credentials are relayed; the event names the target.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-202
#   subject: server
#   severity: medium
#   generations: [v2, v3, sa]
#   roles: [dc, rodc]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [domain.create_ntlm_gpo, domain.link_audit_gpo, workspace.enable_auto_auditing]
package mdi.rules.auditing.ntlm_outgoing

observed := data.mdi.lib.registry.dword(input.server.registry.restrict_sending_ntlm_traffic)

required := data.mdi.tables.ntlm_auditing.wanted.restrict_sending_ntlm_traffic

compliant := observed in required
