package schema

// Section is the provenance of the subtree at its JSON pointer; for a missing value it says why.
type Section struct {
	// Who supplied it. Form: key of `sources`. Example: `"host-dc01"`.
	Source string `json:"source,omitzero"`
	// Could we look. Example: `"complete"`.
	Status string `json:"status,omitzero" fact:"enum=complete|partial|denied|unreachable|unsupported|failed"`
	// When it was true. Example: `"2026-11-22T08:42:31Z"`.
	ReadAt string `json:"read_at,omitzero" fact:"format=time"`
	// Why the status is not complete. Form: one line. Example: `"nTSecurityDescriptor: insufficient rights"`.
	Error string `json:"error,omitzero"`
	// What other sources say of the same moment, when they disagree. Form: one line. Example: `"host-2 says 4294967296"`.
	Conflict string `json:"conflict,omitzero"`
	// Query or command that produced it. Example: `"auditpol /backup"`.
	Command string `json:"command,omitzero"`
	// Digest of its raw output. Form: 64 hex, lower case. Example: `"65c74c15a686187bb6bbf9958f494fc6b80068034a659a9ad44991b08c58f2d2"`.
	OutputSHA256 string `json:"output_sha256,omitzero" fact:"format=sha256"`
}

// Source is one run of one collector or importer.
type Source struct {
	// What kind of source it is. Example: `"ad"`.
	Collector string `json:"collector,omitzero" fact:"enum=ad|network|host|tenant|importer|spec"`
	// Which importer, when collector is importer. Example: `"sizing_workbook"`.
	Importer string `json:"importer,omitzero" fact:"enum=readiness_json|readiness_extended_json|deployment_plan|configuration_report|dsa_test|sizing_workbook|auditpol_csv|domain_controllers_json|graph_skus|graph_roles|graph_sensors|graph_health_issues|performance_csv|gpo_backup|wevtutil|powercfg|hotfixes|gmsa_test_csv|kds_keys_json"`
	// Program and script that read the facts. Example: `"mdiplan collect ad"`.
	Tool string `json:"tool,omitzero"`
	// Its version. Form: dotted. Example: `"0.1.0"`.
	ToolVersion string `json:"tool_version,omitzero" fact:"format=version"`
	// Machine on which it ran. Example: `"admin01.contoso.com"`.
	Host string `json:"host,omitzero" fact:"format=fqdn"`
	// Account under which it ran. Form: account key or UPN. Example: `"alice@contoso.com"`.
	Identity string `json:"identity,omitzero"`
	// Start of the run. Example: `"2026-11-22T08:40:00Z"`.
	StartedAt string `json:"started_at,omitzero" fact:"format=time"`
	// End of the run. Example: `"2026-11-22T08:44:10Z"`.
	FinishedAt string `json:"finished_at,omitzero" fact:"format=time"`
	// Imported file, as given. Form: path. Example: `"sizing.xlsx"`.
	File string `json:"file,omitzero"`
	// Its digest. Form: 64 hex, lower case. Example: `"252f10c83610ebca1a059c0bae8255eba2f95be4d1d7bcfa89d7248a82d9f111"`.
	FileSHA256 string `json:"file_sha256,omitzero" fact:"format=sha256"`
}
