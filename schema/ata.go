package schema

// ATA is a Microsoft ATA deployment to migrate from.
type ATA struct {
	// Microsoft ATA Center exists. Example: `false`.
	CenterPresent *bool `json:"center_present,omitzero" fact:"from=host,importer:deployment_plan,spec"`
	// Gateways of any kind. Example: `"lightweight"`.
	Gateways map[string]string `json:"gateways,omitzero" fact:"map=closed;key=fqdn;enum=lightweight|full;from=host,spec"`
	// Captured before the move. Form: see "ATA inventory"; bool. Example: `true`.
	Inventory map[string]bool `json:"inventory,omitzero" fact:"map=open;key=text;from=spec"`
	// Open alerts. Form: alerts. Example: `0`.
	OpenAlerts *int64 `json:"open_alerts,omitzero" fact:"min=0;unit=alerts;from=spec"`
	// Database backed up. Example: `true`.
	DatabaseBackedUp *bool `json:"database_backed_up,omitzero" fact:"from=spec"`
}
