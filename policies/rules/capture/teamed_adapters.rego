# METADATA
# title: Teamed adapters are captured with Npcap
# description: WinPcap cannot capture a team of adapters, and setup stops at it.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues
# custom:
#   id: MDI-NPCAP-004
#   subject: server
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [server.remove_winpcap, server.install_npcap]
package mdi.rules.capture.teamed_adapters

applies := count(_teamed) > 0 if count(_told) == count(input.server.nics)

applies if count(_teamed) > 0

observed := {"teamed": _teamed, "winpcap": input.server.winpcap_installed, "npcap": input.server.npcap.installed}

required := "Npcap, and no WinPcap"

compliant := {input.server.npcap.installed, input.server.winpcap_installed == false} == {true}

_told := {name |
	some name in object.keys(input.server.nics)
	is_boolean(input.server.nics[name].teamed)
}

_teamed := {name |
	some name in object.keys(input.server.nics)
	input.server.nics[name].teamed
}
