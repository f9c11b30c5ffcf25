# METADATA
# title: Audit subcategories win over legacy categories
# description: Where legacy categories win, the subcategory settings are there and nothing of them takes effect.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-013
#   subject: server
#   severity: medium
#   generations: [v2, v3, sa]
#   roles: [dc, rodc, adfs, adcs, entra_connect]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: derived
#   remediation: [domain.create_audit_gpo, domain.link_audit_gpo]
package mdi.rules.auditing.subcategories_win

observed := data.mdi.lib.registry.dword(input.server.registry.sce_no_apply_legacy_audit_policy)

required := "1 or not present"

compliant := observed in {1, "not present"}
