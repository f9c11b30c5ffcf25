# METADATA
# title: The certificate chain seen on the way to the sensor API is Microsoft's
# description: Another issuer means that somebody in between reads along, and the sensor refuses.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-CERT-006
#   subject: path
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [network.exempt_tls_inspection]
package mdi.rules.certificates.chain_is_microsofts

applies := input.path.class == "sensor_api"

observed := {"issuer": input.path.tls.issuer, "root": input.path.tls.root_thumbprint}

required := {"issuer": data.mdi.tables.service_chain.issuer_prefix, "root": _roots}

compliant := {startswith(input.path.tls.issuer, data.mdi.tables.service_chain.issuer_prefix), input.path.tls.root_thumbprint in _roots} == {true}

# A root of another cloud is a stranger here, too.
_roots := data.mdi.tables.service_chain.roots[input.tenant.cloud]
