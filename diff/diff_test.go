package diff_test

import (
	"bytes"
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/diff"
	"github.com/mdiplan/mdiplan/schema"
)

func text(t testing.TB, doc any) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, schema.Encode(&b, doc))
	return b.Bytes()
}

// compare goes the way of the command: two documents as text.
func compare(t testing.TB, old, new []byte) *schema.Diff {
	t.Helper()
	d, diags, err := diff.Compare(diff.Document{Name: "old.json", Text: old}, diff.Document{Name: "new.json", Text: new}, schema.DefaultLimits)
	require.NoError(t, err)
	require.Empty(t, diags)
	return d
}

func rendered(t testing.TB, name string, d *schema.Diff) string {
	t.Helper()
	i := slices.IndexFunc(diff.All, func(r diff.Renderer) bool { return r.Name == name })
	require.GreaterOrEqual(t, i, 0)
	var b bytes.Buffer
	require.NoError(t, diff.All[i].Render(&b, *d))
	return b.String()
}

const oldFacts = `{"schema":"mdiplan/facts/v1",
 "sources":{"ad":{"collector":"ad","tool_version":"1.0"},"host":{"collector":"host"}},
 "sections":{"/servers":{"source":"ad","status":"complete","read_at":"2026-11-01T00:00:00Z"},
  "/servers/dc01.a.test":{"source":"host","status":"complete","read_at":"2026-11-01T00:00:00Z"}},
 "servers":{
  "dc01.a.test":{"site":"HQ","memory_bytes":4294967296,"reboot_pending":true,"nics":{"A":{"enabled":true},"B":{"enabled":true}}},
  "dc02.a.test":{"site":"HQ"}}}`

const newFacts = `{"schema":"mdiplan/facts/v1",
 "sources":{"ad":{"collector":"ad","tool_version":"1.1"},"host":{"collector":"host"}},
 "sections":{"/servers":{"source":"ad","status":"complete","read_at":"2026-11-02T00:00:00Z"},
  "/servers/dc01.a.test":{"source":"host","status":"complete","read_at":"2026-11-02T00:00:00Z"},
  "/servers/dc01.a.test/reboot_pending":{"source":"host","status":"denied","error":"access is denied"}},
 "servers":{
  "dc01.a.test":{"site":"HQ","memory_bytes":8589934592,"online":true,"nics":{"A":{"enabled":true}}},
  "dc03.a.test":{"site":"FRA","online":true}}}`

// TestFacts tells what is known not to exist any more (a closed map without it) from what is not known any more.
func TestFacts(t *testing.T) {
	d := compare(t, []byte(oldFacts), []byte(newFacts))
	assert.Equal(t, `facts old.json -> new.json

1 regression.

Sources (1)
  ad/tool_version: 1.0 -> 1.1

Read otherwise (1)
  /servers/dc01.a.test/reboot_pending: not asked -> denied (access is denied)

New subjects (1)
  server/dc03.a.test, 2 facts from ad

Subjects that are gone (1)
  server/dc02.a.test, 1 fact from ad

Not known any more (1)
  REGRESSION /servers/dc01.a.test/reboot_pending: was true (host 2026-11-01T00:00:00Z), now denied: access is denied

Changed (1)
  /servers/dc01.a.test/memory_bytes: 4 GiB (host 2026-11-01T00:00:00Z) -> 8 GiB (host 2026-11-02T00:00:00Z)

Known not to exist any more (1)
  /servers/dc01.a.test/nics/B/enabled: was true (host 2026-11-01T00:00:00Z)

Newly known (1)
  /servers/dc01.a.test/online: true (host 2026-11-02T00:00:00Z)

2 facts are the same.
`, rendered(t, "terminal", d))
	assert.Equal(t, "server.nics.<key>.enabled", d.Facts.Changes[1].Path)
	assert.False(t, d.Same)

	again := compare(t, []byte(oldFacts), []byte(strings.ReplaceAll(oldFacts, "2026-11-01", "2026-11-05")))
	assert.True(t, again.Same, "reading again what is the same is no difference")
	assert.Equal(t, "facts old.json -> new.json\n\nNothing differs.\n6 facts are the same.\n", rendered(t, "terminal", again))
}

func TestASectionThatCannotBeReadAnyMoreIsARegression(t *testing.T) {
	d := compare(t, []byte(oldFacts), []byte(strings.ReplaceAll(oldFacts, `"source":"host","status":"complete"`, `"source":"host","status":"failed","error":"timeout"`)))
	require.Len(t, d.Facts.Sections, 1)
	assert.True(t, d.Facts.Sections[0].Regression)
	assert.Equal(t, 1, d.Regressions)
}

