package schema

// VerdictVersion is the only value of Verdict.Schema that this program reads and writes.
const VerdictVersion = "mdiplan/verdict/v1"

// Outcome is the answer of one rule for one subject.
type Outcome string

// The five outcomes. Unknown is an answer: a fact that nobody read can never turn into a pass.
const (
	Pass          Outcome = "pass"
	Fail          Outcome = "fail"
	Unknown       Outcome = "unknown"
	NotApplicable Outcome = "not_applicable"
	Failed        Outcome = "error"
)

// Severities, from the worst to the mildest.
var Severities = []string{"blocker", "high", "medium", "low", "info"}

// SeverityRank is the place of a severity in Severities; an unknown name ranks last.
func SeverityRank(severity string) int {
	for i, s := range Severities {
		if s == severity {
			return i
		}
	}
	return len(Severities)
}

// Verdict is what the rules say about one set of facts and one spec: every rule once, every finding by rule and
// subject. Findings that do not apply are counted in Summary and otherwise left out.
type Verdict struct {
	Schema string `json:"schema"`
	// Tool and its version.
	Tool        string `json:"tool"`
	ToolVersion string `json:"tool_version"`
	// Run is what the audit was asked to assume: time, policy date, profile, age limit.
	Run Run `json:"run"`
	// Inputs are the digests of everything the verdict was made from, sorted by name.
	Inputs []Input `json:"inputs"`
	// Rules are sorted by id.
	Rules []Rule `json:"rules"`
	// Findings are sorted by rule, subject kind and subject key.
	Findings []Finding `json:"findings"`
	// Decisions are sorted by id and subject.
	Decisions []Decision `json:"decisions"`
	// Waivers are all that the spec holds, used or not.
	Waivers []WaiverUse `json:"waivers"`
	// Parameters and Severities are what the spec replaces of the rules, each beside what it replaces.
	Parameters []ParameterUse `json:"parameters,omitzero"`
	Severities []SeverityUse  `json:"severities,omitzero"`
	// Profile says how the findings differ from those under the profile of the spec; nil when that one was judged.
	Profile *ProfileChange `json:"profile_change,omitzero"`
	Summary Summary        `json:"summary"`
	// Diagnostics are what was odd about the inputs, sorted; none is an error.
	Diagnostics Diagnostics `json:"diagnostics,omitzero"`
}

// Input is one document or folder that went into another.
type Input struct {
	// Name says what it is: facts, spec, rules, tables, steps.
	Name string `json:"name"`
	// SHA256 is the digest of its canonical bytes, 64 lower-case hexadecimal digits.
	SHA256 string `json:"sha256"`
}

// Rule is what a rule's metadata and syntax tree say about it.
type Rule struct {
	ID          string `json:"id"`
	Title       string `json:"title"`
	Description string `json:"description"`
	// Area is the folder the rule lives in, which is also the second part of its package name.
	Area string `json:"area"`
	// Subject is one of SubjectKinds.
	Subject string `json:"subject"`
	// Severity is one of Severities, after overrides.
	Severity string `json:"severity"`
	// Generations and Roles restrict the rule; empty means all.
	Generations []string `json:"generations"`
	Roles       []string `json:"roles,omitzero"`
	// Profiles are the profiles in which the rule is judged; empty means all.
	Profiles []string `json:"profiles,omitzero"`
	// Basis is documented, tooling or convention: how binding the requirement is.
	Basis string `json:"basis"`
	// Remediation names the steps that answer a finding, first choice first.
	Remediation []string `json:"remediation"`
	// Measure names the steps that find out what the rule needs to know, where it is unknown.
	Measure []string `json:"measure,omitzero"`
	// Facts are the canonical paths the rule reads, from its syntax tree, sorted.
	Facts []string `json:"facts"`
	// Observes is the fact that observed repeats, when it is just one; its name says the unit.
	Observes string `json:"observes,omitzero"`
	// Source are the articles behind the rule.
	Source []string `json:"source"`
	// Package is the Rego package, for example mdi.rules.hardware.memory.
	Package string `json:"package"`
	// File is where the rule stands, relative to its policy root.
	File string `json:"file"`
	// Sets is the part of the spec that a decision fills where the spec leaves it open; Decides are the requirements it
	// stands for. Rules have neither.
	Sets    string   `json:"sets,omitzero"`
	Decides []string `json:"decides,omitzero"`
}

// Finding is the answer of one rule for one subject.
type Finding struct {
	Rule     string  `json:"rule"`
	Subject  Subject `json:"subject"`
	Outcome  Outcome `json:"outcome"`
	Severity string  `json:"severity"`
	// Observed and Required are what the rule saw and what it asks for; nil where the rule could not tell.
	Observed any `json:"observed,omitzero"`
	Required any `json:"required,omitzero"`
	// Missing are the canonical paths that were absent and made the outcome unknown, sorted.
	Missing []string `json:"missing,omitzero"`
	// Evidence are the facts the rule read; passing findings carry it only on request.
	Evidence []Evidence `json:"evidence,omitzero"`
	// Range is the place in the spec that the finding concerns.
	Range *Range `json:"range,omitzero"`
	// Waived is the index in Verdict.Waivers of the waiver that covers it.
	Waived *int `json:"waived,omitzero"`
	// Error is why the outcome is error.
	Error string `json:"error,omitzero"`
}

