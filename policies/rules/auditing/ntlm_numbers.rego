# METADATA
# title: The NTLM audit values are numbers, not text
# description: Windows ignores a text where it wants a number, and shows the policy as set.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-204
#   subject: server
#   severity: medium
#   generations: [v2, v3, sa]
#   roles: [dc, rodc]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: derived
#   remediation: [domain.create_ntlm_gpo, domain.link_audit_gpo]
package mdi.rules.auditing.ntlm_numbers

observed := {name: _kind(input.server.registry[name]) | some name in _names}

required := "dword, or not present"

compliant := ({kind | some kind in observed} - {"dword", "not present"}) == set() if count(observed) == count(_names)

_kind(value) := value.type if value.present

_kind(value) := "not present" if value.present == false

_names := {"audit_receiving_ntlm_traffic", "restrict_sending_ntlm_traffic", "audit_ntlm_in_domain"}