func verdict(findings ...schema.Finding) *schema.Verdict {
	rule := func(id, title string) schema.Rule {
		return schema.Rule{ID: id, Title: title, Severity: "blocker", Subject: "server", Observes: "server.memory_bytes", Generations: []string{}, Remediation: []string{}, Facts: []string{}, Source: []string{}}
	}
	v := &schema.Verdict{Schema: schema.VerdictVersion, Tool: "mdiplan", ToolVersion: "1", Run: schema.Run{Now: "2026-11-24T09:00:00Z", Profile: "v2-current"},
		Inputs: []schema.Input{{Name: "facts", SHA256: strings.Repeat("a", 64)}}, Findings: findings, Decisions: []schema.Decision{}, Waivers: []schema.WaiverUse{},
		Rules:   []schema.Rule{rule("X-1", "The server is large enough"), rule("X-2", "The server is quiet")},
		Summary: schema.Summary{Outcomes: map[schema.Outcome]int{}, Unresolved: map[string]map[schema.Outcome]int{}}}
	return v
}

func finding(rule, fqdn string, outcome schema.Outcome, severity string) schema.Finding {
	return schema.Finding{Rule: rule, Subject: schema.Subject{Kind: "server", Key: fqdn}, Outcome: outcome, Severity: severity}
}

func TestVerdicts(t *testing.T) {
	zero := 0
	small := finding("X-1", "a.test", schema.Fail, "blocker")
	small.Observed, small.Required = 4294967296.0, 8589934592.0
	waived := finding("X-2", "b.test", schema.Fail, "low")
	waived.Waived = &zero
	blind := finding("X-1", "b.test", schema.Unknown, "blocker")
	blind.Missing = []string{"server.memory_bytes"}
	old := verdict(small, finding("X-1", "b.test", schema.Pass, "blocker"), finding("X-2", "a.test", schema.Fail, "low"), waived, finding("X-2", "gone.test", schema.Fail, "low"))
	old.Waivers = []schema.WaiverUse{{Waiver: schema.Waiver{Rule: "X-2", Subjects: []string{"b.test"}, Reason: "quiet soon", Approver: "CAB", Expires: "2026-12-01"}, State: "used", Findings: 1}}
	large := finding("X-1", "a.test", schema.Pass, "blocker")
	large.Observed, large.Required = 17179869184.0, 8589934592.0
	new := verdict(large, blind, finding("X-2", "a.test", schema.Unknown, "low"), finding("X-2", "b.test", schema.Fail, "low"), finding("X-3", "a.test", schema.Fail, "high"), finding("X-1", "new.test", schema.Fail, "blocker"))
	new.Rules = append(new.Rules, schema.Rule{ID: "X-3", Title: "t", Severity: "high", Subject: "server", Generations: []string{}, Remediation: []string{}, Facts: []string{}, Source: []string{}})
	new.Inputs[0].SHA256 = strings.Repeat("b", 64)
	d := compare(t, text(t, old), text(t, new))
	assert.Equal(t, `## verdict ~old.json~ -> ~new.json~

2 regressions.

### Inputs (1)

- facts: ~aaaaaaaaaaaa~ -> ~bbbbbbbbbbbb~

### Unblocked: no unresolved blocker stands there any more (1)

- ~server/a.test~

### Blocked now (1)

- ~server/b.test~

### Regressed (2)

- **Regression:** blocker ~X-1~ at ~server/b.test~: pass -> unknown
  - The server is large enough
  - is: missing server.memory\_bytes
- **Regression:** low ~X-2~ at ~server/b.test~: fail, waived -> fail
  - The server is quiet

### Resolved (1)

- blocker ~X-1~ at ~server/a.test~: fail -> pass
  - The server is large enough
  - was: 4 GiB, required 8 GiB
  - is: 16 GiB, required 8 GiB

### Another outcome (1)

- low ~X-2~ at ~server/a.test~: fail -> unknown
  - The server is quiet

### New rules (1)

- ~X-3~: 1 fail

### New subjects (1)

- ~server/new.test~: 1 fail

### Subjects that are gone (1)

- ~server/gone.test~: 1 fail

### Waivers (1)

- ~X-2~ for b.test: used until 2026-12-01 -> none

0 findings have the same outcome.
`, strings.ReplaceAll(rendered(t, "markdown", d), "`", "~"))
}

