# METADATA
# title: ".NET Framework 4.7 or later is installed"
# description: Without .NET Framework 4.7 the setup installs it itself, and that may restart the controller.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-NETFX-001
#   subject: server
#   severity: medium
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [server.install_dotnet, server.clear_pending_reboot]
package mdi.rules.host.dotnet

observed := input.server.dotnet_release

required := data.mdi.tables.dotnet.release

compliant := observed >= required
