package schema

// Account is a directory service account, action account or operator, keyed by account key.
type Account struct {
	// The object exists in the directory. Example: `true`.
	Exists *bool `json:"exists,omitzero" fact:"from=ad"`
	// Key of its domain. Example: `"contoso.com"`.
	Domain string `json:"domain,omitzero" fact:"format=fqdn;from=ad"`
	// Sid. Example: `"S-1-5-21-1004336348-1177238915-682003330-1119"`.
	SID string `json:"sid,omitzero" fact:"format=sid;from=ad"`
	// Object class. Example: `"gmsa"`.
	Class string `json:"class,omitzero" fact:"enum=user|gmsa|smsa|dmsa;from=ad"`
	// Enabled. Example: `true`.
	Enabled *bool `json:"enabled,omitzero" fact:"from=ad"`
	// Locked out. Example: `false`.
	Locked *bool `json:"locked,omitzero" fact:"from=ad"`
	// Password last set at. Example: `"2026-11-01T05:00:00Z"`.
	PasswordLastSetAt string `json:"password_last_set_at,omitzero" fact:"format=time;from=ad"`
	// The password can expire. Example: `false`.
	PasswordExpires *bool `json:"password_expires,omitzero" fact:"from=ad"`
	// MsDS-UserPasswordExpiryTimeComputed; absent when it cannot expire. Example: `"2027-02-01T05:00:00Z"`.
	PasswordExpiresAt string `json:"password_expires_at,omitzero" fact:"format=time;from=ad"`
	// Last logon at. Example: `"2026-11-22T06:00:00Z"`.
	LastLogonAt string `json:"last_logon_at,omitzero" fact:"format=time;from=ad"`
	// 0x8 AES128, 0x10 AES256, 0x4 RC4. Form: bits of msDS-SupportedEncryptionTypes; 0 = not set. Example: `24`.
	EncryptionTypes *int64 `json:"encryption_types,omitzero" fact:"min=0;from=ad"`
	// PrincipalsAllowedToRetrieveManagedPassword. Form: key: principal key; true. Example: `true`.
	PasswordReaders Set `json:"password_readers,omitzero" fact:"map=closed;key=principal;from=ad"`
	// Groups, nested and primary included. Form: key: principal key; true. Example: `true`.
	MemberOf Set `json:"member_of,omitzero" fact:"map=closed;key=principal;from=ad"`
	// Objects with a non-inherited Allow entry for it or its groups. Form: key: DN, lower case; true. Example: `true`.
	ExplicitGrants Set `json:"explicit_grants,omitzero" fact:"map=closed;key=dn;from=ad,importer:dsa_test"`
	// Objects whose managedBy or manager it is. Form: key: DN, lower case; true. Example: `true`.
	ManagedObjects Set `json:"managed_objects,omitzero" fact:"map=closed;key=dn;from=ad,importer:dsa_test"`
	// Used for this purpose only, by no person. Example: `true`.
	Dedicated *bool `json:"dedicated,omitzero" fact:"from=spec"`
	// What this operator is to do. Form: see "Duties"; bool. Example: `true`.
	Duties map[string]bool `json:"duties,omitzero" fact:"map=open;key=text;from=spec"`
	// Entra directory roles. Example: `"active"`.
	EntraRoles map[string]string `json:"entra_roles,omitzero" fact:"map=closed;key=text;enum=active|eligible;from=tenant,importer:graph_roles"`
	// Unified RBAC permissions. Form: key: permission path; true. Example: `true`.
	URBACPermissions Set `json:"urbac_permissions,omitzero" fact:"map=closed;key=text;from=tenant,spec"`
}
