package schema

// Server is one Windows server, keyed by its FQDN.
type Server struct {
	// Key of its domain. Example: `"contoso.com"`.
	Domain string `json:"domain,omitzero" fact:"format=fqdn;from=ad,host"`
	// Key of its forest. Example: `"contoso.com"`.
	Forest string `json:"forest,omitzero" fact:"format=fqdn;from=ad,host"`
	// Computer name without `$`. Form: upper case. Example: `"DC01"`.
	NetbiosName string `json:"netbios_name,omitzero" fact:"from=ad,host"`
	// AD site. Example: `"HQ"`.
	Site string `json:"site,omitzero" fact:"from=ad,host,importer:domain_controllers_json"`
	// SID of the computer account. Example: `"S-1-5-21-1004336348-1177238915-682003330-1001"`.
	SID string `json:"sid,omitzero" fact:"format=sid;from=ad"`
	// Computer object. Example: `"cn=dc01,ou=domain controllers,dc=contoso,dc=com"`.
	ComputerDN string `json:"computer_dn,omitzero" fact:"format=dn;from=ad,importer:domain_controllers_json"`
	// Groups of the computer account, nested and primary included (tokenGroups). Form: key: principal key; true. Example: `true`.
	MemberOf Set `json:"member_of,omitzero" fact:"map=closed;key=principal;from=ad"`
	// Member of a domain. Example: `true`.
	DomainJoined *bool `json:"domain_joined,omitzero" fact:"from=host"`
	// It is on the network (an offline CA is not). Example: `true`.
	Online *bool        `json:"online,omitzero" fact:"from=host,network,spec"`
	Roles  *ServerRoles `json:"roles,omitzero"`
	// It holds the role. Form: pdc_emulator, rid_master, infrastructure_master, schema_master, domain_naming_master; bool. Example: `true`.
	FSMO map[string]bool `json:"fsmo,omitzero" fact:"map=open;key=text;from=ad,importer:domain_controllers_json"`
	// Replication bridgehead of its site. Example: `false`.
	Bridgehead *bool `json:"bridgehead,omitzero" fact:"from=ad"`
	// Its addresses. Form: key: address; true. Example: `true`.
	IPAddresses Set `json:"ip_addresses,omitzero" fact:"map=closed;key=ip;min=0;from=ad,host"`
	// Os family. Example: `"ws2022"`.
	OSFamily string `json:"os_family,omitzero" fact:"enum=ws2008r2|ws2012|ws2012r2|ws2016|ws2019|ws2022|ws2025|other;from=ad,host,importer:readiness_json,importer:domain_controllers_json"`
	// Os build. Form: `10.0.<build>`. Example: `"10.0.20348"`.
	OSBuild string `json:"os_build,omitzero" fact:"format=build;from=ad,host,importer:readiness_json,importer:domain_controllers_json"`
	// Update level. Form: UBR. Example: `5256`.
	OSRevision *int64 `json:"os_revision,omitzero" fact:"min=0;from=host,importer:hotfixes"`
	// Release channel. Example: `"ltsc"`.
	OSChannel string `json:"os_channel,omitzero" fact:"enum=ltsc|sac|client;from=host"`
	// Install type. Example: `"server_core"`.
	InstallType string `json:"install_type,omitzero" fact:"enum=desktop_experience|server_core|nano;from=host"`
	// Month of the newest installed cumulative update. Form: YYYY-MM. Example: `"2026-11"`.
	LCUMonth string `json:"lcu_month,omitzero" fact:"format=month;from=host,importer:hotfixes"`
	// Installed updates. Form: key: `kb` and digits; true. Example: `true`.
	Updates Set `json:"updates,omitzero" fact:"map=closed;key=kb;from=host,importer:hotfixes"`
	// File version of ntdsai.dll. Form: four parts. Example: `"10.0.17763.6293"`.
	NtdsaiVersion string `json:"ntdsai_version,omitzero" fact:"format=version;from=host"`
	// More than 1 = multi-processor-group mode. Form: groups. Example: `1`.
	ProcessorGroupCount *int64 `json:"processor_group_count,omitzero" fact:"min=0;unit=groups;from=host"`
	// Last start. Example: `"2026-11-16T03:10:00Z"`.
	BootedAt string `json:"booted_at,omitzero" fact:"format=time;from=host"`
	// Start of the ticket-granting ticket of LocalSystem. Example: `"2026-11-22T01:12:00Z"`.
	SystemTicketAt string `json:"system_ticket_at,omitzero" fact:"format=time;from=host"`
	// FIPS algorithm policy is on. Example: `false`.
	FIPSEnabled *bool `json:"fips_enabled,omitzero" fact:"from=host"`
	// Allocated to the OS, hyper-threads not counted. Form: cores. Example: `4`.
	PhysicalCores *int64 `json:"physical_cores,omitzero" fact:"min=0;unit=cores;from=host"`
	// Logical processors. Form: processors. Example: `8`.
	LogicalProcessors *int64 `json:"logical_processors,omitzero" fact:"min=0;unit=processors;from=host,importer:readiness_json"`
	// More than one thread per core. Example: `true`.
	HyperthreadingEnabled *bool `json:"hyperthreading_enabled,omitzero" fact:"from=host"`
	// Used at the busiest time without the sensor. Form: cores. Example: `1.5`.
	CPUUsedPeakCores *float64 `json:"cpu_used_peak_cores,omitzero" fact:"min=0;unit=cores;from=host,importer:performance_csv,importer:sizing_workbook"`
	// Installed or allocated memory. Form: bytes. Example: `17179869184`.
	MemoryBytes *int64 `json:"memory_bytes,omitzero" fact:"min=0;unit=bytes;from=host,importer:readiness_json"`
	// Used at the busiest time without the sensor. Form: bytes. Example: `7516192768`.
	MemoryUsedPeakBytes *int64 `json:"memory_used_peak_bytes,omitzero" fact:"min=0;unit=bytes;from=host,importer:performance_csv,importer:sizing_workbook"`
	// Volumes. Form: key: drive letter, lower case, no colon. Example: `"c"`.
	Volumes map[string]*ServerVolume `json:"volumes,omitzero" fact:"map=open;key=text;from=host"`
	// Volume of Windows. Form: key of server.volumes. Example: `"c"`.
	SystemVolume string `json:"system_volume,omitzero" fact:"from=host,importer:readiness_json"`
	// It is a virtual machine. Example: `true`.
	Virtual *bool `json:"virtual,omitzero" fact:"from=host,importer:readiness_json"`
	// Hypervisor. Example: `"vmware"`.
	Hypervisor string    `json:"hypervisor,omitzero" fact:"enum=hyper_v|vmware|azure|aws|gcp|kvm|xen|virtualbox|other;from=host,importer:readiness_json"`
	VM         *ServerVM `json:"vm,omitzero"`
	// Active power scheme. Example: `"8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c"`.
	PowerPlanGuid string `json:"power_plan_guid,omitzero" fact:"format=guid;from=host,importer:readiness_json,importer:powercfg"`
	// Minimum processor state of that scheme. Form: 0 to 100. Example: `100`.
	ProcessorStateMinPercent *int64 `json:"processor_state_min_percent,omitzero" fact:"min=0;max=100;from=host"`
	// Maximum processor state of that scheme. Form: 0 to 100. Example: `100`.
	ProcessorStateMaxPercent *int64 `json:"processor_state_max_percent,omitzero" fact:"min=0;max=100;from=host"`
	// Network adapters, teams included. Form: key: connection name. Example: `"Ethernet0"`.
	NICs    map[string]*ServerNIC `json:"nics,omitzero" fact:"map=closed;key=text;from=host"`
	Traffic *ServerTraffic        `json:"traffic,omitzero"`
	// Clock minus reference. Form: seconds, signed. Example: `0.42`.
	TimeOffsetSeconds *float64 `json:"time_offset_seconds,omitzero" fact:"unit=seconds, signed;from=network,host,importer:readiness_extended_json"`
	// The reference; one for the whole document. Example: `"dc01.contoso.com"`.
	TimeReference string `json:"time_reference,omitzero" fact:"format=fqdn;from=network,host"`
	// A restart is outstanding. Example: `false`.
	RebootPending *bool `json:"reboot_pending,omitzero" fact:"from=host"`
	// .NET Framework level; 460798 is 4.7. Form: registry Release. Example: `528449`.
	DotnetRelease *int64 `json:"dotnet_release,omitzero" fact:"min=0;from=host"`
	// Certificates looked for in LocalMachine\Root. Form: key: SHA-1, lower case hex. Example: `"df3c24f9bfd666761b268073fe06d1cc8d4f82a4"`.
	RootCertificates map[string]*ServerRootCertificate `json:"root_certificates,omitzero" fact:"map=open;key=thumbprint;from=host,importer:readiness_json"`
	// SCHANNEL offers TLS 1.2 as client. Example: `true`.
	TLS12ClientEnabled *bool `json:"tls12_client_enabled,omitzero" fact:"from=host"`
	// Installed programs (32 and 64 bit). Form: key: display name, lower case. Example: `"wireshark 4.2.0 x64"`.
	Software map[string]*ServerProgram `json:"software,omitzero" fact:"map=closed;key=text;from=host"`
	Npcap    *ServerNpcap              `json:"npcap,omitzero"`
	// WinPcap is installed. Example: `false`.
	WinpcapInstalled *bool `json:"winpcap_installed,omitzero" fact:"from=host,importer:readiness_json"`
	// A certificate-management client that blocks self-signed certificates is installed. Example: `false`.
	CertificateClientInstalled *bool `json:"certificate_client_installed,omitzero" fact:"from=host"`
	// Windows services. Form: key: service name, lower case; "Services" lists them. Example: `"aatpsensor"`.
	Services map[string]*ServerService `json:"services,omitzero" fact:"map=open;key=text;from=host,importer:readiness_extended_json"`
	// Effective system audit policy. Form: key: GUID; 0 none, 1 success, 2 failure, 3 both. Example: `3`.
	AuditPolicy map[string]int64 `json:"audit_policy,omitzero" fact:"map=open;key=guid;min=0;max=3;from=host,importer:auditpol_csv,importer:readiness_json"`
	// Per-user audit policy. Form: keys: SID, GUID; bits 1 2 4 8. Example: `2`.
	AuditExclusions map[string]map[string]int64 `json:"audit_exclusions,omitzero" fact:"map=closed;key=sid,guid;min=0;from=host,importer:auditpol_csv"`
	// Registry values (registry value shape, 64-bit view of HKLM). Form: key: name in "Registry values". Example: `"audit_ntlm_in_domain"`.
	Registry map[string]*RegistryValue `json:"registry,omitzero" fact:"map=open;key=text;from=host"`
	// Access entries parsed from restrict_remote_sam. Form: key: canonical ACE key. Example: `"A;;0x00020000;;;S-1-5-32-544"`.
	RemoteSAMAccess ACL `json:"remote_sam_access,omitzero" fact:"map=closed;key=ace;from=host"`
	// User rights assignments. Form: SeServiceLogonRight, SeNetworkLogonRight. Example: `"SeServiceLogonRight"`.
	UserRights map[string]*ServerUserRight `json:"user_rights,omitzero" fact:"map=open;key=text;from=host"`
	// Members, nested ones included. Form: keys: SID of the local or built-in group, principal key. Example: `true`.
	LocalGroups map[string]Set `json:"local_groups,omitzero" fact:"map=open,closed;key=sid,principal;from=host"`
	// Event logs. Form: key: channel name, lower case. Example: `"security"`.
	EventChannels map[string]*ServerEventChannel `json:"event_channels,omitzero" fact:"map=open;key=text;from=host,importer:wevtutil"`
	// Name-resolution sample from this server to devices. Form: key: port spec: tcp/135, udp/137, tcp/3389, udp/53. Example: `"tcp/135"`.
	NNR   map[string]*ServerNNRSample `json:"nnr,omitzero" fact:"map=open;key=port;from=network"`
	Proxy *ServerProxy                `json:"proxy,omitzero"`
	// Local firewall rules are honoured beside policy. Example: `true`.
	FirewallLocalRulesMerged *bool `json:"firewall_local_rules_merged,omitzero" fact:"from=host"`
	// It advertises as domain controller and replicates without error (domain controllers). Example: `true`.
	DirectoryHealthy *bool `json:"directory_healthy,omitzero" fact:"from=ad"`
	// Test-ADServiceAccount on this server. Form: key: account key; bool. Example: `true`.
	GMSAUsable   map[string]bool     `json:"gmsa_usable,omitzero" fact:"map=open;key=account;from=host,importer:gmsa_test_csv,importer:dsa_test"`
	SensorV2     *ServerSensorV2     `json:"sensor_v2,omitzero"`
	SensorV3     *ServerSensorV3     `json:"sensor_v3,omitzero"`
	MDE          *ServerMDE          `json:"mde,omitzero"`
	CA           *ServerCA           `json:"ca,omitzero"`
	ADFS         *ServerADFS         `json:"adfs,omitzero"`
	EntraConnect *ServerEntraConnect `json:"entra_connect,omitzero"`
	ATA          *ServerATA          `json:"ata,omitzero"`
	WEF          *ServerWEF          `json:"wef,omitzero"`
}

