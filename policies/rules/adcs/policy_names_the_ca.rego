# METADATA
# title: The policy object that sets the audit filter names the real CA
# description: Written under the name of a CA that is not there, the filter changes nothing and looks set.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection
# custom:
#   id: MDI-AUD-305
#   subject: server
#   severity: medium
#   generations: [v2, v3]
#   roles: [adcs]
#   profiles: [v2-current, v3-current]
#   basis: tool
#   remediation: [ca.set_audit_filter]
package mdi.rules.adcs.policy_names_the_ca

# Without a policy object that writes the filter, it is set on the CA itself.
applies := count(_keys) > 0 if {
	input.domain.gpos_complete
	count(_read) == count(input.domain.gpos)
}

observed := {"ca": input.server.ca.active_name, "written under": _named}

required := "written under the name of the CA"

compliant := lower(input.server.ca.active_name) in _named

_read := {id |
	some id in object.keys(input.domain.gpos)
	is_object(input.domain.gpos[id].ca_audit_keys)
}

_keys contains key if {
	some id in _read
	some key in object.keys(input.domain.gpos[id].ca_audit_keys)
}

# The keys as the server reads them: the module writes the names of domain and computer as variables.
_named := {replace(replace(key, "%domainname%", domain), "%computername%", computer) | some key in _keys} if {
	domain := lower(input.domain.netbios_name)
	computer := lower(input.server.netbios_name)
}
