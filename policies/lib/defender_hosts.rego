# METADATA
# title: The hosts of Defender for Endpoint, as a path of a v3 server meets them
package mdi.lib.defender_hosts

# elsewhere says that the path has nothing to do with Defender for Endpoint.
elsewhere if {input.path.class} & {"mde", "pki"} == set()

# needed says whether a v3 server cannot do without the host that the path leads to.
needed := false if elsewhere

needed := streamlined(input.path.to) if input.path.class == "mde"

needed := input.path.to in data.mdi.tables.revocation_hosts.hosts if input.path.class == "pki"

# streamlined says whether a host is the one of the tenant's cloud that stands for all others.
streamlined(host) if data.mdi.lib.hosts.matches(data.mdi.tables.clouds[input.tenant.cloud].endpoint_hosts, host)

streamlined(host) := false if {
	pattern := data.mdi.tables.clouds[input.tenant.cloud].endpoint_hosts
	not data.mdi.lib.hosts.matches(pattern, host)
}

observed := {"to": input.path.to, "resolved": input.path.resolved, "port": required.port, "open": _open}

required := {"to": input.path.to, "resolved": true, "port": _port, "open": true}

reached := false if input.path.resolved == false

reached := _open if input.path.resolved

# Revocation lists are fetched without TLS, or fetching them would need the lists.
_port := "tcp/443" if input.path.class == "mde"

_port := "tcp/80" if input.path.class == "pki"

_open := input.path.ports["tcp/443"].open if input.path.class == "mde"

_open := input.path.ports["tcp/80"].open if input.path.class == "pki"
