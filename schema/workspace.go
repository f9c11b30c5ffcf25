package schema

// Workspace is the Defender for Identity workspace.
type Workspace struct {
	// The MDI workspace has been created. Example: `true`.
	Exists *bool `json:"exists,omitzero" fact:"from=tenant,spec"`
	// Workspace id. Example: `"0d4d9a55-8d7c-4b55-9a6e-54a2c36cf0c1"`.
	ID string `json:"id,omitzero" fact:"format=guid;from=tenant,spec"`
	// Left part of the sensor API host. Form: lower case, as on the About page. Example: `"contoso-corp"`.
	Name string `json:"name,omitzero" fact:"from=tenant,spec"`
	// Creation of the workspace. Example: `"2026-10-01T08:00:00Z"`.
	CreatedAt string `json:"created_at,omitzero" fact:"format=time;from=tenant,spec"`
	// Where the data is kept. Form: as on the About page. Example: `"Europe"`.
	Geolocation string `json:"geolocation,omitzero" fact:"from=tenant,spec"`
	// Registration of its first sensor. Example: `"2026-10-20T08:00:00Z"`.
	FirstSensorAt string `json:"first_sensor_at,omitzero" fact:"format=time;from=tenant"`
	// Registered sensors. Form: sensors. Example: `2`.
	SensorCount *int64 `json:"sensor_count,omitzero" fact:"min=0;unit=sensors;from=tenant,importer:graph_sensors"`
	// Ceiling in force, if support has raised it. Form: sensors. Example: `2000`.
	SensorLimit *int64 `json:"sensor_limit,omitzero" fact:"min=0;unit=sensors;from=spec"`
	// Ceiling of directory service accounts, if support has raised it. Form: entries. Example: `40`.
	CredentialLimit *int64 `json:"credential_limit,omitzero" fact:"min=0;unit=entries;from=spec"`
	// "Total licenses" on the About page. Form: seats. Example: `1000`.
	TotalLicences *int64 `json:"total_licences,omitzero" fact:"min=0;unit=seats;from=tenant,spec"`
	// "Active identities during the past 28 days". Form: identities. Example: `912`.
	ActiveIdentities28d *int64 `json:"active_identities_28d,omitzero" fact:"min=0;unit=identities;from=tenant,spec"`
	// Registered directory service accounts. Form: key: account key. Example: `"mdisvc01$@contoso.com"`.
	DSAEntries map[string]*WorkspaceDSAEntry `json:"dsa_entries,omitzero" fact:"map=closed;key=account;from=tenant,spec"`
	// Identity of response actions. Example: `"local_system"`.
	ActionAccountMode string `json:"action_account_mode,omitzero" fact:"enum=local_system|gmsa;from=tenant,spec"`
	// Registered action accounts. Form: key: account key. Example: `"mdiact01$@contoso.com"`.
	ActionAccounts map[string]*WorkspaceActionAccount `json:"action_accounts,omitzero" fact:"map=closed;key=account;from=tenant,spec"`
	// "Automatic Windows auditing configuration" is on. Example: `true`.
	AutoAuditingEnabled *bool `json:"auto_auditing_enabled,omitzero" fact:"from=tenant,spec"`
	// "Automatic sensor v3.x activation" is on. Example: `false`.
	AutoActivationEnabled *bool            `json:"auto_activation_enabled,omitzero" fact:"from=tenant,spec"`
	VPN                   *WorkspaceVPN    `json:"vpn,omitzero"`
	Syslog                *WorkspaceSyslog `json:"syslog,omitzero"`
	// Last regeneration of the access key. Example: `"2026-11-20T10:00:00Z"`.
	AccessKeyRegeneratedAt string `json:"access_key_regenerated_at,omitzero" fact:"format=time;from=tenant,spec"`
	// Download of the package and key in use. Example: `"2026-11-20T10:05:00Z"`.
	PackageDownloadedAt string `json:"package_downloaded_at,omitzero" fact:"format=time;from=spec"`
	// Version of the downloaded v2 package. Form: dotted. Example: `"2.256.19388.1"`.
	PackageVersion string `json:"package_version,omitzero" fact:"format=version;from=spec"`
	// "Recommended test mode" is on. Example: `false`.
	TestModeEnabled *bool `json:"test_mode_enabled,omitzero" fact:"from=tenant,spec"`
	// Its end; read only when it is on. Example: `"2026-12-31T00:00:00Z"`.
	TestModeEndsAt string `json:"test_mode_ends_at,omitzero" fact:"format=time;from=tenant,spec"`
	// Who receives health mail. Form: key: lower-case address; true. Example: `true`.
	HealthMailRecipients Set `json:"health_mail_recipients,omitzero" fact:"map=closed;key=text;from=tenant,spec"`
	// Health issues, newest state of each. Form: key: id. Example: `"4c0e3a1b-77aa-4f0b-9a52-0d1c2b3a4f55"`.
	HealthIssues map[string]*WorkspaceHealthIssue `json:"health_issues,omitzero" fact:"map=closed;key=text;from=tenant,importer:graph_health_issues"`
	// Tagged entities. Form: tag: sensitive, honeytoken, exchange_server; true. Example: `true`.
	Tags map[string]Set `json:"tags,omitzero" fact:"map=closed;key=text,text;from=spec"`
	// Excluded entities. Form: key: detection name or `global`; true. Example: `true`.
	Exclusions map[string]Set `json:"exclusions,omitzero" fact:"map=closed;key=text,text;from=spec"`
}

