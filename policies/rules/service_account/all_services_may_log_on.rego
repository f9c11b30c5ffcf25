# METADATA
# title: Where "Log on as a service" is defined, it holds NT SERVICE\ALL SERVICES
# description: A policy that defines the right replaces it; without this entry no service with an account of its own starts.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa
# custom:
#   id: MDI-DSA-026
#   subject: server
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [domain.grant_logon_as_service]
package mdi.rules.service_account.all_services_may_log_on

observed := input.server.user_rights.SeServiceLogonRight

required := "S-1-5-80-0, where it is defined"

compliant if input.server.user_rights.SeServiceLogonRight.defined_by_policy == false

compliant := "S-1-5-80-0" in object.keys(input.server.user_rights.SeServiceLogonRight.principals) if input.server.user_rights.SeServiceLogonRight.defined_by_policy
