package schema

// Network is what the estate's egress looks like.
type Network struct {
	// Forward proxies. Form: key: host:port, lower case. Example: `"proxy.contoso.com:8080"`.
	Proxies map[string]*NetworkProxy `json:"proxies,omitzero" fact:"map=open;key=hostport;from=spec,network"`
	// Outbound traffic is filtered by an explicit list. Example: `true`.
	AllowlistInUse *bool `json:"allowlist_in_use,omitzero" fact:"from=spec"`
	// Hosts on that list. Form: key: host pattern; true. Example: `true`.
	Allowlist Set `json:"allowlist,omitzero" fact:"map=closed;key=hostpattern;from=spec"`
	// Service tags the firewall allows. Form: key: tag name; true. Example: `true`.
	ServiceTags Set `json:"service_tags,omitzero" fact:"map=closed;key=text;from=spec"`
	// Last comparison of pinned addresses with the tag file. Example: `"2026-11-01T00:00:00Z"`.
	IPRangesReviewedAt string               `json:"ip_ranges_reviewed_at,omitzero" fact:"format=time;from=spec"`
	Expressroute       *NetworkExpressroute `json:"expressroute,omitzero"`
	// Where devices listen for RDP. Form: TCP port. Example: `3389`.
	DeviceRDPPort *int64 `json:"device_rdp_port,omitzero" fact:"min=0;from=spec"`
}

// NetworkExpressroute groups the facts under expressroute.
type NetworkExpressroute struct {
	// MDI traffic goes over ExpressRoute. Example: `false`.
	InUse *bool `json:"in_use,omitzero" fact:"from=spec"`
	// Communities in the route filter. Form: key: text; true. Example: `true`.
	BGPCommunities Set `json:"bgp_communities,omitzero" fact:"map=closed;key=text;from=spec"`
}

// NetworkProxy describes one entry: forward proxies.
type NetworkProxy struct {
	// It intercepts TLS. Example: `true`.
	TLSInspectionActive *bool `json:"tls_inspection_active,omitzero" fact:"from=spec,network,importer:deployment_plan"`
	// Hosts exempt from interception. Form: key: host pattern; true. Example: `true`.
	InspectionBypass Set `json:"inspection_bypass,omitzero" fact:"map=closed;key=hostpattern;from=spec"`
	// Hosts it lets through. Form: key: host pattern; true. Example: `true`.
	AllowedHosts Set `json:"allowed_hosts,omitzero" fact:"map=closed;key=hostpattern;from=spec"`
	// What it asks of a client. Example: `"none"`.
	Authentication string `json:"authentication,omitzero" fact:"enum=none|basic|ntlm|kerberos;from=spec,network"`
	// Its answer to a client without credentials. Form: HTTP status. Example: `407`.
	UnauthenticatedStatus *int64 `json:"unauthenticated_status,omitzero" fact:"min=0;from=network"`
	// It resolves and pins addresses itself. Example: `false`.
	ResolvesNames *bool `json:"resolves_names,omitzero" fact:"from=spec"`
	// It has a DNS record of its own. Example: `true`.
	DNSAlias *bool `json:"dns_alias,omitzero" fact:"from=spec,network"`
}