// ServerWEF groups the facts under wef.
type ServerWEF struct {
	// "Configure target Subscription Manager". Form: key: text of the policy value; true. Example: `true`.
	SubscriptionManagers Set `json:"subscription_managers,omitzero" fact:"map=closed;key=text;from=host"`
	// Event subscriptions on a collector. Form: key: name. Example: `"MDI"`.
	Subscriptions map[string]*ServerWEFSubscription `json:"subscriptions,omitzero" fact:"map=closed;key=text;from=host"`
}

// ServerWEFSubscription describes one entry: event subscriptions on a collector.
type ServerWEFSubscription struct {
	// Destination log. Example: `"ForwardedEvents"`.
	DestinationLog string `json:"destination_log,omitzero" fact:"from=host"`
	// Configuration mode. Example: `"custom"`.
	ConfigurationMode string `json:"configuration_mode,omitzero" fact:"enum=normal|custom|min_latency|min_bandwidth;from=host"`
	// Heartbeat seconds. Form: seconds. Example: `5`.
	HeartbeatSeconds *float64 `json:"heartbeat_seconds,omitzero" fact:"min=0;unit=seconds;from=host"`
	// Ids its query asks for. Form: key: number; true. Example: `true`.
	EventIds Set `json:"event_ids,omitzero" fact:"map=closed;key=text;from=host"`
}

