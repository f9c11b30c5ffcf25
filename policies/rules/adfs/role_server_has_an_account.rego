# METADATA
# title: A v2 sensor on AD FS, AD CS or Entra Connect has a Directory Service Account
# description: A sensor on a server that is no domain controller reads the directory with this account or not at all.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services
# custom:
#   id: MDI-ADFS-002
#   subject: sensor
#   severity: blocker
#   generations: [v2]
#   roles: [adfs, adcs, entra_connect]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [domain.create_gmsa, domain.create_dsa_user, workspace.add_dsa]
package mdi.rules.adfs.role_server_has_an_account

observed := {name: object.get(entry, "domain_name", "") | some name, entry in input.workspace.dsa_entries}

required := "an account in the forest of the server"

compliant := count(_near) > 0 if {
	is_object(input.workspace.dsa_entries)
	is_object(input.forest.domains)
	is_string(input.server.domain)
}

_near := {name |
	some name in object.keys(input.workspace.dsa_entries)
	lower(input.workspace.dsa_entries[name].domain_name) in (object.keys(input.forest.domains) | {input.server.domain})
}
