# METADATA
# title: The global catalog over TLS on TCP 3269 is open to those domain controllers
# description: A workspace that support has switched to LDAPS asks the global catalog here.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-NET-010
#   subject: path
#   severity: low
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [network.open_multiforest_ldap, standalone.open_ports]
package mdi.rules.network.catalog_tls_remote

applies := input.path.class in {"remote_forest"}

observed := {"tcp/3269": input.path.ports["tcp/3269"].open}

required := {"tcp/3269": true}

compliant := observed == required