// TestARegressionIsWhatIsUnresolvedNow goes through every pair of answers.
func TestARegressionIsWhatIsUnresolvedNow(t *testing.T) {
	type answer struct {
		outcome  schema.Outcome
		severity string
	}
	answers := []answer{{schema.Pass, "high"}, {schema.Fail, "high"}, {schema.Unknown, "high"}, {schema.Failed, "high"}, {schema.NotApplicable, ""}, {schema.Fail, "blocker"}}
	open := func(a answer) bool { return a.outcome != schema.Pass && a.outcome != schema.NotApplicable }
	other := finding("X-2", "a.test", schema.Pass, "low") // so that the subject is there when the rule does not apply
	for _, was := range answers {
		for _, is := range answers {
			var docs [2]*schema.Verdict
			for i, a := range []answer{was, is} {
				docs[i] = verdict(other)
				if a.outcome != schema.NotApplicable {
					docs[i] = verdict(finding("X-1", "a.test", a.outcome, a.severity), other)
				}
			}
			want := 0
			if open(is) && (!open(was) || is.severity == "blocker" && was.severity != "blocker") {
				want = 1
			}
			d := compare(t, text(t, docs[0]), text(t, docs[1]))
			assert.Equal(t, want, d.Regressions, "%v -> %v", was, is)
			assert.Equal(t, was == is, d.Same, "%v -> %v", was, is)
		}
	}
}

func step(name, fqdn string, state schema.StepState, number int) schema.Step {
	return schema.Step{ID: name + "@" + fqdn, Step: name, Number: number, Title: "Do " + name, Subject: schema.Subject{Kind: "server", Key: fqdn}, State: state, Kind: "script",
		RunsOn: "target", Risk: "none", DurationSeconds: 60, Sources: []string{}}
}

func runbook(steps ...schema.Step) *schema.Runbook {
	return &schema.Runbook{Schema: schema.RunbookVersion, Tool: "mdiplan", ToolVersion: "1", Run: schema.Run{Now: "2026-11-24T09:00:00Z", Profile: "v2-current"}, Inputs: []schema.Input{},
		Complete: true, Scope: schema.Scope{Forests: []string{}, Domains: []string{}, Sensors: []schema.ScopeSensor{{Server: "a.test", Generation: "v2", State: "planned"}}},
		Decisions: []schema.Decision{}, Waves: []schema.Wave{{Name: "pilot", SoakSeconds: 3600}}, Steps: steps, Held: []schema.Held{}, Collect: []schema.Collect{}, Waivers: []schema.WaiverUse{},
		Findings: []schema.Finding{}, Rules: []schema.Rule{}, Proof: schema.Proof{Sound: true, Complete: true}}
}

