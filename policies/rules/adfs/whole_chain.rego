# METADATA
# title: The whole chain behind the AD FS events is in place
# description: Five settings stand behind one event; the four that are right do not help.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services
# custom:
#   id: MDI-ADFS-006
#   subject: server
#   severity: high
#   generations: [v2, v3]
#   roles: [adfs]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: derived
#   remediation: [adfs.create_audit_gpo, adfs.enable_service_audits, adfs.enable_verbose, domain.set_adfs_container_auditing]
package mdi.rules.adfs.whole_chain

observed := {
	"application generated": input.server.audit_policy["0cce9222-69ae-11d9-bed3-505054503030"],
	"logon": input.server.audit_policy["0cce9215-69ae-11d9-bed3-505054503030"],
	"audit level": _level,
	"log levels": object.keys(input.server.adfs.log_levels),
}

required := {"application generated": 3, "logon": 3, "audit level": "verbose", "log levels": {"successaudits", "failureaudits"}}

compliant := {
	data.mdi.lib.audit.covers(observed["application generated"], data.mdi.tables.audit.success_and_failure.value),
	data.mdi.lib.audit.covers(observed.logon, data.mdi.tables.audit.success_and_failure.value),
	observed["audit level"] in {required["audit level"], "not supported"},
	(required["log levels"] - observed["log levels"]) == set(),
} == {true}

# Windows Server 2012 R2 has no audit level and writes what it writes.
_level := "not supported" if input.server.adfs.audit_level_supported == false

else := input.server.adfs.audit_level
