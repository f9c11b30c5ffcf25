package schema

// SpecInput is the part of the deployment spec that a rule sees; sensor and server are the blocks of the subject at hand.
type SpecInput struct {
	Workspace *SpecWorkspace `json:"workspace,omitzero"`
	// Every cloud host named in the spec. Form: key: host name or pattern; true. Example: `true`.
	Endpoints    Set               `json:"endpoints,omitzero" fact:"map=closed;key=hostpattern;from=spec"`
	Connectivity *SpecConnectivity `json:"connectivity,omitzero"`
	// Preview features may be planned. Example: `false`.
	PreviewAllowed *bool              `json:"preview_allowed,omitzero" fact:"from=spec"`
	Migration      *SpecMigration     `json:"migration,omitzero"`
	Sensor         *SpecSensor        `json:"sensor,omitzero"`
	Server         *SpecServer        `json:"server,omitzero"`
	DSA            *SpecDSA           `json:"dsa,omitzero"`
	ActionAccount  *SpecActionAccount `json:"action_account,omitzero"`
	// Domains where response actions are expected. Form: key: FQDN; true. Example: `true`.
	ResponseDomains Set `json:"response_domains,omitzero" fact:"map=closed;key=fqdn;from=spec"`
	// Test forests of one controller whose KDS root key may be dated back. Form: key: FQDN; true. Example: `true`.
	BackDatedKeys Set           `json:"back_dated_keys,omitzero" fact:"map=closed;key=fqdn;from=spec"`
	Auditing      *SpecAuditing `json:"auditing,omitzero"`
	// What to do with remote SAM. Example: `"retired"`.
	RemoteSAM string `json:"remote_sam,omitzero" fact:"enum=retired|legacy;from=spec,decision"`
	// Enable the AD Recycle Bin. Example: `false`.
	RecycleBin *bool     `json:"recycle_bin,omitzero" fact:"from=spec"`
	RBAC       *SpecRBAC `json:"rbac,omitzero"`
	// Entra-side response actions are wanted. Example: `true`.
	EntraActions *bool       `json:"entra_actions,omitzero" fact:"from=spec"`
	VPN          *SpecVPN    `json:"vpn,omitzero"`
	Syslog       *SpecSyslog `json:"syslog,omitzero"`
	// The losses of standalone sensors are accepted. Example: `false`.
	StandaloneAccepted *bool `json:"standalone_accepted,omitzero" fact:"from=spec"`
	// How often a move to v3 is tried in all. Form: attempts. Example: `2`.
	MigrationAttempts *int64 `json:"migration_attempts,omitzero" fact:"min=1;unit=attempts;from=spec"`
	// End of the alert-threshold test mode. Form: YYYY-MM-DD. Example: `"2026-12-31"`.
	TestModeEndsOn string `json:"test_mode_ends_on,omitzero" fact:"format=date;from=spec"`
	// Tags wanted. Form: as workspace.tags; true. Example: `true`.
	Tags map[string]Set `json:"tags,omitzero" fact:"map=closed;key=text,text;from=spec"`
	// Exclusions wanted. Form: as workspace.exclusions; true. Example: `true`.
	Exclusions map[string]Set `json:"exclusions,omitzero" fact:"map=closed;key=text,text;from=spec"`
	// Recipients wanted. Form: key: lower-case address; true. Example: `true`.
	HealthMailRecipients Set         `json:"health_mail_recipients,omitzero" fact:"map=closed;key=text;from=spec"`
	Change               *SpecChange `json:"change,omitzero"`
	// Which click paths the runbook prints. Form: YYYY-MM. Example: `"2026-09"`.
	PortalEra string    `json:"portal_era,omitzero" fact:"format=month;from=spec"`
	Wave      *SpecWave `json:"wave,omitzero"`
}

// SpecWave groups the facts under wave.
type SpecWave struct {
	// Observation time after a wave. Form: seconds. Example: `259200`.
	SoakSeconds *int64 `json:"soak_seconds,omitzero" fact:"min=0;unit=seconds;from=spec"`
	// Another wave waits for this one. Example: `true`.
	Followed *bool `json:"followed,omitzero" fact:"from=spec"`
}

// SpecChange groups the facts under change.
type SpecChange struct {
	// Record of the change. Example: `"CHG0041234"`.
	ID string `json:"id,omitzero" fact:"from=spec"`
	// End of that approval. Example: `"2026-12-19T00:00:00Z"`.
	ApprovedUntil string `json:"approved_until,omitzero" fact:"format=time;from=spec"`
}

// SpecSyslog groups the facts under syslog.
type SpecSyslog struct {
	// Syslog notifications are wanted. Example: `true`.
	Enabled *bool `json:"enabled,omitzero" fact:"from=spec"`
	// Receivers. Form: key: host:port; true. Example: `true`.
	Endpoints Set `json:"endpoints,omitzero" fact:"map=closed;key=text;from=spec"`
}