// ServerATA groups the facts under ata.
type ServerATA struct {
	// Microsoft ATA Lightweight Gateway. Example: `false`.
	LightweightGatewayInstalled *bool `json:"lightweight_gateway_installed,omitzero" fact:"from=host"`
	// Microsoft ATA Gateway. Example: `false`.
	GatewayInstalled *bool `json:"gateway_installed,omitzero" fact:"from=host"`
	// Microsoft ATA Center. Example: `false`.
	CenterInstalled *bool `json:"center_installed,omitzero" fact:"from=host"`
}

// ServerEntraConnect groups the facts under entra_connect.
type ServerEntraConnect struct {
	// Mode. Example: `"active"`.
	Mode string `json:"mode,omitzero" fact:"enum=active|staging;from=host,spec"`
	// Version. Form: dotted. Example: `"2.4.131.0"`.
	Version string `json:"version,omitzero" fact:"format=version;from=host"`
	// Account that runs ADSync. Form: principal key, or `virtual`. Example: `"virtual"`.
	ServiceAccount string `json:"service_account,omitzero" fact:"from=host"`
	// The ADSync database is on another machine. Example: `false`.
	DatabaseExternal *bool `json:"database_external,omitzero" fact:"from=host"`
	// Database server. Example: `"sql01.contoso.com"`.
	DatabaseServer string `json:"database_server,omitzero" fact:"from=host"`
	// Database instance. Example: `"ADSYNC"`.
	DatabaseInstance string `json:"database_instance,omitzero" fact:"from=host"`
	// Database name. Example: `"ADSync"`.
	DatabaseName string `json:"database_name,omitzero" fact:"from=host"`
	// Rights on the ADSync database. Form: key: account key; login, user, connect, select, execute_mms_get_globalsettings, execute_mms_get_connectors; true. Example: `true`.
	DatabaseGrants map[string]Set `json:"database_grants,omitzero" fact:"map=closed;key=account,text;from=host"`
	// Entra Connect version for which the rights were last verified. Form: dotted. Example: `"2.4.131.0"`.
	GrantsVerifiedVersion string `json:"grants_verified_version,omitzero" fact:"format=version;from=spec"`
}

