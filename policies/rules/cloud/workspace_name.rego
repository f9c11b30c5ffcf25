# METADATA
# title: The name of the workspace is known
# description: The name is part of the host that sensors report to, and it is not always the name of the company.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/settings-about
# custom:
#   id: MDI-CLOUD-012
#   subject: workspace
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [workspace.create, workspace.record_details]
package mdi.rules.cloud.workspace_name

observed := {"exists": input.workspace.exists, "name": object.get(input.workspace, "name", "not read")}

required := "a workspace, and its name as the About page has it"

# A name that was planned for a workspace that does not exist yet may turn out otherwise.
compliant := false if input.workspace.exists == false

compliant if {
	input.workspace.exists
	is_string(input.workspace.name)
}
