# METADATA
# title: Inspection of TLS on the path at hand
package mdi.lib.inspection

# inspected says whether a proxy on the path reads what goes to its end.
inspected := false if input.path.via != "proxy"

inspected := false if input.network.proxies[input.path.proxy].tls_inspection_active == false

inspected := count(_bypass) == 0 if {
	input.network.proxies[input.path.proxy].tls_inspection_active
	is_object(input.network.proxies[input.path.proxy].inspection_bypass)
}

_bypass := {pattern |
	some pattern in object.keys(input.network.proxies[input.path.proxy].inspection_bypass)
	data.mdi.lib.hosts.matches(pattern, input.path.to)
}