// ServerADFS groups the facts under adfs.
type ServerADFS struct {
	// Its farm. Form: federation service name, lower case. Example: `"sts.contoso.com"`.
	Farm string `json:"farm,omitzero" fact:"from=host"`
	// Primary node of a WID farm. Example: `true`.
	Primary *bool `json:"primary,omitzero" fact:"from=host"`
	// Get-AdfsProperties has AuditLevel (Server 2016 or later). Example: `true`.
	AuditLevelSupported *bool `json:"audit_level_supported,omitzero" fact:"from=host"`
	// Audit level. Example: `"verbose"`.
	AuditLevel string `json:"audit_level,omitzero" fact:"enum=none|basic|verbose;from=host"`
	// LogLevel. Form: key: as Get-AdfsProperties prints it, lower case; true. Example: `true`.
	LogLevels Set `json:"log_levels,omitzero" fact:"map=closed;key=text;from=host"`
	// Database kind. Example: `"wid"`.
	DatabaseKind string `json:"database_kind,omitzero" fact:"enum=wid|sql;from=host"`
	// From the connection string. Example: `"AdfsConfigurationV4"`.
	DatabaseName string `json:"database_name,omitzero" fact:"from=host"`
	// Database server. Example: `"sql01.contoso.com"`.
	DatabaseServer string `json:"database_server,omitzero" fact:"from=host"`
	// Rights on the configuration database. Form: key: account key; login, user, connect, select, db_datareader; true. Example: `true`.
	DatabaseGrants map[string]Set `json:"database_grants,omitzero" fact:"map=closed;key=account,text;from=host"`
}

// ServerCA groups the facts under ca.
type ServerCA struct {
	// The Certification Authority role service. Example: `true`.
	RoleServiceInstalled *bool `json:"role_service_installed,omitzero" fact:"from=host,ad"`
	// CertSvc\Configuration\Active. Example: `"Contoso Issuing CA 1"`.
	ActiveName string `json:"active_name,omitzero" fact:"from=host"`
	// AuditFilter of the active CA. Example: `{"present": true, "type": "dword", "value": 127}`.
	AuditFilter *RegistryValue `json:"audit_filter,omitzero" fact:"from=host,importer:readiness_json"`
	// Last change of that value. Example: `"2026-11-10T20:00:00Z"`.
	AuditFilterChangedAt string `json:"audit_filter_changed_at,omitzero" fact:"format=time;from=host"`
	// Size of the CA database. Form: rows. Example: `184000`.
	DatabaseRows *int64 `json:"database_rows,omitzero" fact:"min=0;unit=rows;from=host"`
}

