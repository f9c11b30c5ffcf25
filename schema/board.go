package schema

// Board is what a change board reads beside the steps: the parts of a change record that are the same in every organisation.
// All of it is derived from spec, facts, verdict and plan; what only people can add (a name, a time, a signature) is a row
// that stands empty.
type Board struct {
	// Title names the change by generation, waves and domains.
	Title string `json:"title"`
	// Reasons are what the facts add to the reason that the spec gives.
	Reasons []string `json:"reasons,omitzero"`
	// Coverage counts what is watched before and after, by kind of server.
	Coverage []Coverage `json:"coverage,omitzero"`
	// Items are the configuration items that planned steps touch, by kind and name.
	Items []Item `json:"items,omitzero"`
	// Roles are who has to be there, with the least privilege they need.
	Roles []RoleNeeded `json:"roles,omitzero"`
	// Dependencies are planned steps that wait for somebody else or for time to pass, so they begin first.
	Dependencies []Dependency `json:"dependencies,omitzero"`
	Risk         BoardRisk    `json:"risk"`
	// Acceptances are the warnings that somebody has to accept by name.
	Acceptances []Acceptance `json:"acceptances,omitzero"`
	// Impact is what others notice, in sentences with counts.
	Impact []string `json:"impact,omitzero"`
	// Windows are the waves with a window, in its own time zone.
	Windows []WaveWindow `json:"windows,omitzero"`
	// HoldPoints are where the work stops until something is seen.
	HoldPoints []HoldPoint `json:"hold_points,omitzero"`
	// Tests are the ways to see that a step worked, by what they look at.
	Tests   []TestGroup `json:"tests,omitzero"`
	BackOut BackOut     `json:"back_out"`
	// Messages are the texts to send, by wave and audience.
	Messages []Message `json:"messages,omitzero"`
	// Approvals are who has to say yes, to what.
	Approvals []Approval `json:"approvals,omitzero"`
	// Attachments are the documents that the steps leave; Inputs of the runbook are those that it was made from.
	Attachments []Attachment `json:"attachments,omitzero"`
	// Security are the steps that a security officer looks at, by what they are about.
	Security []SecurityNote `json:"security,omitzero"`
	Licences Licences       `json:"licences"`
	// Review are the questions of the review after the change; their answers stand empty.
	Review []ReviewRow `json:"review,omitzero"`
}

// Coverage counts sensors against servers.
type Coverage struct {
	// Of is what is counted: domain controllers, and each role of the other servers.
	Of string `json:"of"`
	// Total are the servers of that kind that the facts know, the excluded among them.
	Total int `json:"total"`
	// Before have a registered sensor now, After once the plan is done.
	Before int `json:"before"`
	After  int `json:"after"`
	// Excluded and Held are those that After leaves out on purpose, and those whose sensor is held.
	Excluded int `json:"excluded,omitzero"`
	Held     int `json:"held,omitzero"`
}

// Item is a configuration item. Kind is tenant, workspace, network, workstation, forest, domain, server, account, group,
// policy_object, certification_authority, federation_farm or database.
type Item struct {
	Kind string `json:"kind"`
	Name string `json:"name"`
	// Detail tells one of several with the same name from the others, for example the identifier of a policy object.
	Detail string `json:"detail,omitzero"`
	// Steps counts the planned steps that touch it.
	Steps int `json:"steps"`
}

// RoleNeeded is a person, or a group of people, that planned steps ask for.
type RoleNeeded struct {
	Who string `json:"who"`
	// Privileges are the least privileges of those steps, sorted.
	Privileges []string `json:"privileges,omitzero"`
	Steps      int      `json:"steps"`
	// DurationSeconds is the hands-on time of those steps together.
	DurationSeconds int64 `json:"duration_seconds"`
}

