# METADATA
# title: ".NET uses the system's TLS versions and strong cryptography"
# description: A .NET that picks its own TLS versions may pick one the service refuses; a value that is not set leaves the choice to Windows.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues
# custom:
#   id: MDI-TLS-002
#   subject: server
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [server.set_tls_defaults]
package mdi.rules.certificates.dotnet_tls

observed := {name: value | some name in _names; value := _state(input.server.registry[name])}

required := "1, or not present"

compliant := ({value | some value in observed} & {"wrong"}) == set() if count(observed) == count(_names)

_names := {
	"dotnet_system_default_tls_versions",
	"dotnet_sch_use_strong_crypto",
	"dotnet32_system_default_tls_versions",
	"dotnet32_sch_use_strong_crypto",
}

_state(entry) := "not present" if entry.present == false

_state(entry) := "1" if _one(entry)

_state(entry) := "wrong" if {
	entry.present
	not _one(entry)
}

_one(entry) if {
	entry.present
	entry.type == "dword"
	entry.value == 1
}
