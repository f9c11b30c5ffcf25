# METADATA
# title: An F5 licence stands on the base licence it requires
# description: An F5 licence is an add-on and grants nothing without a base licence below it.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-LIC-003
#   subject: tenant
#   severity: blocker
#   generations: [v2, v3, sa]
#   profiles: [v2-current, v3-current]
#   basis: documented
#   remediation: [tenant.verify_license]
package mdi.rules.licences.frontline_base

applies := count(observed & data.mdi.tables.licences.products.frontline_security) > 0

observed := data.mdi.lib.licences.held(input.tenant.skus)

required := "Microsoft 365 F1 or F3, or Office 365 F3 with Enterprise Mobility + Security E3"

compliant := true in {_holds("frontline"), {_holds("office_frontline"), _holds("mobility")} == {true}}

_holds(kind) := count(observed & data.mdi.tables.licences.products[kind]) > 0
