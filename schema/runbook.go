package schema

import "slices"

// RunbookVersion is the only value of Runbook.Schema that this program reads and writes.
const RunbookVersion = "mdiplan/runbook/v1"

// Runbook is a deployment as an ordered list of steps, each with the reason it is there. It is complete in itself:
// a renderer reads nothing else.
type Runbook struct {
	Schema      string  `json:"schema"`
	Tool        string  `json:"tool"`
	ToolVersion string  `json:"tool_version"`
	Run         Run     `json:"run"`
	Inputs      []Input `json:"inputs"`
	// Deployment is the label of the spec's deployment block.
	Deployment string `json:"deployment"`
	PortalEra  string `json:"portal_era"`
	Change     Change `json:"change"`
	// Board is what a change board reads beside the steps.
	Board Board `json:"board"`
	// Complete says that nothing is held or left out and the proof closed: sound, complete and convergent. A superfluous step
	// does no harm.
	Complete bool `json:"complete"`
	// Cut is there when only a part of the plan was asked for.
	Cut       *Cut       `json:"cut,omitzero"`
	Scope     Scope      `json:"scope"`
	Decisions []Decision `json:"decisions"`
	// Waves are in the order in which they run; steps outside a wave belong to the foundation, which is first and
	// has an empty name.
	Waves []Wave `json:"waves"`
	// Steps are in execution order, the satisfied and the held among them.
	Steps []Step `json:"steps"`
	// Held lists the sensors that the plan does not install, with the reason and what would release each.
	Held []Held `json:"held"`
	// Collect lists the facts that would turn unknown into an answer, by collector.
	Collect  []Collect   `json:"collect"`
	Proof    Proof       `json:"proof"`
	Schedule Schedule    `json:"schedule"`
	Waivers  []WaiverUse `json:"waivers"`
	// Notes are requirements that no fact can decide and that concern no planned step; those that do stand there.
	Notes []Note `json:"notes,omitzero"`
	// Findings are those that steps and held sensors refer to, evidence included.
	Findings []Finding `json:"findings"`
	// Rules are the rules of those findings.
	Rules       []Rule      `json:"rules"`
	Diagnostics Diagnostics `json:"diagnostics,omitzero"`
}

// Note is a requirement to know, by its id, with the subjects it concerns.
type Note struct {
	ID       string    `json:"id"`
	Title    string    `json:"title"`
	Text     string    `json:"text"`
	Subjects []Subject `json:"subjects"`
	Sources  []string  `json:"sources"`
}

// Change is the change record as the spec has it.
type Change struct {
	ID      string `json:"id,omitzero"`
	Summary string `json:"summary,omitzero"`
	// Type is normal, standard or emergency.
	Type string `json:"type"`
	// Reason is why the change is made, in the words of the spec.
	Reason      string   `json:"reason,omitzero"`
	Requester   string   `json:"requester,omitzero"`
	Owner       string   `json:"owner,omitzero"`
	Implementer string   `json:"implementer,omitzero"`
	Approvers   []string `json:"approvers,omitzero"`
	// Contacts are who is told, by audience.
	Contacts map[string]string `json:"contacts,omitzero"`
	// BackOutBySeconds is how long before the end of a window a back-out has to start.
	BackOutBySeconds int64 `json:"back_out_by_seconds,omitzero"`
}

// Cut says which part of a plan this is. What a kept step requires is kept too; the order is that of the whole plan.
type Cut struct {
	// Only, Waves and Until are what was asked for: names of subjects, steps or waves, and a step or a time to stop at.
	Only  []string `json:"only,omitzero"`
	Waves []string `json:"waves,omitzero"`
	Until string   `json:"until,omitzero"`
	// Required are the ids of steps that are kept only because a kept step requires them, in execution order.
	Required []string `json:"required,omitzero"`
	// Left are the steps of the whole plan that are not in this one, in execution order; when there is none, nothing was
	// cut.
	Left []LeftOut `json:"left"`
	// Ahead names the waves whose steps are kept although steps of a wave before them are left out.
	Ahead []string `json:"ahead,omitzero"`
}

