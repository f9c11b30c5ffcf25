package schema

// Sensor is a registered sensor as the workspace shows it, keyed by the FQDN of its server.
type Sensor struct {
	// Sensor id. Example: `"1f0d1c32-0c2e-4f7b-8a3d-6f0f4f1f2b7a"`.
	ID string `json:"id,omitzero" fact:"format=guid;from=tenant,importer:graph_sensors"`
	// Workspace it reports to. Example: `"0d4d9a55-8d7c-4b55-9a6e-54a2c36cf0c1"`.
	WorkspaceID string `json:"workspace_id,omitzero" fact:"format=guid;from=tenant,host"`
	// What is registered. Example: `"v2"`.
	Generation string `json:"generation,omitzero" fact:"enum=v2|v3|standalone;from=tenant,importer:graph_sensors"`
	// Type shown. Example: `"domain_controller"`.
	Type string `json:"type,omitzero" fact:"enum=domain_controller|adfs|adcs|entra_connect|standalone;from=tenant,importer:graph_sensors"`
	// Version. Form: dotted. Example: `"2.256.19388.1"`.
	Version string `json:"version,omitzero" fact:"format=version;from=tenant,importer:graph_sensors"`
	// Deployment status. Example: `"up_to_date"`.
	DeploymentStatus string `json:"deployment_status,omitzero" fact:"enum=up_to_date|outdated|updating|syncing|update_failed|not_configured|unreachable|disconnected|start_failure;from=tenant,importer:graph_sensors"`
	// Service status. Example: `"running"`.
	ServiceStatus string `json:"service_status,omitzero" fact:"enum=running|starting|stopped|disabled|onboarding;from=tenant,importer:graph_sensors"`
	// Worst open health issue. Example: `"healthy"`.
	HealthStatus string `json:"health_status,omitzero" fact:"enum=healthy|low|medium|high;from=tenant,importer:graph_sensors"`
	// Open health issues. Form: issues. Example: `0`.
	OpenHealthIssues *int64 `json:"open_health_issues,omitzero" fact:"min=0;unit=issues;from=tenant,importer:graph_sensors"`
	// First registration or activation. Example: `"2026-10-20T08:00:00Z"`.
	RegisteredAt string `json:"registered_at,omitzero" fact:"format=time;from=tenant,importer:graph_sensors"`
	// Last contact at. Example: `"2026-11-22T08:39:00Z"`.
	LastContactAt string `json:"last_contact_at,omitzero" fact:"format=time;from=tenant"`
	// Newest activity of this server in advanced hunting. Example: `"2026-11-22T08:35:00Z"`.
	LastEventAt string `json:"last_event_at,omitzero" fact:"format=time;from=tenant"`
	// In the 72-hour ring. Example: `false`.
	DelayedUpdateEnabled *bool `json:"delayed_update_enabled,omitzero" fact:"from=tenant,importer:graph_sensors"`
	// V2 to v3. Example: `"ready"`.
	MigrationState string `json:"migration_state,omitzero" fact:"enum=ready|not_ready|migrating|up_to_date|failed;from=tenant,spec"`
	// Success of the migration. Example: `"2026-11-18T10:00:00Z"`.
	MigratedAt string `json:"migrated_at,omitzero" fact:"format=time;from=tenant,spec"`
	// "Domain controller (FQDN)" list. Form: key: FQDN; true. Example: `true`.
	DomainControllers Set `json:"domain_controllers,omitzero" fact:"map=closed;key=fqdn;from=tenant,importer:graph_sensors"`
	// Selected capture adapters. Form: key: connection name; true. Example: `true`.
	CaptureAdapters Set           `json:"capture_adapters,omitzero" fact:"map=closed;key=text;from=tenant,importer:graph_sensors"`
	Mirror          *SensorMirror `json:"mirror,omitzero"`
	// How events reach a standalone sensor. Example: `"wef"`.
	EventSource string      `json:"event_source,omitzero" fact:"enum=wef|siem|none;from=spec"`
	SIEM        *SensorSIEM `json:"siem,omitzero"`
}

// SensorSIEM groups the facts under siem.
type SensorSIEM struct {
	// Vendor. Example: `"splunk"`.
	Vendor string `json:"vendor,omitzero" fact:"enum=rsa|arcsight|splunk|qradar|other;from=spec"`
	// Transport. Example: `"udp"`.
	Transport string `json:"transport,omitzero" fact:"enum=udp|tcp;from=spec"`
	// Event times carry milliseconds. Example: `true`.
	Milliseconds *bool `json:"milliseconds,omitzero" fact:"from=spec"`
	// QRadar collects by MSRPC, not by agent. Example: `true`.
	Agentless *bool `json:"agentless,omitzero" fact:"from=spec"`
	// Ids it forwards. Form: key: number; true. Example: `true`.
	EventIds Set `json:"event_ids,omitzero" fact:"map=closed;key=text;from=spec"`
}

// SensorMirror groups the facts under mirror.
type SensorMirror struct {
	// How traffic reaches a standalone sensor. Example: `"span"`.
	Method string `json:"method,omitzero" fact:"enum=span|rspan|erspan|vswitch|tap|none;from=spec"`
	// ERSPAN is decapsulated before the sensor. Example: `true`.
	ErspanDecapsulated *bool `json:"erspan_decapsulated,omitzero" fact:"from=spec"`
	// Both directions arrive on one adapter. Example: `true`.
	BothDirections *bool `json:"both_directions,omitzero" fact:"from=spec"`
	// Sensor and mirrored DCs share a switch or virtual switch. Example: `true`.
	SameSwitch *bool `json:"same_switch,omitzero" fact:"from=spec"`
	// Mirrored DCs. Form: key: FQDN; true. Example: `true`.
	DCs Set `json:"dcs,omitzero" fact:"map=closed;key=fqdn;from=spec"`
}