func TestRunbooks(t *testing.T) {
	install := step("server.install", "a.test", schema.StepPlanned, 2)
	install.Params, install.ScriptSHA256 = []schema.Param{{Name: "Proxy", Type: "string", Value: "none"}}, strings.Repeat("a", 64)
	old := runbook(step("server.check", "a.test", schema.StepPlanned, 1), install, step("server.tidy", "a.test", schema.StepPlanned, 3), step("server.old", "a.test", schema.StepPlanned, 4), step("server.stays", "a.test", schema.StepPlanned, 5))
	old.Decisions = []schema.Decision{{ID: "D1", Name: "generation", Title: "Which one", Subject: schema.Subject{Kind: "sensor", Key: "a.test"}, Choice: "v2", Reasons: []string{}, Source: "decided"}}

	held := step("server.install", "a.test", schema.StepHeld, 0)
	held.Params, held.ScriptSHA256, held.DurationSeconds = []schema.Param{{Name: "Proxy", Type: "string", Value: "http://p:1"}}, strings.Repeat("b", 64), 120
	held.Held = []string{"X-1 at server/a.test fails: The server is large enough"}
	moved := step("server.stays", "a.test", schema.StepPlanned, 1)
	moved.StartsAt = "2026-11-25T00:00:00Z"
	new := runbook(moved, step("server.check", "a.test", schema.StepPlanned, 2), step("server.new", "a.test", schema.StepPlanned, 3), step("server.tidy", "a.test", schema.StepPlanned, 4), held)
	new.Complete, new.Scope.Sensors[0].State, new.Waves[0].SoakSeconds = false, "held", 7200
	new.Held = []schema.Held{{Server: "a.test", Reasons: held.Held, Release: []string{}}}
	new.Decisions = []schema.Decision{{ID: "D1", Name: "generation", Title: "Which one", Subject: schema.Subject{Kind: "sensor", Key: "a.test"}, Choice: "v3", Reasons: []string{"It can."}, Source: "decided"}}
	new.Proof.Complete, new.Proof.Remaining = false, []schema.FindingRef{{Rule: "X-1", Subject: schema.Subject{Kind: "server", Key: "a.test"}}}
	d := compare(t, text(t, old), text(t, new))
	assert.Equal(t, `runbook old.json -> new.json

4 regressions.

Proof (3)
  REGRESSION complete: true -> false
  held_sensors: 0 -> 1
  REGRESSION proof.complete: true -> false

Sensors (1)
  REGRESSION a.test held: planned, v2 -> held, v2
      X-1 at server/a.test fails: The server is large enough

Decisions (1)
  generation at sensor/a.test: v2 -> v3
      It can.

New steps (1)
  3. server.new@a.test Do server.new

Steps that are gone (1)
  4. server.old@a.test Do server.old

Moved steps (1)
  server.stays@a.test: 5. -> 1.
      was after server.tidy@a.test
      is at the start

Changed steps (1)
  server.install@a.test Do server.install
      REGRESSION state: planned -> held
      duration_seconds: 1 min -> 2 min
      held: + X-1 at server/a.test fails: The server is large enough
      params.Proxy: none -> http://p:1
      script_sha256: aaaaaaaaaaaa -> bbbbbbbbbbbb

Findings that are left at the end only now (1)
  X-1 at server/a.test

Waves (1)
  pilot/soak_seconds: 1 h -> 2 h

2 steps are the same.
`, rendered(t, "terminal", d))
	back := compare(t, text(t, new), text(t, old))
	assert.Equal(t, "released", back.Runbook.Sensors[0].Change)
	assert.Zero(t, back.Regressions, "the way back is better everywhere")
}

// TestFewestStepsAreMoved shuffles plans: without the moved steps the order of both is the same, and moving one step names
// one step.
func TestFewestStepsAreMoved(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	for range 50 {
		var steps []schema.Step
		for i := range 12 {
			steps = append(steps, step("s", fmt.Sprintf("x%02d", i), schema.StepPlanned, i+1))
		}
		shuffled := slices.Clone(steps)
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		d := compare(t, text(t, runbook(steps...)), text(t, runbook(shuffled...)))
		moved := map[string]bool{}
		for _, m := range d.Runbook.Moved {
			moved[m.ID] = true
		}
		rest := slices.DeleteFunc(slices.Clone(shuffled), func(s schema.Step) bool { return moved[s.ID] })
		assert.True(t, slices.IsSortedFunc(rest, func(a, b schema.Step) int { return strings.Compare(a.ID, b.ID) }))

		from, to := random.Intn(12), random.Intn(12)
		one := slices.Insert(slices.Delete(slices.Clone(steps), from, from+1), to, steps[from])
		d = compare(t, text(t, runbook(steps...)), text(t, runbook(one...)))
		assert.LessOrEqual(t, len(d.Runbook.Moved), 1)
		assert.Equal(t, from == to, len(d.Runbook.Moved) == 0)
	}
}

func TestWhatCannotBeCompared(t *testing.T) {
	v, r := text(t, verdict(finding("X-1", "a.test", schema.Pass, "low"))), text(t, runbook(step("s", "a", schema.StepPlanned, 1)))
	for name, c := range map[string]struct {
		old, new []byte
		want     string
	}{
		"program":  {v, bytes.Replace(v, []byte(`"tool_version": "1"`), []byte(`"tool_version": "2"`), 1), "mdiplan 1"},
		"profile":  {r, bytes.Replace(r, []byte("v2-current"), []byte("v3-current"), 1), "profile v2-current"},
		"document": {r, bytes.Replace(r, []byte("runbook/v1"), []byte("runbook/v2"), 1), "mdiplan/runbook/v2"},
	} {
		t.Run(name, func(t *testing.T) {
			d := compare(t, c.old, c.new)
			require.Len(t, d.Incomparable, 1)
			assert.Contains(t, d.Incomparable[0], c.want)
			assert.Nil(t, d.Verdict)
			assert.Nil(t, d.Runbook)
			assert.False(t, d.Same)
			assert.Contains(t, rendered(t, "terminal", d), "Not comparable")
		})
	}
	for name, c := range map[string]struct {
		old, new []byte
		want     string
	}{
		"two kinds":       {v, r, "diff_two_kinds"},
		"something else":  {v, []byte(`{"schema":"other/v1"}`), "diff_unknown_kind"},
		"no JSON":         {v, []byte(`wave "a" {}`), "diff_unknown_kind"},
		"unknown version": {bytes.Replace(r, []byte("runbook/v1"), []byte("runbook/v9"), 1), bytes.Replace(r, []byte("runbook/v1"), []byte("runbook/v9"), 1), "diff_unknown_version"},
		"mistake":         {v, bytes.Replace(v, []byte(`"tool":`), []byte(`"tol":`), 1), "verdict_unknown_field"},
	} {
		t.Run(name, func(t *testing.T) {
			d, diags, err := diff.Compare(diff.Document{Name: "a", Text: c.old}, diff.Document{Name: "b", Text: c.new}, schema.DefaultLimits)
			require.NoError(t, err)
			assert.Nil(t, d)
			require.NotEmpty(t, diags)
			var codes []string
			for _, x := range diags {
				codes = append(codes, x.Code)
			}
			assert.Contains(t, codes, c.want)
		})
	}
}

