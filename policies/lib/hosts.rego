# METADATA
# title: Host patterns, matched label by label
package mdi.lib.hosts

matches(pattern, host) if lower(pattern) == lower(host)

matches(pattern, host) if {
	startswith(pattern, "*.")
	endswith(lower(host), lower(trim_prefix(pattern, "*")))
}

# sensor_api is the host that the sensors of a workspace report to, in a zone of the service.
sensor_api(workspace, suffix) := sprintf("%ssensorapi%s", [lower(workspace), suffix])
