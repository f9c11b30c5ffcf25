# METADATA
# title: A GCC server trusts DigiCert Global Root G2 and Global Root CA
# description: Which of the two roots the GCC cloud uses is not documented, and a server that trusts both is right either way.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues
# custom:
#   id: MDI-CERT-003
#   subject: server
#   severity: medium
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: derived
#   remediation: [server.install_root_cert]
package mdi.rules.certificates.gcc_roots

applies := input.tenant.cloud == "gcc"

observed := {thumbprint: input.server.root_certificates[thumbprint].present | some thumbprint in required}

required := {data.mdi.tables.certificates.global_root_g2.thumbprint, data.mdi.tables.certificates.global_root_ca.thumbprint}

compliant := false if false in {present | some present in observed}

compliant if {
	count(observed) == count(required)
	every present in observed {
		present == true
	}
}