// ServerMDE groups the facts under mde.
type ServerMDE struct {
	// The server itself is onboarded to Defender for Endpoint. Example: `true`.
	Onboarded *bool `json:"onboarded,omitzero" fact:"from=host,tenant"`
	// HKLM\SOFTWARE\Policies\Microsoft\Windows Advanced Threat Protection\OnboardingInfo is not empty. Example: `true`.
	OnboardingPolicyPresent *bool `json:"onboarding_policy_present,omitzero" fact:"from=host"`
	// HKLM\SOFTWARE\Microsoft\Windows Advanced Threat Protection\Status exists. Example: `true`.
	StatusKeyPresent *bool `json:"status_key_present,omitzero" fact:"from=host"`
	// SenseMachineId. Example: `"5b0f0a52-6c1b-4d20-9b7f-1c22e9f0aa01"`.
	SenseMachineID string `json:"sense_machine_id,omitzero" fact:"format=guid;from=host"`
	// Sense version. Form: dotted. Example: `"10.8820.20348.1"`.
	SenseVersion string `json:"sense_version,omitzero" fact:"format=version;from=host"`
	// Defender Antivirus. Example: `"passive"`.
	AntivirusMode string `json:"antivirus_mode,omitzero" fact:"enum=active|passive|off;from=host"`
	// Antimalware client. Form: dotted. Example: `"4.18.24090.11"`.
	AntimalwareVersion string `json:"antimalware_version,omitzero" fact:"format=version;from=host"`
	// Engine version. Form: dotted. Example: `"1.1.24090.11"`.
	EngineVersion string `json:"engine_version,omitzero" fact:"format=version;from=host"`
	// Intelligence version. Form: dotted. Example: `"1.421.226.0"`.
	IntelligenceVersion string `json:"intelligence_version,omitzero" fact:"format=version;from=host"`
	// Onboarding package type. Example: `"streamlined"`.
	Connectivity string `json:"connectivity,omitzero" fact:"enum=streamlined|standard;from=host,spec"`
	// Device records with this FQDN. Form: records. Example: `1`.
	DeviceRecords *int64 `json:"device_records,omitzero" fact:"min=0;unit=records;from=tenant"`
	// Device tags. Form: key: tag. Example: `"Unified Sensor RPC Audit"`.
	DeviceTags map[string]*ServerMDEDeviceTag `json:"device_tags,omitzero" fact:"map=closed;key=text;from=tenant"`
	// V3 came with the stand-alone onboarding package. Example: `false`.
	OnboardedByMDIPackage *bool `json:"onboarded_by_mdi_package,omitzero" fact:"from=host,spec"`
}

// ServerMDEDeviceTag describes one entry: device tags.
type ServerMDEDeviceTag struct {
	// When the tag took effect. Example: `"2026-11-01T08:00:00Z"`.
	AppliedAt string `json:"applied_at,omitzero" fact:"format=time;from=tenant,spec"`
}

// ServerSensorV3 groups the facts under sensor_v3.
type ServerSensorV3 struct {
	// SenseIdentity is present and active. Example: `false`.
	Installed *bool `json:"installed,omitzero" fact:"from=host"`
	// Version. Form: dotted. Example: `"3.0.8.12"`.
	Version string `json:"version,omitzero" fact:"format=version;from=host,tenant"`
}

// ServerSensorV2 groups the facts under sensor_v2.
type ServerSensorV2 struct {
	// The classic sensor is installed. Example: `false`.
	Installed *bool `json:"installed,omitzero" fact:"from=host,importer:readiness_json"`
	// Version. Form: four parts. Example: `"2.254.19112.470"`.
	Version string `json:"version,omitzero" fact:"format=version;from=host,importer:readiness_json"`
	// Where it is installed. Form: key of server.volumes. Example: `"c"`.
	InstallVolume string `json:"install_volume,omitzero" fact:"from=host"`
	// SensorCustomLogLocation is not null. Example: `false`.
	CustomLogPathSet *bool `json:"custom_log_path_set,omitzero" fact:"from=host"`
	// The service can create it. Example: `true`.
	CustomLogPathCreatable *bool `json:"custom_log_path_creatable,omitzero" fact:"from=host"`
	// The unpacked package or key file is still on the server. Example: `false`.
	StagingPresent *bool `json:"staging_present,omitzero" fact:"from=host"`
	// Found in its error logs. Form: performance_counters_denied, event_log_denied, gmsa_password_denied, loopback_refused, sql_execute_denied; bool. Example: `false`.
	LogSymptoms map[string]bool `json:"log_symptoms,omitzero" fact:"map=open;key=text;from=host"`
}

