package schema

// Run is what one audit was asked to assume; it is joined to every rule input and never part of the facts.
type Run struct {
	// The moment the rules judge against (`--now`). Example: `"2026-11-22T09:00:00Z"`.
	Now string `json:"now,omitzero" fact:"format=time;from=command_line"`
	// Which dated table rows are in force; default the day of run.now. Form: YYYY-MM-DD. Example: `"2026-11-22"`.
	PolicyDate string `json:"policy_date,omitzero" fact:"format=date;from=spec"`
	// Rule-set profile. Example: `"v2-current"`.
	Profile string `json:"profile,omitzero" fact:"enum=classic-2023|v2-current|v3-current;from=spec"`
	// Older facts do not carry an executable step. Form: seconds. Example: `86400`.
	FactsMaxAgeSeconds *int64 `json:"facts_max_age_seconds,omitzero" fact:"min=0;unit=seconds;from=spec"`
}