// TestForeignTextStaysText puts into the documents what could be taken for markup or move a cursor.
func TestForeignTextStaysText(t *testing.T) {
	const hostile = "<b>|`x`\x1b[2J\u202e\n# head"
	old, new := runbook(step("s", "a", schema.StepPlanned, 1)), runbook(step("s", "a", schema.StepPlanned, 1), step(hostile, hostile, schema.StepPlanned, 2))
	new.Steps[0].Title, new.Steps[0].Notes = hostile, []string{hostile}
	new.Scope.Sensors[0].Wave, new.Change.Summary = hostile, hostile
	new.Decisions = []schema.Decision{{ID: "D", Name: hostile, Title: hostile, Choice: hostile, Reasons: []string{hostile}, Source: "decided"}}
	d := compare(t, text(t, old), text(t, new))
	for _, name := range []string{"terminal", "markdown"} {
		out := rendered(t, name, d)
		assert.NotContains(t, out, "\x1b", name)
		assert.NotContains(t, out, "\u202e", name)
		assert.NotContains(t, out, "\n# head", name)
		if name == "markdown" {
			for line := range strings.Lines(out) {
				if !strings.Contains(line, "`") {
					assert.NotContains(t, line, "<b>")
				}
			}
		}
	}
}

func TestWhereTellsThePlaceAndForgivesTheFolder(t *testing.T) {
	old, new := runbook(step("s", "a", schema.StepPlanned, 1)), runbook(step("s", "a", schema.StepPlanned, 1))
	place := func(file string) schema.Finding {
		return schema.Finding{Rule: "X-1", Outcome: schema.Fail, Range: &schema.Range{Filename: file}}
	}
	old.Findings, new.Findings = []schema.Finding{place("here/a.mdi.hcl")}, []schema.Finding{place("/there/a.mdi.hcl")}
	where, err := diff.Where(old, new)
	require.NoError(t, err)
	assert.Empty(t, where)
	new.Findings[0].Range.Filename, new.Steps[0].Title = "here/b.mdi.hcl", "x"
	where, err = diff.Where(old, new)
	require.NoError(t, err)
	assert.Equal(t, []string{"/findings/0/range/filename", "/steps/0/title"}, where)
}

// TestWhatABoardReadsIsComparedWhereItAloneDiffers keeps what follows from the steps out of a difference, but for the risk.
func TestWhatABoardReadsIsComparedWhereItAloneDiffers(t *testing.T) {
	paths := func(d *schema.Diff) []string {
		out := []string{}
		for _, s := range d.Settings {
			out = append(out, s.Path)
		}
		return out
	}
	old := runbook(step("server.install", "a.test", schema.StepPlanned, 1))
	written := runbook(step("server.install", "a.test", schema.StepPlanned, 1))
	written.Board.Impact = []string{"Nothing happens."}
	d := compare(t, text(t, old), text(t, written))
	assert.False(t, d.Same)
	assert.Equal(t, []string{"board.impact"}, paths(d))

	more := runbook(step("server.install", "a.test", schema.StepPlanned, 1), step("server.more", "a.test", schema.StepPlanned, 2))
	more.Board.Impact, more.Board.Risk.Score, more.Board.Risk.Band = []string{"More happens."}, 7, "high"
	d = compare(t, text(t, old), text(t, more))
	assert.Equal(t, []string{"board.risk.band", "board.risk.score"}, paths(d))
	assert.True(t, compare(t, text(t, more), text(t, more)).Same)
}
