# METADATA
# title: The AD FS audit level is Verbose
# description: Below Verbose, AD FS does not write the events that name who signed in.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services
# custom:
#   id: MDI-ADFS-004
#   subject: server
#   severity: medium
#   generations: [v2, v3]
#   roles: [adfs]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [adfs.enable_verbose]
package mdi.rules.adfs.audit_level

# Windows Server 2012 R2 has no such property.
applies := false if input.server.adfs.audit_level_supported == false

applies if not input.server.adfs.audit_level_supported == false

observed := input.server.adfs.audit_level

required := "verbose"

compliant := observed == required
