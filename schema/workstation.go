package schema

// Workstation is the machine that runs the Active Directory steps.
type Workstation struct {
	// Powershell version. Form: dotted. Example: `"5.1.20348.2582"`.
	PowershellVersion string `json:"powershell_version,omitzero" fact:"format=version;from=host"`
	// Installed modules. Form: key: module name, lower case; version. Example: `"1.0.0.4"`.
	Modules map[string]string `json:"modules,omitzero" fact:"map=closed;key=text;format=version;from=host"`
	// .NET Framework level. Form: registry Release. Example: `528449`.
	DotnetRelease *int64 `json:"dotnet_release,omitzero" fact:"min=0;from=host"`
	// Domain joined. Example: `true`.
	DomainJoined *bool `json:"domain_joined,omitzero" fact:"from=host"`
}