// WorkspaceHealthIssue describes one entry: health issues, newest state of each.
type WorkspaceHealthIssue struct {
	// Name of the issue. Form: English. Example: `"NTLM Auditing is not enabled"`.
	Title string `json:"title,omitzero" fact:"from=tenant,importer:graph_health_issues"`
	// Severity. Example: `"medium"`.
	Severity string `json:"severity,omitzero" fact:"enum=low|medium|high;from=tenant,importer:graph_health_issues"`
	// Status. Example: `"open"`.
	Status string `json:"status,omitzero" fact:"enum=open|closed|dismissed|suppressed;from=tenant,importer:graph_health_issues"`
	// Sensors it names. Form: key: FQDN; true. Example: `true`.
	Sensors Set `json:"sensors,omitzero" fact:"map=closed;key=fqdn;from=tenant,importer:graph_health_issues"`
	// Domains it names. Form: key: FQDN; true. Example: `true`.
	Domains Set `json:"domains,omitzero" fact:"map=closed;key=fqdn;from=tenant,importer:graph_health_issues"`
	// First seen. Example: `"2026-11-21T02:00:00Z"`.
	CreatedAt string `json:"created_at,omitzero" fact:"format=time;from=tenant,importer:graph_health_issues"`
}

// WorkspaceSyslog groups the facts under syslog.
type WorkspaceSyslog struct {
	// Syslog notifications are on. Example: `true`.
	Enabled *bool `json:"enabled,omitzero" fact:"from=tenant,spec"`
	// Sensor that sends them. Example: `"dc02.contoso.com"`.
	Sensor string `json:"sensor,omitzero" fact:"format=fqdn;from=tenant,spec"`
}

// WorkspaceVPN groups the facts under vpn.
type WorkspaceVPN struct {
	// RADIUS accounting is on. Example: `false`.
	Enabled *bool `json:"enabled,omitzero" fact:"from=tenant,spec"`
	// Lets two sides be compared. Form: salted SHA-256, never the secret. Example: `"043a718774c572bd8a25adbeb1bfcd5c0256ae11cecf9f9c3f925d0e52beaf89"`.
	SecretFingerprint string `json:"secret_fingerprint,omitzero" fact:"from=spec"`
}

// WorkspaceActionAccount describes one entry: registered action accounts.
type WorkspaceActionAccount struct {
	// Domain of the entry. Form: as typed in the portal. Example: `"contoso.com"`.
	DomainName string `json:"domain_name,omitzero" fact:"from=tenant,spec"`
}

// WorkspaceDSAEntry describes one entry: registered directory service accounts.
type WorkspaceDSAEntry struct {
	// Name of the entry. Form: exactly as typed in the portal. Example: `"mdiSvc01$"`.
	AccountName string `json:"account_name,omitzero" fact:"from=tenant,spec"`
	// Domain of the entry. Form: exactly as typed in the portal. Example: `"contoso.com"`.
	DomainName string `json:"domain_name,omitzero" fact:"from=tenant,spec"`
	// Kind of entry. Example: `"gmsa"`.
	Type string `json:"type,omitzero" fact:"enum=gmsa|user;from=tenant,spec"`
	// "Single label domain" is ticked. Example: `false`.
	SingleLabel *bool `json:"single_label,omitzero" fact:"from=tenant,spec"`
	// A password is stored (user entries). Example: `true`.
	PasswordSet *bool `json:"password_set,omitzero" fact:"from=tenant,spec"`
	// Position in the list. Form: 1-based. Example: `1`.
	Order *int64 `json:"order,omitzero" fact:"min=0;from=tenant,spec"`
}