// ServerProxy groups the facts under proxy.
type ServerProxy struct {
	// How this server reaches the cloud. Example: `"sensor_configuration"`.
	Method string `json:"method,omitzero" fact:"enum=none|sensor_configuration|wininet|registry|winhttp|wpad|transparent|mde_policy;from=host,spec"`
	// Explicit proxy. Form: scheme://host:port, no credentials. Example: `"http://proxy.contoso.com:8080"`.
	URL string `json:"url,omitzero" fact:"from=host,spec"`
	// How it was set before. Example: `"wininet"`.
	PreviousMethod string `json:"previous_method,omitzero" fact:"enum=none|sensor_configuration|wininet|registry|winhttp|wpad|transparent|mde_policy;from=host,spec"`
	// WinINet has a proxy for LocalSystem and LocalService. Example: `true`.
	WininetConfigured *bool `json:"wininet_configured,omitzero" fact:"from=host"`
	// DefaultConnectionSettings exists under S-1-5-18. Example: `true`.
	LocalSystemProfileSet *bool `json:"local_system_profile_set,omitzero" fact:"from=host"`
	// DefaultConnectionSettings exists under S-1-5-19. Example: `true`.
	LocalServiceProfileSet *bool `json:"local_service_profile_set,omitzero" fact:"from=host"`
	// Both hold the same bytes. Example: `true`.
	ProfilesEqual *bool `json:"profiles_equal,omitzero" fact:"from=host"`
}

// ServerNNRSample describes one entry: name-resolution sample from this server to devices.
type ServerNNRSample struct {
	// Devices tried. Form: probes. Example: `50`.
	Attempts *int64 `json:"attempts,omitzero" fact:"min=0;unit=probes;from=network"`
	// Devices that answered. Form: probes. Example: `47`.
	Successes *int64 `json:"successes,omitzero" fact:"min=0;unit=probes;from=network"`
}

// ServerEventChannel describes one entry: event logs.
type ServerEventChannel struct {
	// It is enabled. Example: `true`.
	Enabled *bool `json:"enabled,omitzero" fact:"from=host,importer:wevtutil"`
	// Maximum size. Form: bytes. Example: `1073741824`.
	MaxBytes *int64 `json:"max_bytes,omitzero" fact:"min=0;unit=bytes;from=host,importer:wevtutil"`
	// ChannelAccess differs from the built-in descriptor. Example: `false`.
	AccessCustomised *bool `json:"access_customised,omitzero" fact:"from=host,importer:wevtutil"`
	// Its access entries. Form: key: canonical ACE key. Example: `"A;;0x00000001;;;S-1-5-80-818380073-2995186456-1411405591-3990468014-3617507088"`.
	Access ACL `json:"access,omitzero" fact:"map=closed;key=ace;from=host,importer:wevtutil"`
}

// ServerUserRight describes one entry: user rights assignments.
type ServerUserRight struct {
	// A policy defines the right. Example: `true`.
	DefinedByPolicy *bool `json:"defined_by_policy,omitzero" fact:"from=host"`
	// Who holds it. Form: key: principal key; true. Example: `true`.
	Principals Set `json:"principals,omitzero" fact:"map=closed;key=principal;from=host"`
}

// ServerService describes one entry: Windows services.
type ServerService struct {
	// It exists. Example: `true`.
	Installed *bool `json:"installed,omitzero" fact:"from=host,importer:readiness_extended_json"`
	// State. Example: `"running"`.
	State string `json:"state,omitzero" fact:"enum=running|stopped|start_pending|stop_pending|paused;from=host,importer:readiness_extended_json"`
	// Start mode. Example: `"automatic"`.
	StartMode string `json:"start_mode,omitzero" fact:"enum=automatic|manual|disabled;from=host,importer:readiness_extended_json"`
	// Logon account. Form: principal key or service account name. Example: `"NT AUTHORITY\\LocalService"`.
	Account string `json:"account,omitzero" fact:"from=host"`
	// Start of its process. Example: `"2026-11-16T03:12:00Z"`.
	StartedAt string `json:"started_at,omitzero" fact:"format=time;from=host"`
}

