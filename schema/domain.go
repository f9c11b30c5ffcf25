package schema

// Domain is one Active Directory domain, keyed by its FQDN.
type Domain struct {
	// Key of its forest. Example: `"contoso.com"`.
	Forest string `json:"forest,omitzero" fact:"format=fqdn;from=ad"`
	// Netbios name. Form: upper case. Example: `"CONTOSO"`.
	NetbiosName string `json:"netbios_name,omitzero" fact:"from=ad"`
	// Dn. Example: `"dc=contoso,dc=com"`.
	DN string `json:"dn,omitzero" fact:"format=dn;from=ad"`
	// Sid. Example: `"S-1-5-21-1004336348-1177238915-682003330"`.
	SID string `json:"sid,omitzero" fact:"format=sid;from=ad"`
	// Functional level. Form: as forest.functional_level. Example: `7`.
	FunctionalLevel *int64 `json:"functional_level,omitzero" fact:"min=0;from=ad"`
	// The DNS name has one label. Example: `false`.
	SingleLabel *bool `json:"single_label,omitzero" fact:"from=ad"`
	// Pdc emulator. Example: `"dc01.contoso.com"`.
	PDCEmulator string `json:"pdc_emulator,omitzero" fact:"format=fqdn;from=ad,importer:domain_controllers_json"`
	// Every domain controller, read-only ones included. Form: key: FQDN. Example: `"dc01.contoso.com"`.
	DCs map[string]*DomainDC `json:"dcs,omitzero" fact:"map=closed;key=fqdn;from=ad,importer:domain_controllers_json"`
	// Audit entries on the domain root. Form: key: canonical ACE key. Example: `"OU;CIIOSA;0x000d016b;;bf967aba-0de6-11d0-a285-00aa003049e2;S-1-1-0"`.
	RootSACL ACL `json:"root_sacl,omitzero" fact:"map=closed;key=ace;from=ad,importer:readiness_json"`
	// CN=ADFS,CN=Microsoft,CN=Program Data exists. Example: `false`.
	ADFSContainerPresent *bool `json:"adfs_container_present,omitzero" fact:"from=ad"`
	// Audit entries on that container. Form: key: canonical ACE key. Example: `"AU;CISAFA;0x00000030;;;S-1-1-0"`.
	ADFSContainerSACL ACL `json:"adfs_container_sacl,omitzero" fact:"map=closed;key=ace;from=ad,importer:readiness_json"`
	// Containers whose SACL does not inherit and that hold users, groups, computers or service accounts. Form: key: DN, lower case. Example: `"ou=legacy,dc=contoso,dc=com"`.
	SACLProtectedObjects map[string]*DomainSACLProtectedObject `json:"sacl_protected_objects,omitzero" fact:"map=closed;key=dn;from=ad"`
	// Access entries of CN=Deleted Objects. Form: key: canonical ACE key. Example: `"A;CI;0x00000014;;;S-1-5-21-1004336348-1177238915-682003330-1120"`.
	DeletedObjectsDACL ACL `json:"deleted_objects_dacl,omitzero" fact:"map=closed;key=ace;from=ad"`
	// Access entries of CN=AdminSDHolder,CN=System. Form: key: canonical ACE key. Example: `"OA;;0x00000100;00299570-246d-11d0-a768-00aa006e0529;;S-1-5-21-1004336348-1177238915-682003330-1130"`.
	AdminSDHolderDACL ACL `json:"admin_sd_holder_dacl,omitzero" fact:"map=closed;key=ace;from=ad"`
	// Containers that response actions are to reach. Form: key: DN, lower case. Example: `"ou=people,dc=contoso,dc=com"`.
	OUDACLs map[string]*DomainOUDACL `json:"ou_dacls,omitzero" fact:"map=open;key=dn;from=ad"`
	// Containers where the default read of Authenticated Users is stripped or denied. Form: key: DN, lower case. Example: `"ou=hr,dc=contoso,dc=com"`.
	ReadRestrictedOUs map[string]*DomainReadRestrictedOU `json:"read_restricted_ous,omitzero" fact:"map=closed;key=dn;from=ad"`
	// Authenticated Users may read the trustedDomain objects in CN=System. Example: `true`.
	TrustObjectsReadable *bool `json:"trust_objects_readable,omitzero" fact:"from=ad"`
	// Users with adminCount=1. Form: accounts. Example: `14`.
	AdminCountUsers *int64 `json:"admin_count_users,omitzero" fact:"min=0;unit=accounts;from=ad"`
	// Computers in Cert Publishers (RID 517). Form: key: FQDN; true. Example: `true`.
	CertPublishers Set `json:"cert_publishers,omitzero" fact:"map=closed;key=fqdn;from=ad"`
	// Groups a rule asks about. Form: key: principal key. Example: `"S-1-5-32-573"`.
	Groups map[string]*DomainGroup `json:"groups,omitzero" fact:"map=open;key=principal;from=ad"`
	// Every policy object of the domain is in domain.gpos. Example: `true`.
	GPOsComplete *bool `json:"gpos_complete,omitzero" fact:"from=ad,importer:gpo_backup"`
	// Group policy objects of the domain. Example: `"6ac1786c-016f-11d2-945f-00c04fb984f9"`.
	GPOs map[string]*DomainGPO `json:"gpos,omitzero" fact:"map=open;key=guid;from=ad,importer:gpo_backup,importer:configuration_report"`
	// Containers that block policy inheritance. Form: key: DN, lower case; true. Example: `true`.
	GPOInheritanceBlocked Set `json:"gpo_inheritance_blocked,omitzero" fact:"map=closed;key=dn;from=ad"`
	// Reverse DNS zones. Form: key: zone name; true. Example: `true`.
	ReverseLookupZones Set `json:"reverse_lookup_zones,omitzero" fact:"map=closed;key=text;from=ad,network"`
}