// LeftOut is a step that a cut left out.
type LeftOut struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Wave  string `json:"wave,omitzero"`
	// State is planned or held.
	State StepState `json:"state"`
}

// Scope counts and names what the runbook is about.
type Scope struct {
	Forests  []string          `json:"forests"`
	Domains  []string          `json:"domains"`
	Sensors  []ScopeSensor     `json:"sensors"`
	Excluded map[string]string `json:"excluded,omitzero"` // FQDN to reason
}

// ScopeSensor is one sensor the spec asks for.
type ScopeSensor struct {
	Server     string `json:"server"`
	Generation string `json:"generation,omitzero"`
	Wave       string `json:"wave,omitzero"`
	Site       string `json:"site,omitzero"`
	Domain     string `json:"domain,omitzero"`
	// State is planned, present, held or, in a cut plan, left_out.
	State string `json:"state"`
}

// StepState says what the compiler made of a step.
type StepState string

// The states of a step. A satisfied step stays in the runbook, so that a reader sees it was not forgotten.
const (
	StepPlanned   StepState = "planned"
	StepSatisfied StepState = "satisfied"
	StepHeld      StepState = "held"
)

// Step is one step at one subject.
type Step struct {
	// ID is <step>@<subject key>, stable between runs; for singletons the kind stands for the key.
	ID string `json:"id"`
	// Number counts planned steps from 1, in execution order; 0 for others.
	Number  int       `json:"number,omitzero"`
	Step    string    `json:"step"`
	Title   string    `json:"title"`
	Subject Subject   `json:"subject"`
	State   StepState `json:"state"`
	Wave    string    `json:"wave,omitzero"`
	// RunsOn is target, admin_workstation, domain_controller, portal or person.
	RunsOn string `json:"runs_on"`
	// Computer is the server on which a script runs: its subject, or the PDC emulator of its domain. It is empty for what
	// runs on the administration workstation, and where nobody knows a controller.
	Computer string `json:"computer,omitzero"`
	// Domain is the domain that the step is about, where there is one.
	Domain string `json:"domain,omitzero"`
	// Kind is check, script, sql, gpo, portal, network, manual, approval, wait or support.
	Kind string `json:"kind"`
	// Risk is none, service_restart, reboot, replication or irreversible.
	Risk string `json:"risk"`
	// Who does it and the least privilege they need.
	Who       string `json:"who"`
	Privilege string `json:"privilege,omitzero"`
	// DurationSeconds is hands-on time; WaitSeconds is time that passes before dependants may start.
	DurationSeconds int64 `json:"duration_seconds"`
	WaitSeconds     int64 `json:"wait_seconds,omitzero"`
	// Why is the one sentence a change board reads.
	Why string `json:"why"`
	// Because lists the findings this step answers, sorted; it is empty for steps the spec alone asks for.
	Because []FindingRef `json:"because,omitzero"`
	// Requires are the ids of the steps that must be done before, sorted.
	Requires []string `json:"requires,omitzero"`
	// Satisfied says why there is nothing to do; Held says why it is not to be done, and Release what would change that.
	Satisfied string   `json:"satisfied,omitzero"`
	Held      []string `json:"held,omitzero"`
	Release   []string `json:"release,omitzero"`
	// Params are the typed values a script gets; nothing but these and Secrets reaches it.
	Params []Param `json:"params,omitzero"`
	// Secrets are asked for when the step runs and reach Invoke-Step as secure strings; no document holds their values.
	Secrets []Secret `json:"secrets,omitzero"`
	// Script is the static text of the step's functions Test-Step, Invoke-Step, Confirm-Step and Undo-Step; empty for
	// steps that a person does. ScriptSHA256 is its digest.
	Script       string `json:"script,omitzero"`
	ScriptSHA256 string `json:"script_sha256,omitzero"`
	// Instructions, Verify and Undo are texts for a person. Undo is never empty: it says how, or that it cannot be undone.
	Instructions string   `json:"instructions,omitzero"`
	Verify       string   `json:"verify"`
	Undo         string   `json:"undo"`
	Reversible   bool     `json:"reversible"`
	PortalPath   string   `json:"portal_path,omitzero"`
	Notes        []string `json:"notes,omitzero"`
	Sources      []string `json:"sources"`
	// Affects lists further servers that a change board has to see, for example all controllers of a domain.
	Affects []string `json:"affects,omitzero"`
	// Touches are further configuration items: kind and name.
	Touches []Touch `json:"touches,omitzero"`
	// Conditions have to hold when the step runs, with what the facts say of them today.
	Conditions []Condition `json:"conditions,omitzero"`
	// DryRun says how to see what it would do without doing it; empty for what a person does.
	DryRun string `json:"dry_run,omitzero"`
	// Failures are known signs that it went wrong, and where to go on.
	Failures []Failure `json:"failures,omitzero"`
	// Score is the risk of a planned step, the sum of Points.
	Score  int      `json:"score"`
	Points []Weight `json:"points,omitzero"`
	// StartsAt and EndsAt are the earliest times by the schedule, RFC 3339 in UTC; empty when there is no window.
	StartsAt string `json:"starts_at,omitzero"`
	EndsAt   string `json:"ends_at,omitzero"`
	// DueAt is when a decision has to be taken at the latest, for steps that hold one.
	DueAt string `json:"due_at,omitzero"`
	// Critical says the step is on the critical path.
	Critical bool `json:"critical,omitzero"`
}

