# What sensors on other servers than domain controllers need there.
package mdi.tables

entra_connect := {
	"grants": {"login", "user", "connect", "select", "execute_mms_get_globalsettings", "execute_mms_get_connectors"},
	"policy_object": "Advanced Audit and URA Policy for Entra Connect",
	"all_services": "S-1-5-80-0",
	"date": "2026-08-10",
	"source": "https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services",
}
