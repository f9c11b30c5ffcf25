# METADATA
# title: v2 servers of a mixed estate do not lean on automatic auditing
# description: Automatic auditing acts through v3 sensors; a classic sensor beside them reads what its server happens to log.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-019
#   subject: server
#   severity: medium
#   generations: [v2]
#   roles: [dc, rodc, adfs, adcs, entra_connect]
#   profiles: [v2-current, v3-current]
#   basis: documented
#   remediation: [domain.create_audit_gpo, domain.link_audit_gpo, domain.set_object_auditing, domain.create_ntlm_gpo]
package mdi.rules.auditing.classic_servers_by_hand

applies if input.workspace.auto_auditing_enabled

applies := object.get(input.spec, ["auditing", "method"], "not stated") == "automatic" if input.workspace.auto_auditing_enabled == false

observed := {subcategory: setting |
	some subcategory, setting in _settings
	not data.mdi.lib.audit.covers(setting, required)
}

required := data.mdi.tables.audit.success_and_failure.value

compliant := count(observed) == 0 if count(_settings) == count(data.mdi.lib.audit.needed_here)

_settings := {subcategory: input.server.audit_policy[subcategory] | some subcategory in data.mdi.lib.audit.needed_here}
