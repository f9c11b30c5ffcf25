package schema

// DiffVersion is the only value of Diff.Schema that this program writes.
const DiffVersion = "mdiplan/diff/v1"

// Diff is what differs between two documents of one kind, from the old one to the new. What got worse is marked as a
// regression where it stands.
type Diff struct {
	Schema      string `json:"schema"`
	Tool        string `json:"tool"`
	ToolVersion string `json:"tool_version"`
	// Kind is facts, verdict or runbook.
	Kind string  `json:"kind"`
	Old  DiffEnd `json:"old"`
	New  DiffEnd `json:"new"`
	// Incomparable says why nothing can be concluded; everything below is empty then.
	Incomparable []string `json:"incomparable,omitzero"`
	// Same says that nothing of what is compared differs.
	Same bool `json:"same"`
	// Regressions counts what is marked as one.
	Regressions int `json:"regressions"`
	// Inputs are the documents and folders that both were made from and that differ, sorted by name.
	Inputs []InputChange `json:"inputs,omitzero"`
	// Settings are what both were asked to assume: run, deployment, change record, cut.
	Settings []ValueChange `json:"settings,omitzero"`
	// One of these three is there, by Kind.
	Facts   *FactsDiff   `json:"facts,omitzero"`
	Verdict *VerdictDiff `json:"verdict,omitzero"`
	Runbook *RunbookDiff `json:"runbook,omitzero"`
}

// DiffEnd is one of the two documents.
type DiffEnd struct {
	// Name is the file as it was given.
	Name string `json:"name"`
	// Schema is its version; SHA256 the digest of its canonical bytes, absent when it could not be read by this program.
	Schema string `json:"schema"`
	SHA256 string `json:"sha256,omitzero"`
	// ToolVersion is that of the program that wrote it; facts name theirs by source.
	ToolVersion string `json:"tool_version,omitzero"`
	// At is the time it is about: run.now, or generated_at of facts.
	At string `json:"at,omitzero"`
}

// InputChange is an input whose digest differs; an absent digest says that one side does not name it.
type InputChange struct {
	Name string `json:"name"`
	Old  string `json:"old,omitzero"`
	New  string `json:"new,omitzero"`
}

// ValueChange is a value that differs; an absent side does not have it.
type ValueChange struct {
	Path string `json:"path"`
	Old  any    `json:"old,omitzero"`
	New  any    `json:"new,omitzero"`
	// Regression says that it got worse.
	Regression bool `json:"regression,omitzero"`
}

// FactsDiff is what differs between two facts documents. Times of reading alone are no difference.
type FactsDiff struct {
	// Sources that came, went or changed, by "<id>/<field>".
	Sources []ValueChange `json:"sources,omitzero"`
	// Sections are parts of the model whose reading went otherwise, sorted by pointer.
	Sections []SectionChange `json:"sections,omitzero"`
	// Added and Gone are whole subjects; their facts are counted and not repeated in Changes.
	Added []SubjectFacts `json:"added,omitzero"`
	Gone  []SubjectFacts `json:"gone,omitzero"`
	// Changes are sorted by pointer.
	Changes []FactChange `json:"changes,omitzero"`
	// Unchanged counts the facts that both have with the same value.
	Unchanged int `json:"unchanged"`
}

// SubjectFacts counts the facts of a subject and names their sources.
type SubjectFacts struct {
	Subject Subject  `json:"subject"`
	Facts   int      `json:"facts"`
	Sources []string `json:"sources,omitzero"`
}

// SectionChange is a section with another status, error or dispute. It is a regression when it could be read before.
type SectionChange struct {
	Pointer    string   `json:"pointer"`
	Old        *Section `json:"old,omitzero"`
	New        *Section `json:"new,omitzero"`
	Regression bool     `json:"regression,omitzero"`
}

// The ways in which a fact differs. What is removed is known not to exist any more, because the collection it was in is
// complete; what is lost was known and is not known now, which is a regression.
const (
	FactAdded   = "added"
	FactChanged = "changed"
	FactRemoved = "removed"
	FactLost    = "lost"
)

// FactChange is one fact that differs.
type FactChange struct {
	Subject Subject `json:"subject"`
	// Path is canonical, Pointer its place in the document.
	Path    string `json:"path"`
	Pointer string `json:"pointer"`
	// Change is added, changed, removed or lost.
	Change string `json:"change"`
	Old    any    `json:"old,omitzero"`
	New    any    `json:"new,omitzero"`
	// From and To say who read either value, and of one that is absent, who could not.
	From       *Section `json:"from,omitzero"`
	To         *Section `json:"to,omitzero"`
	Regression bool     `json:"regression,omitzero"`
}

// VerdictDiff is what differs between two verdicts. Rules and subjects that only one of them has are listed apart: what they
// say is news, not a change.
type VerdictDiff struct {
	RulesAdded   []RuleOutcomes    `json:"rules_added,omitzero"`
	RulesGone    []RuleOutcomes    `json:"rules_gone,omitzero"`
	RulesChanged []RuleChange      `json:"rules_changed,omitzero"`
	Added        []SubjectOutcomes `json:"subjects_added,omitzero"`
	Gone         []SubjectOutcomes `json:"subjects_gone,omitzero"`
	// Unblocked are subjects at which an unresolved blocker stood and none stands now; Blocked is the opposite.
	Unblocked []Subject `json:"unblocked,omitzero"`
	Blocked   []Subject `json:"blocked,omitzero"`
	// Findings are those whose outcome, waiver or severity differs, sorted by change (regressed, resolved, changed), severity, rule and
	// subject.
	Findings  []FindingChange  `json:"findings,omitzero"`
	Waivers   []WaiverChange   `json:"waivers,omitzero"`
	Decisions []DecisionChange `json:"decisions,omitzero"`
	// Unchanged counts the findings that both have with the same outcome.
	Unchanged int `json:"unchanged"`
}