// ServerNpcap groups the facts under npcap.
type ServerNpcap struct {
	// Npcap is installed. Example: `false`.
	Installed *bool `json:"installed,omitzero" fact:"from=host,importer:readiness_json"`
	// Version. Form: dotted; `1.00` = 1.0. Example: `"1.00"`.
	Version string `json:"version,omitzero" fact:"format=version;from=host,importer:readiness_json"`
	// LoopbackSupport = 1. Example: `false`.
	LoopbackSupport *bool `json:"loopback_support,omitzero" fact:"from=host"`
	// WinPcapCompatible = 1. Example: `true`.
	WinpcapCompatible *bool `json:"winpcap_compatible,omitzero" fact:"from=host"`
	// AdminOnly = 1. Example: `false`.
	AdminOnly *bool `json:"admin_only,omitzero" fact:"from=host"`
}

// ServerProgram describes one entry: installed programs (32 and 64 bit).
type ServerProgram struct {
	// Version. Form: dotted. Example: `"4.2.0"`.
	Version string `json:"version,omitzero" fact:"format=version;from=host"`
}

// ServerRootCertificate describes one entry: certificates looked for in LocalMachine\Root.
type ServerRootCertificate struct {
	// It is there. Example: `true`.
	Present *bool `json:"present,omitzero" fact:"from=host,importer:readiness_json"`
	// Subject. Example: `"CN=DigiCert Global Root G2"`.
	Subject string `json:"subject,omitzero" fact:"from=host,importer:readiness_json"`
	// End of validity. Example: `"2038-01-15T12:00:00Z"`.
	NotAfter string `json:"not_after,omitzero" fact:"format=time;from=host,importer:readiness_json"`
}

// ServerTraffic groups the facts under traffic.
type ServerTraffic struct {
	// Mean of the busiest window, all adapters. Form: packets/s. Example: `4310`.
	BusyPacketsPerSecond *float64 `json:"busy_packets_per_second,omitzero" fact:"min=0;unit=packets/s;from=importer:sizing_workbook,importer:performance_csv"`
	// Mean of the sample. Form: packets/s. Example: `1200`.
	AveragePacketsPerSecond *float64 `json:"average_packets_per_second,omitzero" fact:"min=0;unit=packets/s;from=importer:sizing_workbook,importer:performance_csv"`
	// Highest sample. Form: packets/s. Example: `9800`.
	MaxPacketsPerSecond *float64 `json:"max_packets_per_second,omitzero" fact:"min=0;unit=packets/s;from=importer:sizing_workbook,importer:performance_csv"`
	// What busy_packets_per_second is. Example: `"busiest_window"`.
	Statistic string `json:"statistic,omitzero" fact:"enum=busiest_window|daily_average|peak|estimate;from=importer:sizing_workbook,importer:performance_csv,spec"`
	// Length of the busiest window. Form: seconds. Example: `900`.
	WindowSeconds *int64 `json:"window_seconds,omitzero" fact:"min=0;unit=seconds;from=importer:sizing_workbook,importer:performance_csv"`
	// Sampling interval. Form: seconds. Example: `5`.
	IntervalSeconds *int64 `json:"interval_seconds,omitzero" fact:"min=0;unit=seconds;from=importer:sizing_workbook,importer:performance_csv"`
	// Length of the sample. Form: seconds. Example: `86400`.
	DurationSeconds *int64 `json:"duration_seconds,omitzero" fact:"min=0;unit=seconds;from=importer:sizing_workbook,importer:performance_csv"`
	// Start of the sample. Example: `"2026-09-28T06:00:00Z"`.
	StartedAt string `json:"started_at,omitzero" fact:"format=time;from=importer:sizing_workbook,importer:performance_csv"`
	// Samples that failed. Form: samples. Example: `0`.
	FailedSamples *int64 `json:"failed_samples,omitzero" fact:"min=0;unit=samples;from=importer:sizing_workbook"`
	// "Sensor Supported" of the sizing tool. Example: `"yes"`.
	SizingVerdict string `json:"sizing_verdict,omitzero" fact:"enum=yes|yes_with_resources|maybe|maybe_with_resources|no|missing_os_data|missing_traffic_data|missing_memory_data|missing_core_data;from=importer:sizing_workbook"`
	// Memory that verdict asks for. Form: bytes. Example: `4294967296`.
	ExtraMemoryBytes *int64 `json:"extra_memory_bytes,omitzero" fact:"min=0;unit=bytes;from=importer:sizing_workbook"`
	// Cores that verdict asks for. Form: cores. Example: `2`.
	ExtraCores *int64 `json:"extra_cores,omitzero" fact:"min=0;unit=cores;from=importer:sizing_workbook"`
}