// SpecVPN groups the facts under vpn.
type SpecVPN struct {
	// VPN integration is wanted. Example: `false`.
	Enabled *bool `json:"enabled,omitzero" fact:"from=spec"`
	// Vendor. Example: `"microsoft"`.
	Vendor string `json:"vendor,omitzero" fact:"enum=microsoft|f5|check_point|cisco_asa|other;from=spec"`
	// Port. Form: UDP port. Example: `1813`.
	Port *int64 `json:"port,omitzero" fact:"min=0;from=spec"`
	// Accounting On and Off messages are sent. Example: `true`.
	OnOffMessages *bool `json:"on_off_messages,omitzero" fact:"from=spec"`
	// Secret on the VPN server. Form: salted SHA-256, never the secret. Example: `"043a718774c572bd8a25adbeb1bfcd5c0256ae11cecf9f9c3f925d0e52beaf89"`.
	SecretFingerprint string `json:"secret_fingerprint,omitzero" fact:"from=spec"`
}

// SpecRBAC groups the facts under rbac.
type SpecRBAC struct {
	// The spec relies on the Azure ATP groups. Example: `false`.
	UseLegacyGroups *bool `json:"use_legacy_groups,omitzero" fact:"from=spec"`
	// Roles with domain or OU scope. Form: key: role name; true. Example: `true`.
	Scopes Set `json:"scopes,omitzero" fact:"map=closed;key=text;from=spec"`
}

// SpecAuditing groups the facts under auditing.
type SpecAuditing struct {
	// How auditing is configured. Example: `"gpo"`.
	Method string `json:"method,omitzero" fact:"enum=automatic|gpo|manual;from=spec,decision"`
	// Prefix of the GPO names. Example: `"Microsoft Defender for Identity"`.
	GPOPrefix string `json:"gpo_prefix,omitzero" fact:"from=spec"`
	// The module's Entra Connect GPO is used. Example: `false`.
	EntraConnectGPO *bool `json:"entra_connect_gpo,omitzero" fact:"from=spec"`
	// The power plan is to be set by a policy as well. Example: `false`.
	PowerGPO *bool `json:"power_gpo,omitzero" fact:"from=spec"`
	// Configurations of the PowerShell module, All taken apart. Form: key: name; true. Example: `true`.
	Configurations Set `json:"configurations,omitzero" fact:"map=closed;key=text;from=spec"`
	// Start and stop of the CA is to be audited. Example: `true`.
	CAStartStop *bool `json:"ca_start_stop,omitzero" fact:"from=spec"`
}

// SpecActionAccount groups the facts under action_account.
type SpecActionAccount struct {
	// Identity wanted for response actions. Example: `"local_system"`.
	Mode string `json:"mode,omitzero" fact:"enum=local_system|gmsa;from=spec,decision"`
	// Containers the actions must reach. Form: key: DN, lower case; true. Example: `true`.
	OUs Set `json:"ous,omitzero" fact:"map=closed;key=dn;from=spec"`
	// Group membership changes are wanted. Example: `false`.
	ChangeGroups *bool `json:"change_groups,omitzero" fact:"from=spec"`
}

// SpecDSA groups the facts under dsa.
type SpecDSA struct {
	// Kind of directory service account asked for or decided. Example: `"gmsa"`.
	Kind string `json:"kind,omitzero" fact:"enum=gmsa|user|local_service|none;from=spec,decision"`
	// Reduced coverage without one is accepted. Example: `false`.
	AbsenceAccepted *bool `json:"absence_accepted,omitzero" fact:"from=spec"`
	// One account per domain, or one for all. Example: `"per_domain"`.
	Sharing string `json:"sharing,omitzero" fact:"enum=per_domain|shared;from=spec"`
	// Accounts to use. Form: key: account key. Example: `"mdisvc01$@contoso.com"`.
	Accounts map[string]*SpecDSAAccount `json:"accounts,omitzero" fact:"map=closed;key=account;from=spec"`
}

// SpecDSAAccount describes one entry: accounts to use.
type SpecDSAAccount struct {
	// Group that may read its password. Form: principal key. Example: `"mdi-sensors@contoso.com"`.
	Readers string `json:"readers,omitzero" fact:"from=spec,decision"`
	// Domains it is meant for. Form: key: FQDN; true. Example: `true`.
	Serves Set `json:"serves,omitzero" fact:"map=closed;key=fqdn;from=spec"`
}