// DomainGPO describes one entry: group policy objects of the domain.
type DomainGPO struct {
	// Display name. Example: `"Default Domain Controllers Policy"`.
	Name string `json:"name,omitzero" fact:"from=ad,importer:gpo_backup,importer:configuration_report"`
	// Status. Example: `"user_disabled"`.
	Status string `json:"status,omitzero" fact:"enum=enabled|user_disabled|computer_disabled|all_disabled;from=ad,importer:gpo_backup,importer:configuration_report"`
	// Advanced audit settings it carries. Form: key: GUID; 0 to 3. Example: `3`.
	AuditPolicy map[string]int64 `json:"audit_policy,omitzero" fact:"map=closed;key=guid;min=0;max=3;from=ad,importer:gpo_backup,importer:configuration_report"`
	// Registry value it sets (registry value shape). Form: key: name in "Registry values". Example: `{"present": true, "type": "dword", "value": 7}`.
	Registry map[string]*RegistryValue `json:"registry,omitzero" fact:"map=closed;key=text;from=ad,importer:gpo_backup,importer:configuration_report"`
	// User rights it defines. Form: key: constant, then principal key; true. Example: `true`.
	UserRights map[string]Set `json:"user_rights,omitzero" fact:"map=closed;key=text,principal;from=ad,importer:gpo_backup"`
	// "Configure log access" of the Security log. Form: SDDL. Example: `"O:BAG:SYD:(A;;0x1;;;BA)(A;;0x1;;;S-1-5-80-818380073-2995186456-1411405591-3990468014-3617507088)"`.
	SecurityLogAccess string `json:"security_log_access,omitzero" fact:"from=ad,importer:gpo_backup"`
	// CA keys under which it writes AuditFilter. Form: key: CA key name in its registry path, lower case; true. Example: `true`.
	CAAuditKeys Set `json:"ca_audit_keys,omitzero" fact:"map=closed;key=text;from=ad,importer:gpo_backup"`
	// Where it is linked. Form: key: DN, lower case. Example: `"ou=domain controllers,dc=contoso,dc=com"`.
	Links map[string]*DomainGPOLink `json:"links,omitzero" fact:"map=closed;key=dn;from=ad"`
	// Who may apply it. Form: key: principal key; true. Example: `true`.
	Apply Set `json:"apply,omitzero" fact:"map=closed;key=principal;from=ad"`
	// Who is denied applying it. Form: key: principal key; true. Example: `true`.
	DenyApply Set `json:"deny_apply,omitzero" fact:"map=closed;key=principal;from=ad"`
}