// ServerNIC describes one entry: network adapters, teams included.
type ServerNIC struct {
	// Enabled. Example: `true`.
	Enabled *bool `json:"enabled,omitzero" fact:"from=host"`
	// Link is up. Example: `true`.
	Connected *bool `json:"connected,omitzero" fact:"from=host"`
	// What it is for. Example: `"lan"`.
	Purpose string `json:"purpose,omitzero" fact:"enum=lan|management|capture;from=host,spec"`
	// Addresses. Form: key: address; prefix length. Example: `24`.
	Addresses map[string]int64 `json:"addresses,omitzero" fact:"map=closed;key=ip;min=0;from=host"`
	// DHCP is off. Example: `true`.
	StaticAddress *bool `json:"static_address,omitzero" fact:"from=host"`
	// Default gateways. Form: key: address; true. Example: `true`.
	Gateways Set `json:"gateways,omitzero" fact:"map=closed;key=ip;from=host"`
	// DNS servers. Form: key: address; true. Example: `true`.
	DNSServers Set `json:"dns_servers,omitzero" fact:"map=closed;key=ip;from=host"`
	// Connection suffixes. Form: key: suffix; true. Example: `true`.
	DNSSuffixes Set `json:"dns_suffixes,omitzero" fact:"map=closed;key=text;from=host"`
	// Member of a team. Example: `false`.
	Teamed *bool `json:"teamed,omitzero" fact:"from=host"`
	// Teaming software. Example: `"Microsoft"`.
	TeamVendor string `json:"team_vendor,omitzero" fact:"from=host"`
	// Large Send Offload V2 (IPv4). Example: `false`.
	LSOV2IPv4Enabled *bool `json:"lso_v2_ipv4_enabled,omitzero" fact:"from=host"`
	// Large Send Offload V2 (IPv6). Example: `false`.
	LSOV2IPv6Enabled *bool `json:"lso_v2_ipv6_enabled,omitzero" fact:"from=host"`
	// IPv4 TSO Offload. Example: `false`.
	TSOIPv4Enabled *bool `json:"tso_ipv4_enabled,omitzero" fact:"from=host"`
	// Receive Segment Coalescing (IPv4). Example: `false`.
	RSCIPv4Enabled *bool `json:"rsc_ipv4_enabled,omitzero" fact:"from=host"`
	// Receive Segment Coalescing (IPv6). Example: `false`.
	RSCIPv6Enabled *bool `json:"rsc_ipv6_enabled,omitzero" fact:"from=host"`
}

// ServerVM groups the facts under vm.
type ServerVM struct {
	// Hyper-V "Enable Dynamic Memory" is ticked. Example: `false`.
	DynamicMemoryEnabled *bool `json:"dynamic_memory_enabled,omitzero" fact:"from=spec"`
	// Configured memory. Form: bytes. Example: `17179869184`.
	MemoryConfiguredBytes *int64 `json:"memory_configured_bytes,omitzero" fact:"min=0;unit=bytes;from=spec"`
	// VMware reservation. Form: bytes. Example: `17179869184`.
	MemoryReservedBytes *int64 `json:"memory_reserved_bytes,omitzero" fact:"min=0;unit=bytes;from=spec"`
	// VMware "Reserve all guest memory (All locked)". Example: `true`.
	MemoryAllLocked *bool `json:"memory_all_locked,omitzero" fact:"from=spec"`
	// Other platform: all memory is allocated at all times. Example: `true`.
	MemoryFullyAllocated *bool `json:"memory_fully_allocated,omitzero" fact:"from=spec"`
	// Physical host. Example: `"esx07"`.
	Host string `json:"host,omitzero" fact:"from=spec"`
	// An affinity rule keeps it there. Example: `false`.
	PinnedToHost *bool `json:"pinned_to_host,omitzero" fact:"from=spec"`
}

// ServerVolume describes one entry: volumes.
type ServerVolume struct {
	// Size bytes. Form: bytes. Example: `107374182400`.
	SizeBytes *int64 `json:"size_bytes,omitzero" fact:"min=0;unit=bytes;from=host"`
	// Free bytes. Form: bytes. Example: `42949672960`.
	FreeBytes *int64 `json:"free_bytes,omitzero" fact:"min=0;unit=bytes;from=host,importer:readiness_json"`
}

// ServerRoles groups the facts under roles.
type ServerRoles struct {
	// Writable domain controller. Example: `true`.
	DC *bool `json:"dc,omitzero" fact:"from=ad,host,importer:domain_controllers_json"`
	// Read-only domain controller. Example: `false`.
	RODC *bool `json:"rodc,omitzero" fact:"from=ad,host,importer:domain_controllers_json"`
	// AD FS federation server. Example: `false`.
	ADFS *bool `json:"adfs,omitzero" fact:"from=ad,host,spec"`
	// Web Application Proxy. Example: `false`.
	WAP *bool `json:"wap,omitzero" fact:"from=host,spec"`
	// Any AD CS role service. Example: `false`.
	ADCS *bool `json:"adcs,omitzero" fact:"from=ad,host"`
	// Microsoft Entra Connect Sync. Example: `false`.
	EntraConnect *bool `json:"entra_connect,omitzero" fact:"from=ad,host,spec"`
}
