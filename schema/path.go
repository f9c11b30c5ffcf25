package schema

import (
	"cmp"
	"strings"
)

// Path is one network path, keyed "<from>-><to>".
type Path struct {
	// Who opens the connection. Form: FQDN, or a name from the spec. Example: `"dc01.contoso.com"`.
	From string `json:"from,omitzero" fact:"from=network"`
	// Who is called. Form: FQDN, address, `localhost`. Example: `"contoso-corpsensorapi.atp.azure.com"`.
	To string `json:"to,omitzero" fact:"from=network"`
	// What the path is for. Example: `"sensor_api"`.
	Class string `json:"class,omitzero" fact:"enum=sensor_api|loopback|dns|domain_controller|remote_forest|time|device|mde|pki|package|radius|syslog|event_forwarding|adws|sizing;from=network"`
	// How it goes. Example: `"direct"`.
	Via string `json:"via,omitzero" fact:"enum=direct|proxy|expressroute|service_tag;from=network,spec"`
	// Proxy it goes through. Form: key of network.proxies. Example: `"proxy.contoso.com:8080"`.
	Proxy string `json:"proxy,omitzero" fact:"from=network,spec"`
	// The name resolves from there. Example: `true`.
	Resolved *bool `json:"resolved,omitzero" fact:"from=network"`
	// Ports tried. Form: key: port spec, for example tcp/443. Example: `"tcp/443"`.
	Ports map[string]*PathPort `json:"ports,omitzero" fact:"map=open;key=port;from=network,importer:readiness_extended_json"`
	TLS   *PathTLS             `json:"tls,omitzero"`
	HTTP  *PathHTTP            `json:"http,omitzero"`
}

// inbound are the classes of what others send to a sensor.
var inbound = map[string]bool{"radius": true, "syslog": true, "event_forwarding": true}

// ServerOf is the server that a path belongs to: who opens the connection, or who is called where others send to a
// sensor. A path whose class nobody named belongs to the end that is a server of the estate.
func (f *Facts) ServerOf(key string) string {
	p := f.Paths[key]
	if p == nil {
		return ""
	}
	from, to, _ := strings.Cut(key, "->") // the key says both ends, also where nobody read them
	from, to = cmp.Or(p.From, from), cmp.Or(p.To, to)
	if inbound[p.Class] || p.Class == "" && f.Servers[from] == nil && f.Servers[to] != nil {
		return to
	}
	return from
}

// PathHTTP groups the facts under http.
type PathHTTP struct {
	// Answer of the ping request. Form: HTTP status. Example: `200`.
	Status *int64 `json:"status,omitzero" fact:"min=0;from=network"`
	// Version in that answer. Form: dotted. Example: `"2.256.19388.1"`.
	SensorVersion string `json:"sensor_version,omitzero" fact:"format=version;from=network"`
}

// PathTLS groups the facts under tls.
type PathTLS struct {
	// Negotiated version. Form: 1.0, 1.1, 1.2, 1.3. Example: `"1.2"`.
	Version string `json:"version,omitzero" fact:"from=network"`
	// Issuer of the server certificate. Example: `"CN=Microsoft Azure TLS Issuing CA 01"`.
	Issuer string `json:"issuer,omitzero" fact:"from=network"`
	// Root of the chain seen. Form: SHA-1, lower case hex. Example: `"df3c24f9bfd666761b268073fe06d1cc8d4f82a4"`.
	RootThumbprint string `json:"root_thumbprint,omitzero" fact:"from=network"`
}

// PathPort describes one entry: ports tried.
type PathPort struct {
	// It answers. Example: `true`.
	Open *bool `json:"open,omitzero" fact:"from=network,importer:readiness_extended_json"`
	// Latency seconds. Form: seconds. Example: `0.031`.
	LatencySeconds *float64 `json:"latency_seconds,omitzero" fact:"min=0;unit=seconds;from=network,importer:readiness_extended_json"`
}