// RuleChange is a rule whose metadata differ.
type RuleChange struct {
	Rule    string        `json:"rule"`
	Title   string        `json:"title"`
	Changes []ValueChange `json:"changes"`
}

// SubjectOutcomes counts the findings at one subject by outcome.
type SubjectOutcomes struct {
	Subject  Subject         `json:"subject"`
	Outcomes map[Outcome]int `json:"outcomes"`
}

// The ways in which a finding differs. One is unresolved when it fails, is unknown or could not be judged, and no waiver
// covers it. Regressed is unresolved now and was not, or with a worse severity; resolved is the opposite.
const (
	FindingRegressed = "regressed"
	FindingResolved  = "resolved"
	FindingChanged   = "changed"
)

// FindingChange is one rule at one subject that has another answer.
type FindingChange struct {
	Rule    string  `json:"rule"`
	Title   string  `json:"title"`
	Subject Subject `json:"subject"`
	// Change is regressed, resolved or changed.
	Change string       `json:"change"`
	Old    FindingState `json:"old"`
	New    FindingState `json:"new"`
	// Observes is the fact that observed repeats, as in Rule.
	Observes   string `json:"observes,omitzero"`
	Regression bool   `json:"regression,omitzero"`
}

// FindingState is a finding without its evidence.
type FindingState struct {
	Outcome  Outcome  `json:"outcome"`
	Severity string   `json:"severity,omitzero"`
	Waived   bool     `json:"waived,omitzero"`
	Observed any      `json:"observed,omitzero"`
	Required any      `json:"required,omitzero"`
	Missing  []string `json:"missing,omitzero"`
	Error    string   `json:"error,omitzero"`
}

// WaiverChange is a waiver that came, went, or is used otherwise; an absent side does not have it.
type WaiverChange struct {
	Rule     string     `json:"rule"`
	Subjects []string   `json:"subjects"`
	Old      *WaiverUse `json:"old,omitzero"`
	New      *WaiverUse `json:"new,omitzero"`
}

// DecisionChange is a decision with another choice; an absent side did not have to take it.
type DecisionChange struct {
	Name    string    `json:"name"`
	Title   string    `json:"title"`
	Subject Subject   `json:"subject"`
	Old     *Decision `json:"old,omitzero"`
	New     *Decision `json:"new,omitzero"`
}

// RunbookDiff is what differs between two runbooks. Numbers and times of steps follow from the order and are no difference.
type RunbookDiff struct {
	// Sensors are sorted by server.
	Sensors   []SensorChange   `json:"sensors,omitzero"`
	Decisions []DecisionChange `json:"decisions,omitzero"`
	// Added and Gone are steps in execution order; Moved are planned steps of both that stand elsewhere among them.
	Added []StepRef    `json:"steps_added,omitzero"`
	Gone  []StepRef    `json:"steps_gone,omitzero"`
	Moved []StepMove   `json:"steps_moved,omitzero"`
	Steps []StepChange `json:"steps_changed,omitzero"`
	// Waves, by "<wave>/<field>".
	Waves []ValueChange `json:"waves,omitzero"`
	// Proof is whether the runbook is complete and what its proof says; RemainingAdded and RemainingGone are the findings
	// that only one of them leaves.
	Proof          []ValueChange  `json:"proof,omitzero"`
	RemainingAdded []FindingRef   `json:"remaining_added,omitzero"`
	RemainingGone  []FindingRef   `json:"remaining_gone,omitzero"`
	Schedule       []ValueChange  `json:"schedule,omitzero"`
	Waivers        []WaiverChange `json:"waivers,omitzero"`
	// Unchanged counts the steps that both have, at the same place and with the same content.
	Unchanged int `json:"unchanged"`
}

// SensorChange is a sensor with another state, generation or wave.
type SensorChange struct {
	Server string `json:"server"`
	// Change is held (it was not), released (it was held), added, gone or changed.
	Change string       `json:"change"`
	Old    *ScopeSensor `json:"old,omitzero"`
	New    *ScopeSensor `json:"new,omitzero"`
	// Reasons are those for which it is held now, or was.
	Reasons    []string `json:"reasons,omitzero"`
	Regression bool     `json:"regression,omitzero"`
}

// StepRef names a step that only one of the runbooks has.
type StepRef struct {
	ID     string    `json:"id"`
	Title  string    `json:"title"`
	Number int       `json:"number,omitzero"`
	State  StepState `json:"state"`
}

// StepMove is a step that stands elsewhere. After and WasAfter are the planned steps of both runbooks right before it,
// empty at the start.
type StepMove struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Number    int    `json:"number"`
	WasNumber int    `json:"was_number"`
	After     string `json:"after,omitzero"`
	WasAfter  string `json:"was_after,omitzero"`
}

// StepChange is a step with other content.
type StepChange struct {
	ID      string        `json:"id"`
	Title   string        `json:"title"`
	Changes []ValueChange `json:"changes"`
}