// SpecServer groups the facts under server.
type SpecServer struct {
	// Planned demotion. Example: `"2026-12-05T00:00:00Z"`.
	DemotesAt string `json:"demotes_at,omitzero" fact:"format=time;from=spec"`
	// Left out on purpose. Example: `false`.
	Excluded *bool `json:"excluded,omitzero" fact:"from=spec"`
	// Why. Example: `"Demoted on 2026-12-01"`.
	ExcludedReason string `json:"excluded_reason,omitzero" fact:"from=spec"`
	// Standalone sensors that watch this domain controller (inverse of mirrored_dcs). Form: key: FQDN; true. Example: `true`.
	MirroredBy Set `json:"mirrored_by,omitzero" fact:"map=closed;key=fqdn;from=spec"`
	// It is in a monthly patch ring. Example: `true`.
	PatchedMonthly *bool `json:"patched_monthly,omitzero" fact:"from=spec"`
}

// SpecSensor groups the facts under sensor.
type SpecSensor struct {
	// Generation asked for or decided. Example: `"v3"`.
	Generation string `json:"generation,omitzero" fact:"enum=v2|v3|standalone|none;from=spec,decision"`
	// Workspace asked for. Example: `"contoso-corp"`.
	Workspace string `json:"workspace,omitzero" fact:"from=spec"`
	// In-place v2 to v3 migration is wanted. Example: `false`.
	Migrate *bool `json:"migrate,omitzero" fact:"from=spec"`
	// How v3 is onboarded. Example: `"mde"`.
	Onboarding string `json:"onboarding,omitzero" fact:"enum=mde|mdi_package;from=spec"`
	// Silent installation. Example: `true`.
	Unattended *bool `json:"unattended,omitzero" fact:"from=spec,decision"`
	// Where v2 is to be installed. Form: drive letter, lower case. Example: `"c"`.
	InstallVolume string `json:"install_volume,omitzero" fact:"from=spec"`
	// LogsPath, if set. Form: path. Example: `"D:\\Logs\\MDI"`.
	CustomLogPath string `json:"custom_log_path,omitzero" fact:"from=spec"`
	// Delayed ring. Example: `false`.
	DelayedUpdate *bool `json:"delayed_update,omitzero" fact:"from=spec,decision"`
	// Resolver or monitored DCs. Form: key: FQDN; true. Example: `true`.
	DomainControllers Set `json:"domain_controllers,omitzero" fact:"map=closed;key=fqdn;from=spec"`
	// DCs a standalone sensor covers. Form: key: FQDN; true. Example: `true`.
	MirroredDCs Set `json:"mirrored_dcs,omitzero" fact:"map=closed;key=fqdn;from=spec"`
	// ProxyUrl. Form: scheme://host:port. Example: `"http://proxy.contoso.com:8080"`.
	ProxyURL string `json:"proxy_url,omitzero" fact:"from=spec"`
	// ProxyUserName. Form: `DOMAIN\user`. Example: `"CONTOSO\\svc-proxy"`.
	ProxyUser string `json:"proxy_user,omitzero" fact:"from=spec"`
	// Start of its change window. Example: `"2026-11-28T20:00:00Z"`.
	WindowStartsAt string `json:"window_starts_at,omitzero" fact:"format=time;from=spec"`
	// End of its change window. Example: `"2026-11-28T23:00:00Z"`.
	WindowEndsAt string `json:"window_ends_at,omitzero" fact:"format=time;from=spec"`
	// That window is approved. Example: `true`.
	WindowApproved *bool `json:"window_approved,omitzero" fact:"from=spec"`
	// Receives RADIUS accounting. Example: `false`.
	RadiusTarget *bool `json:"radius_target,omitzero" fact:"from=spec"`
	// Sends the syslog notifications. Example: `false`.
	SyslogSender *bool `json:"syslog_sender,omitzero" fact:"from=spec"`
	// Wave that carries it. Example: `"pilot"`.
	Wave string `json:"wave,omitzero" fact:"from=spec"`
}

// SpecMigration groups the facts under migration.
type SpecMigration struct {
	// Cloud the workspace moves to. Example: `"gcc"`.
	ToCloud string `json:"to_cloud,omitzero" fact:"enum=gcc|gcc_high|dod;from=spec"`
}

// SpecConnectivity groups the facts under connectivity.
type SpecConnectivity struct {
	// Chosen way to the cloud. Example: `"direct"`.
	Method string `json:"method,omitzero" fact:"enum=direct|proxy|expressroute|service_tag;from=spec,decision"`
}

// SpecWorkspace groups the facts under workspace.
type SpecWorkspace struct {
	// Workspace to be used. Example: `"contoso-corp"`.
	Name string `json:"name,omitzero" fact:"from=spec"`
	// Where the data has to be, if that matters. Form: as on the About page. Example: `"Europe"`.
	ExpectedGeography string `json:"expected_geography,omitzero" fact:"from=spec"`
	// The region was accepted in writing. Example: `true`.
	RegionAccepted *bool `json:"region_accepted,omitzero" fact:"from=spec"`
}
