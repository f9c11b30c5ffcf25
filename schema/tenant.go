package schema

// Tenant is the Microsoft Entra tenant.
type Tenant struct {
	// There is a Microsoft Entra tenant. Example: `true`.
	Exists *bool `json:"exists,omitzero" fact:"from=tenant,spec"`
	// Entra tenant id. Example: `"8f3b4a10-2c56-4f0e-9d6b-2a7a3f0c1d22"`.
	ID string `json:"id,omitzero" fact:"format=guid;from=tenant"`
	// Microsoft cloud. Example: `"commercial"`.
	Cloud string `json:"cloud,omitzero" fact:"enum=commercial|gcc|gcc_high|dod|other;from=tenant"`
	// Country of the tenant; decides the workspace region. Form: ISO 3166-1 alpha-2. Example: `"DE"`.
	Country string `json:"country,omitzero" fact:"from=tenant"`
	// Creation of the tenant. Example: `"2019-03-11T10:00:00Z"`.
	CreatedAt string `json:"created_at,omitzero" fact:"format=time;from=tenant"`
	// Subscribed products. Example: `"06ebc4ee-1bb5-47dd-8120-11324bc54e06"`.
	SKUs map[string]*TenantSKU `json:"skus,omitzero" fact:"map=closed;key=guid;from=tenant,importer:graph_skus"`
	// Defender for Endpoint is licensed for the servers. Example: `true`.
	DefenderForServersLicensed *bool `json:"defender_for_servers_licensed,omitzero" fact:"from=spec"`
	// Entra groups `Azure ATP <workspace> Administrators/Users/Viewers`. Form: key: display name. Example: `"Azure ATP contoso Users"`.
	LegacyGroups map[string]*TenantLegacyGroup `json:"legacy_groups,omitzero" fact:"map=closed;key=text;from=tenant"`
	// MDI roles were assigned or exported before 2025-03-02. Example: `false`.
	LegacyRolesInUse *bool                 `json:"legacy_roles_in_use,omitzero" fact:"from=spec"`
	URBAC            *TenantURBAC          `json:"urbac,omitzero"`
	MDIApplication   *TenantMDIApplication `json:"mdi_application,omitzero"`
	// Scoped deployment of MDI alerts is on in Defender for Cloud Apps. Example: `false`.
	CloudAppsScopedAlerts *bool `json:"cloud_apps_scoped_alerts,omitzero" fact:"from=spec"`
	// Data location of Defender for Endpoint. Example: `"eu"`.
	MDEGeography string `json:"mde_geography,omitzero" fact:"enum=us|eu|uk|au|uae|ch|in|us_gov;from=tenant,spec"`
}

// TenantMDIApplication groups the facts under mdi_application.
type TenantMDIApplication struct {
	// Enterprise application 60ca1954-583c-4d1f-86de-39d835f3e452 exists. Example: `true`.
	Present *bool `json:"present,omitzero" fact:"from=tenant"`
	// Its sign-in is enabled. Example: `true`.
	Enabled *bool `json:"enabled,omitzero" fact:"from=tenant"`
}

// TenantURBAC groups the facts under urbac.
type TenantURBAC struct {
	// Unified RBAC governs the Identity workload. Example: `true`.
	IdentityWorkloadActive *bool `json:"identity_workload_active,omitzero" fact:"from=tenant,spec"`
	// Custom roles. Form: key: display name. Example: `"MDI admins"`.
	Roles map[string]*TenantURBACRole `json:"roles,omitzero" fact:"map=closed;key=text;from=tenant,spec"`
}

// TenantURBACRole describes one entry: custom roles.
type TenantURBACRole struct {
	// What the role is meant to be. Example: `"administrator"`.
	Persona string `json:"persona,omitzero" fact:"enum=administrator|user|viewer|responder;from=spec"`
	// Permissions the role grants. Form: key: permission path; true. Example: `true`.
	Permissions Set `json:"permissions,omitzero" fact:"map=closed;key=text;from=tenant,spec"`
	// Domains to which its assignments are limited. Form: key: FQDN; true. Example: `true`.
	Scopes Set `json:"scopes,omitzero" fact:"map=closed;key=fqdn;from=tenant,spec"`
}

// TenantLegacyGroup describes one entry: Entra groups `Azure ATP <workspace> Administrators/Users/Viewers`.
type TenantLegacyGroup struct {
	// Kind of each member. Example: `"user"`.
	Members map[string]string `json:"members,omitzero" fact:"map=closed;key=guid;enum=user|guest|group|service_principal;from=tenant"`
}

// TenantSKU describes one entry: subscribed products.
type TenantSKU struct {
	// Product. Form: as Graph spells it. Example: `"SPE_E5"`.
	PartNumber string `json:"part_number,omitzero" fact:"from=tenant,importer:graph_skus"`
	// Capability status. Example: `"enabled"`.
	Status string `json:"status,omitzero" fact:"enum=enabled|warning|suspended|deleted|locked_out;from=tenant,importer:graph_skus"`
	// Paid seats. Form: seats. Example: `1000`.
	EnabledUnits *int64 `json:"enabled_units,omitzero" fact:"min=0;unit=seats;from=tenant,importer:graph_skus"`
	// Seats in grace. Form: seats. Example: `0`.
	WarningUnits *int64 `json:"warning_units,omitzero" fact:"min=0;unit=seats;from=tenant,importer:graph_skus"`
	// Assigned seats. Form: seats. Example: `940`.
	ConsumedUnits *int64 `json:"consumed_units,omitzero" fact:"min=0;unit=seats;from=tenant,importer:graph_skus"`
	// End of the subscription term. Example: `"2027-06-30T00:00:00Z"`.
	ExpiresAt string `json:"expires_at,omitzero" fact:"format=time;from=tenant"`
	// Provisioning status of a plan; MDI is 14ab5db5-e6c4-4b20-b4bc-13e36fd2227f. Example: `"success"`.
	ServicePlans map[string]string `json:"service_plans,omitzero" fact:"map=closed;key=guid;enum=success|pending_input|pending_activation|pending_provisioning|disabled|error;from=tenant,importer:graph_skus"`
}
