# METADATA
# title: The GCC High tenant owns an eligible licence
# description: A sensor cannot register in a tenant that owns no licence with the Defender for Identity service plan.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/us-govt-gcc-high
# custom:
#   id: MDI-LIC-005
#   subject: tenant
#   severity: blocker
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [tenant.verify_license]
package mdi.rules.licences.gcc_high_licence

applies := input.tenant.cloud == "gcc_high"

observed := data.mdi.lib.licences.carriers(input.tenant.skus)

required := "Microsoft 365 E5 or G5 Security for GCC High, or Defender for Identity alone"

compliant := count(observed) > 0
