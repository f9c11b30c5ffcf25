// Package schema holds the nouns of mdiplan: the facts about an estate, the verdict on them, the runbook that
// follows, and the diagnostics for what is wrong with an input.
//
// It promises that a document it loaded is well formed, that writing the same document twice gives the same bytes,
// and that an absent value stays distinguishable from every value. It never reads the clock, the network or the
// environment, and it knows neither OPA nor HCL nor LDAP.
package schema

// FactsVersion is the only value of Facts.Schema that this program reads and writes.
const FactsVersion = "mdiplan/facts/v1"

// Facts is what was observed of one estate. Absent is unknown: a nil pointer, an empty string and a nil map all say
// that nobody read the value. An empty but non-nil map marked closed says that there is none.
//
// Field tags named "fact" carry what a Go type cannot say (enum, format, bounds, open or closed map, key format and who
// supplies the value); the JSON Schema, the loader and the reference pages all read them from there.
type Facts struct {
	// Version of this document. Example: `"mdiplan/facts/v1"`.
	Schema string `json:"schema"`
	// When the document was assembled or merged; taken from --now. Example: `"2026-11-22T09:00:00Z"`.
	GeneratedAt string `json:"generated_at,omitzero" fact:"format=time"`
	// Who read what, by a short id that is unique in the document.
	Sources map[string]*Source `json:"sources,omitzero" fact:"map=open;key=text"`
	// Provenance by JSON pointer (RFC 6901): the longest match speaks for a value, and for a missing one.
	Sections map[string]*Section `json:"sections,omitzero" fact:"map=open;key=pointer"`

	Tenant      *Tenant             `json:"tenant,omitzero"`
	Workspace   *Workspace          `json:"workspace,omitzero"`
	Forests     map[string]*Forest  `json:"forests,omitzero" fact:"map=open;key=fqdn"`
	Domains     map[string]*Domain  `json:"domains,omitzero" fact:"map=open;key=fqdn"`
	Servers     map[string]*Server  `json:"servers,omitzero" fact:"map=open;key=fqdn"`
	Sensors     map[string]*Sensor  `json:"sensors,omitzero" fact:"map=open;key=fqdn"`
	Accounts    map[string]*Account `json:"accounts,omitzero" fact:"map=open;key=account"`
	Paths       map[string]*Path    `json:"paths,omitzero" fact:"map=open;key=path"`
	Network     *Network            `json:"network,omitzero"`
	ATA         *ATA                `json:"ata,omitzero"`
	Workstation *Workstation        `json:"workstation,omitzero"`
}

// Set is a set of strings: every key maps to true.
type Set map[string]bool

// ACL is a complete list of access control entries, keyed by the canonical text of each entry:
// <type>;<flags>;<mask>;<object_type>;<inherited_object_type>;<sid>, as in SDDL order.
type ACL map[string]*ACE

// ACE is one access control entry; its key in an ACL repeats these fields.
type ACE struct {
	// Kind of entry.
	Type string `json:"type" fact:"enum=allow|deny|audit|callback_allow|callback_deny|callback_audit"`
	// Trustee, never a name.
	SID string `json:"sid" fact:"format=sid"`
	// Rights as an unsigned 32-bit mask, generic rights already mapped.
	Mask int64 `json:"mask" fact:"min=0;max=4294967295"`
	// Flags: 0x1 OI, 0x2 CI, 0x4 NP, 0x8 IO, 0x10 inherited, 0x40 success, 0x80 failure.
	Flags int64 `json:"flags" fact:"min=0;max=255"`
	// Property, right or class the entry is about; the zero GUID says all, as in Active Directory.
	ObjectType string `json:"object_type" fact:"format=guid"`
	// Class that inherits it; the zero GUID says all.
	InheritedObjectType string `json:"inherited_object_type" fact:"format=guid"`
	// 0-based place in a DACL; absent on an entry that a step adds.
	Position *int64 `json:"position,omitzero" fact:"min=0"`
}

// RegistryValue is one value under HKLM in the 64-bit view. With Present false there is neither type nor value.
type RegistryValue struct {
	// The value exists.
	Present *bool `json:"present" fact:"from=host"`
	// Its type; only when present.
	Type string `json:"type,omitzero" fact:"enum=dword|qword|sz|expand_sz|multi_sz|binary"`
	// Its data, an integer or a string; only when present.
	Value any `json:"value,omitzero"`
}

// Intent is what a spec, resolved against the facts, says about every subject: the shared part that all rules see as
// input.spec, and the blocks of single servers, which the engine joins as input.spec.sensor and input.spec.server.
type Intent struct {
	// Shared holds everything but Sensor and Server, which are nil here.
	Shared SpecInput
	// Sensors holds the sensors the spec asks for, by server FQDN. Generation is empty until it is decided.
	Sensors map[string]*SpecSensor
	// Servers holds what the spec says of a server itself, by FQDN.
	Servers map[string]*SpecServer
	// Waves holds the part of a wave that rules see, by wave name.
	Waves map[string]*SpecWave
	// Ranges says where in the spec a canonical path was set, for findings that point at the spec. The key is
	// "<subject>#<path>", for example "server/dc01.contoso.com#spec.sensor.generation".
	Ranges map[string]Range
	// Waivers are the accepted deviations, in order of appearance.
	Waivers []Waiver
	// Severities replaces the severity of single rules.
	Severities []SeverityOverride
	// Parameters replaces single numbers of the policy tables.
	Parameters []ParameterOverride
}

// Waiver accepts a failing or unknown rule for named subjects until a day.
type Waiver struct {
	Rule     string   `json:"rule"`
	Subjects []string `json:"subjects"`
	Reason   string   `json:"reason"`
	Approver string   `json:"approver"`
	Expires  string   `json:"expires"`
	Range    *Range   `json:"range,omitzero"`
}

// SeverityOverride replaces the severity of one rule, with the reason a reviewer reads.
type SeverityOverride struct {
	Rule   string `json:"rule"`
	Is     string `json:"is"`
	Reason string `json:"reason"`
	Range  *Range `json:"range,omitzero"`
}

// ParameterOverride replaces one number of the policy tables.
type ParameterOverride struct {
	Name  string `json:"name"`
	Value any    `json:"value"`
	Range *Range `json:"range,omitzero"`
}