// Unresolved says whether the finding stands between a sensor and its installation, severity aside: it fails, is
// unknown or could not be judged, and no waiver covers it.
func (f Finding) Unresolved() bool {
	return f.Waived == nil && (f.Outcome == Fail || f.Outcome == Unknown || f.Outcome == Failed)
}

// Evidence is one fact a rule read.
type Evidence struct {
	// Path is the canonical path, for example server.memory_bytes.
	Path string `json:"path"`
	// Pointer is its place in the facts document.
	Pointer string `json:"pointer"`
	// Value is nil when the fact is absent.
	Value any `json:"value,omitzero"`
	// Source, Status, ReadAt and Error come from the section that speaks for the pointer; Error says why it is absent. A
	// value that is older than the run allows has the status TooOld and counts as absent.
	Source string `json:"source,omitzero"`
	Status string `json:"status,omitzero"`
	ReadAt string `json:"read_at,omitzero"`
	Error  string `json:"error,omitzero"`
	// Declared says that a person declared the value in the spec.
	Declared bool `json:"declared,omitzero"`
	// Conflict is what other sources say of the same moment.
	Conflict string `json:"conflict,omitzero"`
}

// TooOld is the status of evidence that was read before the facts had to be.
const TooOld = "too_old"

// Explanation is a finding with its evidence, whatever its outcome.
type Explanation struct {
	Finding
	// Because says by what a rule does not apply, one of ByProfile and so on, and Reason says it in words.
	Because string `json:"because,omitzero"`
	Reason  string `json:"reason,omitzero"`
	// Near says that the finding passes, but a number is within a tenth of the limit.
	Near bool `json:"near,omitzero"`
}

// What makes a rule not apply to a subject: its profiles, roles or generations, or the condition that it states itself.
const (
	ByProfile    = "profile"
	ByRole       = "role"
	ByGeneration = "generation"
	ByCondition  = "applies"
)

// Decision is a choice that policy made, and why.
type Decision struct {
	// ID is D1 and so on; Name is the package's last part, for example sensor_generation.
	ID      string  `json:"id"`
	Name    string  `json:"name"`
	Title   string  `json:"title"`
	Subject Subject `json:"subject"`
	// Choice is empty when the facts do not allow a decision; Missing then names them.
	Choice  string   `json:"choice,omitzero"`
	Reasons []string `json:"reasons"`
	Missing []string `json:"missing,omitzero"`
	// Source is decided, or asked when the spec fixed the choice.
	Source string `json:"source"`
	// Warnings say what speaks against a choice that the spec fixed.
	Warnings []string `json:"warnings,omitzero"`
}

// WaiverUse is a waiver with what became of it.
type WaiverUse struct {
	Waiver `json:"waiver"`
	// State is used, unused or expired.
	State string `json:"state"`
	// Findings counts what it covers.
	Findings int `json:"findings"`
}

// ParameterUse is a number that the spec replaces, and what the tables say of it.
type ParameterUse struct {
	ParameterOverride `json:"parameter"`
	// Table is the number that is replaced; Min and Max bound what may replace it.
	Table any    `json:"table"`
	Min   any    `json:"min"`
	Max   any    `json:"max"`
	Unit  string `json:"unit,omitzero"`
}

// SeverityUse is a severity that the spec replaces, and what it was.
type SeverityUse struct {
	SeverityOverride `json:"severity"`
	Was              string `json:"was"`
}

// ProfileChange is what another profile than that of the spec changes. A finding that does not apply has no outcome to
// differ in, so rules that only one of the profiles asks are told apart.
type ProfileChange struct {
	// From is the profile of the spec; Run.Profile is the one that was judged.
	From string `json:"from"`
	// Appear are the rules that give findings only now, with what they say; Disappear those that no longer do, with what
	// they said. Both are sorted by rule.
	Appear    []RuleOutcomes `json:"appear"`
	Disappear []RuleOutcomes `json:"disappear"`
	// Changes are the findings of all other rules that differ, sorted by rule and subject.
	Changes []OutcomeChange `json:"changes"`
}

// RuleOutcomes counts the findings of one rule by outcome.
type RuleOutcomes struct {
	Rule     string          `json:"rule"`
	Outcomes map[Outcome]int `json:"outcomes"`
}

// OutcomeChange is one rule at one subject whose outcome differs.
type OutcomeChange struct {
	Rule    string  `json:"rule"`
	Subject Subject `json:"subject"`
	From    Outcome `json:"from"`
	To      Outcome `json:"to"`
}

// Summary counts findings.
type Summary struct {
	// Outcomes counts by outcome, not_applicable included.
	Outcomes map[Outcome]int `json:"outcomes"`
	// Unresolved counts fail, unknown and error findings without waiver by severity, then outcome.
	Unresolved map[string]map[Outcome]int `json:"unresolved"`
	Waived     int                        `json:"waived"`
	Rules      int                        `json:"rules"`
	Subjects   int                        `json:"subjects"`
}