// KindsWithoutChange are the kinds of steps that leave everything as it is: they look, they agree, they wait.
var KindsWithoutChange = []string{"check", "approval", "wait"}

// Changes says whether the step leaves something other than it was.
func (s Step) Changes() bool { return !slices.Contains(KindsWithoutChange, s.Kind) }

// Irreversible says whether the step changes something that cannot be taken back. A restart is over; it takes nothing away.
func (s Step) Irreversible() bool {
	return s.Risk == "irreversible" || s.Changes() && !s.Reversible && s.Risk == "none"
}

// Touch is a configuration item that a step changes beside its subject; kinds are those of Item.
type Touch struct {
	Kind string `json:"kind"`
	Name string `json:"name"`
}

// Condition is what has to hold when a step runs.
type Condition struct {
	Text string `json:"text"`
	// Now is what the facts say: holds, by_then for what earlier steps make true, or open for what holds the step.
	Now string `json:"now"`
}

// Failure is a known sign that a step went wrong.
type Failure struct {
	// Sign is what is seen: a code, a line of a log, a health issue.
	Sign  string `json:"sign"`
	Means string `json:"means"`
	// GoTo are the names of the steps to turn to, in that order.
	GoTo []string `json:"go_to"`
	// RetryAfter is the step that has to succeed before this one is tried again; empty where trying again does no harm.
	RetryAfter string `json:"retry_after,omitzero"`
}

// Param is one typed value of a script. Type is string, int, bool or string_list.
type Param struct {
	Name  string `json:"name"`
	Type  string `json:"type"`
	Value any    `json:"value"`
}

// Secret is a parameter of Invoke-Step whose value only the person knows who runs the step; Prompt is what to ask for.
type Secret struct {
	Name   string `json:"name"`
	Prompt string `json:"prompt"`
}

// FindingRef points at a finding.
type FindingRef struct {
	Rule    string  `json:"rule"`
	Subject Subject `json:"subject"`
}

// Wave is a barrier: its steps start when those of all waves in After are done and soaked.
type Wave struct {
	Name string `json:"name"`
	// After are names of waves, sorted.
	After []string `json:"after,omitzero"`
	// MaxParallel, MaxParallelPerSite and MaxParallelPerDomain bound how many servers are worked on at once; 0 is unbounded.
	MaxParallel          int    `json:"max_parallel,omitzero"`
	MaxParallelPerSite   int    `json:"max_parallel_per_site,omitzero"`
	MaxParallelPerDomain int    `json:"max_parallel_per_domain,omitzero"`
	SoakSeconds          int64  `json:"soak_seconds,omitzero"`
	Approval             string `json:"approval,omitzero"`
	Window               string `json:"window,omitzero"`
	// Batches are the servers worked on together, in order.
	Batches  [][]string `json:"batches,omitzero"`
	StartsAt string     `json:"starts_at,omitzero"`
	EndsAt   string     `json:"ends_at,omitzero"`
}