// DomainGPOLink describes one entry: where it is linked.
type DomainGPOLink struct {
	// The link is enabled. Example: `true`.
	Enabled *bool `json:"enabled,omitzero" fact:"from=ad"`
	// The link is enforced. Example: `true`.
	Enforced *bool `json:"enforced,omitzero" fact:"from=ad"`
	// Order. Form: 1 = highest precedence. Example: `1`.
	Order *int64 `json:"order,omitzero" fact:"min=0;from=ad"`
}

// DomainGroup groups a rule asks about.
type DomainGroup struct {
	// SAMAccountName. Example: `"Event Log Readers"`.
	Name string `json:"name,omitzero" fact:"from=ad"`
	// Scope. Example: `"universal"`.
	Scope string `json:"scope,omitzero" fact:"enum=domain_local|global|universal|builtin;from=ad"`
	// Members, nested ones included. Form: key: principal key; true. Example: `true`.
	Members Set `json:"members,omitzero" fact:"map=closed;key=principal;from=ad"`
	// Newest change of its membership. Example: `"2026-11-20T07:00:00Z"`.
	MembersChangedAt string `json:"members_changed_at,omitzero" fact:"format=time;from=ad"`
}

// DomainReadRestrictedOU describes one entry: containers where the default read of Authenticated Users is stripped or denied.
type DomainReadRestrictedOU struct {
	// Their access entries. Form: key: canonical ACE key. Example: `"D;CI;0x00000010;;;S-1-5-11"`.
	DACL ACL `json:"dacl,omitzero" fact:"map=closed;key=ace;from=ad"`
}

// DomainOUDACL describes one entry: containers that response actions are to reach.
type DomainOUDACL struct {
	// Their access entries. Form: key: canonical ACE key. Example: `"OA;CIIO;0x00000030;bf967a0a-0de6-11d0-a285-00aa003049e2;bf967aba-0de6-11d0-a285-00aa003049e2;S-1-5-21-1004336348-1177238915-682003330-1130"`.
	DACL ACL `json:"dacl,omitzero" fact:"map=closed;key=ace;from=ad"`
}

// DomainSACLProtectedObject describes one entry: containers whose SACL does not inherit and that hold users, groups, computers or service accounts.
type DomainSACLProtectedObject struct {
	// Their own audit entries. Form: key: canonical ACE key. Example: `"OU;CIIOSA;0x000d016b;;bf967aba-0de6-11d0-a285-00aa003049e2;S-1-1-0"`.
	SACL ACL `json:"sacl,omitzero" fact:"map=closed;key=ace;from=ad"`
}

// DomainDC describes one entry: every domain controller, read-only ones included.
type DomainDC struct {
	// It is a global catalog. Example: `true`.
	GlobalCatalog *bool `json:"global_catalog,omitzero" fact:"from=ad,importer:domain_controllers_json"`
	// It is an RODC. Example: `false`.
	ReadOnly *bool `json:"read_only,omitzero" fact:"from=ad,importer:domain_controllers_json"`
	// Build in the directory attribute (no update level). Form: `10.0.<build>`. Example: `"10.0.20348"`.
	OSBuild string `json:"os_build,omitzero" fact:"format=build;from=ad,importer:domain_controllers_json"`
}