// Dependency is a kind of planned step that somebody outside of the change does, or that lets time pass.
type Dependency struct {
	Step  string `json:"step"`
	Title string `json:"title"`
	Who   string `json:"who"`
	// Kind is network, support, manual or wait.
	Kind string `json:"kind"`
	// Places counts the subjects at which it is planned.
	Places int `json:"places"`
	// LeadSeconds is hands-on time and waiting together, of the longest.
	LeadSeconds int64 `json:"lead_seconds"`
	// NeededBy is when the first step that requires it starts; empty where none does.
	NeededBy string `json:"needed_by,omitzero"`
}

// BoardRisk is the risk of the change: the greatest of its steps.
type BoardRisk struct {
	Score int    `json:"score"`
	Band  string `json:"band"`
	// Waves are the risks of the waves, in the order of the runbook.
	Waves []WaveRisk `json:"waves,omitzero"`
	// Weights are the numbers that scores are made of, those of the spec among them, by name.
	Weights []Weight `json:"weights,omitzero"`
}

// WaveRisk is the greatest score of a wave, and the steps that have it.
type WaveRisk struct {
	Wave  string `json:"wave"`
	Score int    `json:"score"`
	// Band is low, medium or high.
	Band string `json:"band"`
	// Steps are ids of the steps with that score, in execution order; for a wave without risk there are none.
	Steps []string `json:"steps,omitzero"`
	// StandardEligible says that the wave may go as a standard change: its risk is low, and a pilot stands before it.
	StandardEligible bool `json:"standard_eligible,omitzero"`
}

// Weight is one number of the risk score.
type Weight struct {
	Name   string `json:"name"`
	Points int    `json:"points"`
}

// Acceptance is a warning: a finding below a blocker that no planned step answers, or one that is waived. Name and date of
// who accepts it are there for a waiver only.
type Acceptance struct {
	// Rule is empty for what nobody could tell: there is one line for all such findings of a severity.
	Rule     string `json:"rule,omitzero"`
	Title    string `json:"title"`
	Severity string `json:"severity"`
	// Outcome is fail, or unknown for what nobody looked at.
	Outcome  Outcome   `json:"outcome"`
	Subjects []Subject `json:"subjects,omitzero"`
	By       string    `json:"by,omitzero"`
	Until    string    `json:"until,omitzero"`
	Reason   string    `json:"reason,omitzero"`
}

// WaveWindow is a wave beside an occurrence of the window that it works in. Times are RFC 3339 with the offset of the time zone of the window.
type WaveWindow struct {
	Wave     string `json:"wave"`
	Window   string `json:"window"`
	Timezone string `json:"timezone"`
	// OpensAt and ClosesAt bound the occurrence.
	OpensAt  string `json:"opens_at"`
	ClosesAt string `json:"closes_at"`
	// FirstBatch and LastBatch, counted from 1, are those that work in it.
	FirstBatch int `json:"first_batch"`
	LastBatch  int `json:"last_batch"`
	// EarliestStart is when their first disruptive step starts, EndsAt when the last one ends.
	EarliestStart string `json:"earliest_start"`
	EndsAt        string `json:"ends_at"`
	// LatestStart is the last moment at which that work still fits, back-out included; BufferSeconds is the time between.
	LatestStart   string `json:"latest_start"`
	BufferSeconds int64  `json:"buffer_seconds"`
}

// HoldPoint is where the work stops until everything that it asks for is seen.
type HoldPoint struct {
	Number int    `json:"number"`
	Title  string `json:"title"`
	When   string `json:"when"`
	// Look is what has to be seen.
	Look []string `json:"look,omitzero"`
	// Otherwise is what happens when it is not.
	Otherwise string `json:"otherwise"`
	// Steps are the names of the planned steps that stand for it, sorted; Places counts where they are planned.
	Steps  []string `json:"steps,omitzero"`
	Places int      `json:"places,omitzero"`
	// Due is the time of a decision that may not be missed.
	Due string `json:"due,omitzero"`
}

// TestGroup are tests that look at the same: before, host, directory, portal, data, health or people.
type TestGroup struct {
	Look  string `json:"look"`
	Tests []Test `json:"tests,omitzero"`
}