// Held is a sensor that the plan does not deploy.
type Held struct {
	Server     string `json:"server"`
	Generation string `json:"generation,omitzero"`
	// Reasons are the findings and undecided choices that hold it; Release says what would let it go on.
	Because []FindingRef `json:"because,omitzero"`
	Reasons []string     `json:"reasons"`
	Release []string     `json:"release"`
}

// Collect is a set of facts to read before planning again.
type Collect struct {
	// Collector is ad, network, host, tenant, importer or spec.
	Collector string `json:"collector"`
	// Command is what to type.
	Command string `json:"command"`
	// Facts are canonical paths, sorted; Subjects are whom they concern, sorted.
	Facts    []string `json:"facts"`
	Subjects []string `json:"subjects"`
}

// Proof is what the compiler established by applying the declared effects of the steps, in order, to a copy of the facts.
// It says four things of the plan: it can be carried out (sound), it leaves nothing undone that it knows how to do
// (complete), once done it asks for nothing more (convergent), and it asks for nothing in vain (minimal).
type Proof struct {
	// Sound says that every step's preconditions held at the moment it ran, and that all it requires came before.
	Sound bool `json:"sound"`
	// Complete says that at the end no failing rule was left that has a remediation.
	Complete bool `json:"complete"`
	// Convergent says that a plan made from the facts as they are at the end changes nothing any more: nothing in Again changes
	// something.
	Convergent bool `json:"convergent"`
	// Minimal says that every step earns its place: nothing is Superfluous.
	Minimal bool `json:"minimal"`
	// Steps counts the steps that were applied.
	Steps int `json:"steps"`
	// Audits counts how many subjects were judged again on the way.
	Audits int `json:"audits"`
	// Violations are preconditions that did not hold, sorted by step number.
	Violations []Violation `json:"violations,omitzero"`
	// Remaining are the findings that are left although they have a remediation, sorted.
	Remaining []FindingRef `json:"remaining,omitzero"`
	// Unproven are steps that declare no effects: their success shows only in facts collected afterwards.
	Unproven []string `json:"unproven,omitzero"`
	// Partial says that steps were left out: what they would do was not replayed, and Remaining and Again list it. What was
	// chosen is never Superfluous then, for what requires it may be left out.
	Partial bool `json:"partial,omitzero"`
	// Again are the steps that a plan made at the end would ask for, in its order. A step that is there only because another
	// requires it is not among them, and neither is an unproven one: what is left of its finding is in Remaining.
	Again []Again `json:"again,omitzero"`
	// Superfluous are the steps that do not earn their place, in the order of the plan. Without all of them it would be as
	// sound, complete and convergent. A step earns it by a condition of its own that asks for it, by a finding that fails
	// without it, or because a step that earns its place requires it.
	Superfluous []Superfluous `json:"superfluous,omitzero"`
	// Resolved counts findings that failed before and pass after.
	Resolved int `json:"resolved"`
}

// Violation is a precondition that did not hold when its step ran.
type Violation struct {
	Step   string `json:"step"`
	Reason string `json:"reason"`
}

// Again is a step that would be asked for on the outcome of the plan.
type Again struct {
	Step   string `json:"step"`
	Reason string `json:"reason"`
	// Changes is false for a check, an approval and a wait, which leave everything as it is.
	Changes bool `json:"changes"`
	// New says that the step is not among those of this plan: it is one that their outcome calls for.
	New bool `json:"new,omitzero"`
}

// Superfluous is a planned step that the plan could do without.
type Superfluous struct {
	Step   string `json:"step"`
	Reason string `json:"reason"`
}

// Schedule is when things happen.
type Schedule struct {
	// CriticalPath are step ids.
	CriticalPath []string `json:"critical_path,omitzero"`
	// ElapsedSeconds is from the first step to the end of the last soak; HandsOnSeconds is the work in it.
	ElapsedSeconds int64 `json:"elapsed_seconds"`
	HandsOnSeconds int64 `json:"hands_on_seconds"`
	// Moved says what did not fit where it was wanted, and where it went.
	Moved []string `json:"moved,omitzero"`
}
