package schema

// Forest is one Active Directory forest, keyed by the DNS name of its root domain.
type Forest struct {
	// Root domain. Example: `"contoso.com"`.
	RootDomain string `json:"root_domain,omitzero" fact:"format=fqdn;from=ad"`
	// Domains of the forest. Form: key: FQDN; true. Example: `true`.
	Domains Set `json:"domains,omitzero" fact:"map=closed;key=fqdn;from=ad"`
	// Domain controllers in the forest, read-only ones included. Example: `2`.
	DCCount *int64 `json:"dc_count,omitzero" fact:"min=0;from=ad"`
	// Functional level. Form: msDS-Behavior-Version: 0 2000, 2 2003, 4 2008 R2, 7 2016, 10 2025. Example: `7`.
	FunctionalLevel *int64 `json:"functional_level,omitzero" fact:"min=0;from=ad"`
	// Schema version. Form: objectVersion: 47 2008 R2, 56 2012, 88 2019/2022, 90 preview, 91 2025. Example: `88`.
	SchemaVersion *int64 `json:"schema_version,omitzero" fact:"min=0;from=ad,importer:readiness_json"`
	// Configuration naming context, from rootDSE. Example: `"cn=configuration,dc=contoso,dc=com"`.
	ConfigurationDN string `json:"configuration_dn,omitzero" fact:"format=dn;from=ad"`
	// Audit entries on that head. Form: key: canonical ACE key. Example: `"AU;CISAFA;0x00000020;;;S-1-1-0"`.
	ConfigurationSACL ACL `json:"configuration_sacl,omitzero" fact:"map=closed;key=ace;from=ad,importer:readiness_json"`
	// CN=Microsoft Exchange,CN=Services exists in the configuration partition. Example: `false`.
	ExchangeContainerPresent *bool `json:"exchange_container_present,omitzero" fact:"from=ad"`
	// The AD Recycle Bin is enabled. Example: `true`.
	RecycleBinEnabled *bool `json:"recycle_bin_enabled,omitzero" fact:"from=ad,importer:configuration_report"`
	// KDS root keys. Example: `"4c1c0f0e-7d0b-4b0e-8a0c-3f2f7a1f9b11"`.
	KDSRootKeys map[string]*ForestKDSRootKey `json:"kds_root_keys,omitzero" fact:"map=closed;key=guid;from=ad,importer:kds_keys_json"`
	// Trusts of the forest, external ones included. Form: key: DNS name of the other forest or domain. Example: `"fabrikam.com"`.
	Trusts map[string]*ForestTrust `json:"trusts,omitzero" fact:"map=closed;key=fqdn;from=ad"`
	// Enterprise CAs published in AD. Form: key: CA common name, lower case. Example: `"contoso issuing ca 1"`.
	EnrollmentServices map[string]*ForestEnrollmentService `json:"enrollment_services,omitzero" fact:"map=closed;key=text;from=ad"`
}

// ForestEnrollmentService describes one entry: enterprise CAs published in AD.
type ForestEnrollmentService struct {
	// Machine of that CA. Example: `"ca01.contoso.com"`.
	Server string `json:"server,omitzero" fact:"format=fqdn;from=ad"`
}

// ForestTrust describes one entry: trusts of the forest, external ones included.
type ForestTrust struct {
	// Seen from this forest. Example: `"two_way"`.
	Direction string `json:"direction,omitzero" fact:"enum=inbound|outbound|two_way;from=ad"`
	// Kind. Example: `"forest"`.
	Kind string `json:"kind,omitzero" fact:"enum=forest|external|realm|mit;from=ad"`
	// Kerberos is used across it. Example: `true`.
	Kerberos *bool `json:"kerberos,omitzero" fact:"from=ad"`
	// Transitive. Example: `true`.
	Transitive *bool `json:"transitive,omitzero" fact:"from=ad"`
}

// ForestKDSRootKey describes one entry: KDS root keys.
type ForestKDSRootKey struct {
	// Creation. Example: `"2025-02-01T09:00:00Z"`.
	CreatedAt string `json:"created_at,omitzero" fact:"format=time;from=ad,importer:kds_keys_json"`
	// Effective time. Example: `"2025-02-01T09:00:00Z"`.
	EffectiveAt string `json:"effective_at,omitzero" fact:"format=time;from=ad,importer:kds_keys_json"`
	// Every writable DC holds the key object. Example: `true`.
	ReplicatedEverywhere *bool `json:"replicated_everywhere,omitzero" fact:"from=ad"`
}
