# METADATA
# title: AD FS writes success and failure audits
# description: The service writes its security events only when both kinds are switched on in its own properties.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services
# custom:
#   id: MDI-ADFS-005
#   subject: server
#   severity: high
#   generations: [v2, v3]
#   roles: [adfs]
#   profiles: [v2-current, v3-current]
#   basis: documented
#   remediation: [adfs.enable_service_audits]
package mdi.rules.adfs.service_audits

observed := input.server.adfs.log_levels

required := {"successaudits", "failureaudits"}

compliant := (required - object.keys(input.server.adfs.log_levels)) == set()