// Test is how to see that a kind of step worked.
type Test struct {
	Step   string `json:"step"`
	Title  string `json:"title"`
	Expect string `json:"expect"`
	Who    string `json:"who"`
	// Places counts the subjects at which it is planned.
	Places int `json:"places"`
}

// BackOut is how the change is taken back.
type BackOut struct {
	// Triggers are when to begin, Owner is who decides.
	Triggers []string `json:"triggers,omitzero"`
	Owner    string   `json:"owner"`
	// BySeconds is how long before the end of a window a back-out has to begin; 0 where the spec does not say.
	BySeconds int64 `json:"by_seconds,omitzero"`
	// NoReturn is the first planned step that cannot be undone: from there on the way back is not complete.
	NoReturn *NoReturn `json:"no_return,omitzero"`
	// Waves are the ways back, the last wave first.
	Waves []BackOutWave `json:"waves,omitzero"`
	// Residue are the steps that stay as they are, in execution order.
	Residue []Residue `json:"residue,omitzero"`
}

// NoReturn names the point after which not everything can be undone.
type NoReturn struct {
	Step  string `json:"step"`
	Title string `json:"title"`
	At    string `json:"at,omitzero"`
}

// BackOutWave is the way back from one wave: its steps in reverse order.
type BackOutWave struct {
	Wave string `json:"wave"`
	// Seconds is how long it takes when an undo takes as long as its step: the longest way back of one server of a batch, or,
	// for what is done at no server, all of them one after the other.
	Seconds int64 `json:"seconds"`
	// Fits says whether that is within BySeconds; it is absent where the spec does not say, or the wave has no window.
	Fits  *bool         `json:"fits,omitzero"`
	Steps []BackOutStep `json:"steps,omitzero"`
}

// BackOutStep is how one kind of step is undone in a wave.
type BackOutStep struct {
	Step  string `json:"step"`
	Title string `json:"title"`
	Undo  string `json:"undo"`
	// Places counts the subjects; the runbook's steps say which.
	Places int `json:"places"`
	// Automatic says that the script of the step has an Undo-Step.
	Automatic bool `json:"automatic,omitzero"`
}

// Residue is what stays after a back-out.
type Residue struct {
	Step   string `json:"step"`
	Title  string `json:"title"`
	Stays  string `json:"stays"`
	Places int    `json:"places"`
}

// Message is what an audience is told about a wave.
type Message struct {
	Wave string `json:"wave"`
	// To is one of the audiences; Change.Contacts says how to reach it.
	To     string `json:"to"`
	Before string `json:"before"`
	During string `json:"during"`
	After  string `json:"after"`
}

// Approval is a yes that the change needs. State and time are filled in by people.
type Approval struct {
	Role string `json:"role"`
	// For says what is approved; Step is the planned step that stands for it, where there is one.
	For  string `json:"for"`
	Step string `json:"step,omitzero"`
	Wave string `json:"wave,omitzero"`
}

// Attachment is a document that a planned step leaves for the record; its digest is filled in when it is there.
type Attachment struct {
	Name string `json:"name"`
	// From is the step that leaves it.
	From string `json:"from"`
}

// SecurityNote groups steps by what a security officer has to weigh.
type SecurityNote struct {
	About string `json:"about"`
	Text  string `json:"text"`
	// Steps are names of steps, sorted; Places counts where they are planned, Seconds is their hands-on time together.
	Steps   []string `json:"steps,omitzero"`
	Places  int      `json:"places"`
	Seconds int64    `json:"seconds"`
}

// Licences compares what is paid with what is used; a number that nobody read is absent.
type Licences struct {
	// Units are the seats that the workspace counts.
	Units *int64 `json:"units,omitzero"`
	// Identities were active during 28 days.
	Identities *int64 `json:"identities,omitzero"`
	// Enough is absent where one of the numbers is.
	Enough *bool `json:"enough,omitzero"`
}

// ReviewRow is one line of the review after the change.
type ReviewRow struct {
	Question string `json:"question"`
	// Planned is what the plan says; the actual value is filled in.
	Planned string `json:"planned,omitzero"`
}
