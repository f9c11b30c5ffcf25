# METADATA
# title: Host patterns, matched label by label
package mdi.lib.hosts

matches(pattern, host) if lower(pattern) == lower(host)

matches(pattern, host) if {
	startswith(pattern, "*.")
	endswith(lower(host), lower(substring(pattern, 1, -1)))
}
