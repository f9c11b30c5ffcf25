package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"github.com/mdiplan/mdiplan/compiler"
	"github.com/mdiplan/mdiplan/policies"
	"github.com/mdiplan/mdiplan/schema"
)

// TestCases runs the cases of the procedure: a spec and facts, and what the plan must be. A case is an archive in
// testdata/cases, named after its number; one that takes several estates has several, such as T19-lab and T19-two. The text
// before the first file says in one sentence what is given and what is expected. docs/cases.md is made of them.
//
//	spec.mdi.hcl  the spec, whole
//	facts.json    how the estate differs from testdata/cases/ready.json (caseFacts)
//	want.json     what must come of it (caseWant)
//	steps/...     declarations that take the place of those of the program
func TestCases(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "cases", "T*.txtar"))
	require.NoError(t, err)
	slices.Sort(files)
	var page strings.Builder
	page.WriteString("# Cases of the procedure\n\nEvery case is a spec and facts, and what the plan must be: its order, what is held, what is decided. They are in\n" +
		"`cmd/mdiplan/testdata/cases`; this page is written by `UPDATE=1 go test ./cmd/mdiplan`.\n\n| case | given, and what comes of it | looked at |\n|---|---|---|\n")
	numbers := map[string]bool{}
	for _, file := range files {
		x := loadCase(t, file)
		numbers[strings.Split(x.name, "-")[0]] = true
		fmt.Fprintf(&page, "| %s | %s | %s |\n", x.name, x.title, x.want.summary())
		t.Run(x.name, func(t *testing.T) {
			t.Parallel()
			x.run(t)
		})
	}
	var missing []string
	for n := 1; n <= 80; n++ {
		if number := fmt.Sprintf("T%02d", n); !numbers[number] {
			missing = append(missing, number)
		}
	}
	assert.Empty(t, missing, "numbers of the procedure without a case")
	assertPage(t, filepath.Join("..", "..", "docs", "cases.md"), page.String())
}

type procedureCase struct {
	name, title string
	spec        []byte
	facts       caseFacts
	want        caseWant
	steps       map[string][]byte
}

// caseFacts is how an estate differs from the one that is ready: three writable controllers of one domain, all
// prerequisites met, no sensor yet.
type caseFacts struct {
	// Copies are made first, one after the other.
	Copies []caseCopy `json:"copies"`
	// Without are facts that nobody read, as "subject#field"; of a subject with "#" alone it is everything.
	Without []string `json:"without"`
	// Facts are merge patches by subject, applied last; null takes the subject away. The entry of an access list may be true.
	Facts map[string]map[string]any `json:"facts"`
	// Read is when what is at a pointer was read; elsewhere it is the moment of ready.json.
	Read map[string]string `json:"read"`
	// Now is when the plan is made; empty is the moment of the examples.
	Now string `json:"now"`
}

// caseCopy repeats what one name stands for under other names: a server with its entry in the domain and its paths, a
// forest with everything in it. Replace says what else changes in the copy, such as a SID.
type caseCopy struct {
	Of string `json:"of"`
	// As is the name; with Numbers, the first and the last, it is a format for them, such as dc%02d.contoso.com.
	As      string            `json:"as"`
	Numbers [2]int            `json:"numbers"`
	Replace map[string]string `json:"replace"`
}

// caseWant is what must come of a case. A step is named by its id, or by its name alone for every subject that has it.
type caseWant struct {
	// Refused are the codes of diagnostics with which there is no plan; nothing else is looked at then.
	Refused []string `json:"refused"`
	// Order are chains "a < b < c": all of a are planned and done before all of b.
	Order []string `json:"order"`
	// Each are chains of step names that hold at every subject that has two of the steps; every one of them is planned somewhere.
	Each []string `json:"each"`
	// Adjacent are chains of step names that at every subject follow each other with nothing between them.
	Adjacent []string `json:"adjacent"`
	// Planned, Satisfied and Absent are steps in that state, or not in the plan at all.
	Planned   []string `json:"planned"`
	Satisfied []string `json:"satisfied"`
	Absent    []string `json:"absent"`
	// Only are step names that are planned at one subject and no more.
	Only []string `json:"only"`
	// Warned are codes of warnings about the spec or the plan.
	Warned []string `json:"warned"`
	// Kinds are the kinds that a planned step may have; empty is any.
	Kinds []string `json:"kinds"`
	// Held are steps that are not to be done, with a regular expression that one of the reasons or releases matches.
	Held map[string]string `json:"held"`
	// Sensors are what the plan does about the sensor of a server: "v2 planned", "v3 held", "v2 present", "excluded".
	Sensors map[string]string `json:"sensors"`
	// Waves are the waves of servers.
	Waves map[string]string `json:"waves"`
	// Batches are the servers of a wave, by the batches in which they are worked on.
	Batches map[string][][]string `json:"batches"`
	// Apart are steps, or several ids in a row, no two of which share a batch of servers, nor any of their time.
	Apart []string `json:"apart"`
	// Decisions are choices by "D2 workspace"; "undecided" is one that cannot be taken.
	Decisions map[string]string `json:"decisions"`
	// Findings are outcomes by "MDI-LIC-001 tenant".
	Findings map[string]string `json:"findings"`
	// Waits are waiting times of steps, Params what their scripts get.
	Waits  map[string]string         `json:"waits"`
	Params map[string]map[string]any `json:"params"`
	// NotBefore are the earliest times at which steps may begin.
	NotBefore map[string]string `json:"not_before"`
	// Text are regular expressions that what the runbook says at a step matches, as JSON: instructions, notes, script and all.
	Text map[string]string `json:"text"`
	// Failures are, by step and by a word of the sign, where the runbook sends whoever sees it.
	Failures map[string]map[string]caseFailure `json:"failures"`
	// Says are regular expressions that the runbook as JSON matches, wherever it be.
	Says []string `json:"says"`
	// Changes are the names of all steps that are to change something on servers, in domains, forests or accounts; nil where the
	// case does not care.
	Changes *[]string `json:"changes"`
	// Again are the steps that change something and would be asked for after the plan; nil where the case does not care.
	Again []string `json:"again"`
	// Unsaid are regular expressions that nothing in the runbook matches.
	Unsaid []string `json:"unsaid"`
	// Complete is whether nothing is held or left; nil where the case does not care.
	Complete *bool `json:"complete"`
}

// caseFailure is what the runbook says of a failure: what it means (a regular expression), where to go first, and what has to
// succeed before the step is tried again.
type caseFailure struct {
	Means      string `json:"means"`
	First      string `json:"first"`
	RetryAfter string `json:"retry_after"`
}

func loadCase(t *testing.T, file string) procedureCase {
	t.Helper()
	src, err := os.ReadFile(file)
	require.NoError(t, err)
	archive := txtar.Parse(src)
	x := procedureCase{name: strings.TrimSuffix(filepath.Base(file), ".txtar"), title: strings.Join(strings.Fields(string(archive.Comment)), " ")}
	require.NotEmpty(t, x.title, x.name)
	decode := func(data []byte, v any) {
		decoder := json.NewDecoder(bytes.NewReader(data))
		decoder.DisallowUnknownFields()
		require.NoError(t, decoder.Decode(v), x.name)
	}
	for _, f := range archive.Files {
		switch f.Name {
		case "spec.mdi.hcl":
			x.spec = f.Data
		case "facts.json":
			decode(f.Data, &x.facts)
		case "want.json":
			decode(f.Data, &x.want)
		default:
			require.True(t, strings.HasPrefix(f.Name, "steps/"), x.name+" holds a file "+f.Name)
			if x.steps == nil {
				x.steps = map[string][]byte{}
			}
			x.steps[f.Name] = f.Data
		}
	}
	require.NotEmpty(t, x.spec, x.name)
	require.NotEmpty(t, x.want.summary(), "%s wants nothing", x.name)
	return x
}

// summary says what is looked at, for the page.
func (w caseWant) summary() string {
	var out []string
	list := func(what string, names ...string) {
		if len(names) > 0 {
			out = append(out, what+" "+strings.ReplaceAll(strings.Join(names, ", "), "|", "\\|"))
		}
	}
	pairs := func(m map[string]string) []string {
		var out []string
		for _, k := range slices.Sorted(maps.Keys(m)) {
			out = append(out, k+" = "+m[k])
		}
		return out
	}
	list("refused:", w.Refused...)
	list("order:", slices.Concat(w.Order, w.Each)...)
	list("with nothing between:", w.Adjacent...)
	list("planned:", w.Planned...)
	list("planned once:", w.Only...)
	list("nothing planned but of kind", w.Kinds...)
	list("warned:", w.Warned...)
	list("satisfied:", w.Satisfied...)
	list("not in the plan:", w.Absent...)
	list("held:", slices.Sorted(maps.Keys(w.Held))...)
	list("sensors:", pairs(w.Sensors)...)
	list("waves:", pairs(w.Waves)...)
	list("batches of", slices.Sorted(maps.Keys(w.Batches))...)
	list("apart:", w.Apart...)
	list("decisions:", pairs(w.Decisions)...)
	list("findings:", pairs(w.Findings)...)
	list("waits:", pairs(w.Waits)...)
	list("not before:", pairs(w.NotBefore)...)
	list("parameters of", slices.Sorted(maps.Keys(w.Params))...)
	list("failures of", slices.Sorted(maps.Keys(w.Failures))...)
	list("text of", slices.Sorted(maps.Keys(w.Text))...)
	if len(w.Says) > 0 {
		out = append(out, "text of the runbook")
	}
	if w.Changes != nil {
		list("changed by:", cmp.Or(strings.Join(*w.Changes, ", "), "nothing"))
	}
	list("not said:", w.Unsaid...)
	if w.Again != nil {
		list("asked for again:", cmp.Or(strings.Join(w.Again, ", "), "nothing"))
	}
	if w.Complete != nil {
		list(map[bool]string{true: "complete", false: "not complete"}[*w.Complete], "")
	}
	return strings.TrimSpace(strings.Join(out, "; "))
}

// caseEngine is loaded once: every case opens a session of its own on it.
var caseEngine = sync.OnceValues(func() (*policies.Engine, schema.Diagnostics) {
	return policies.Load(context.Background(), policies.Options{})
})

func (x procedureCase) run(t *testing.T) {
	var runbook *schema.Runbook
	e, diags := x.estate(t)
	if !diags.HasErrors() {
		var moreDiags schema.Diagnostics
		runbook, moreDiags = compile(t, e)
		diags = append(diags, moreDiags...)
	}
	if diags.HasErrors() || len(x.want.Refused) > 0 {
		var codes []string
		for _, d := range diags {
			if d.Severity == "error" {
				codes = append(codes, d.Code)
			}
		}
		assert.Equal(t, x.want.Refused, codes, "%v", diags)
		return
	}
	verdict, err := e.engine.Open(e.facts, e.intent, e.run).Audit(t.Context())
	require.NoError(t, err)
	x.want.check(t, e, runbook, verdict)
	for _, code := range x.want.Warned {
		assert.True(t, slices.ContainsFunc(diags, func(d schema.Diagnostic) bool { return d.Code == code && d.Severity == "warning" }), "no warning %s", code)
	}
	if t.Failed() {
		t.Log(outline(runbook))
	}
}

// estate is what is planned for, or the diagnostics up to the first error, as the program has them.
func (x procedureCase) estate(t *testing.T) (estate, schema.Diagnostics) {
	t.Helper()
	now := moment
	if x.facts.Now != "" {
		var err error
		now, err = time.Parse(time.RFC3339, x.facts.Now)
		require.NoError(t, err)
	}
	facts := x.facts.apply(t)
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "spec.mdi.hcl"), x.spec, 0o600))
	var e estate
	var diags schema.Diagnostics
	if e.engine, diags = caseEngine(); diags.HasErrors() {
		return e, diags
	}
	if e.spec, diags = compiler.LoadSpec(dir, map[string]string{}); diags.HasErrors() {
		return e, diags
	}
	declared, diags := e.spec.Declared()
	if diags.HasErrors() {
		return e, diags
	}
	if e.facts, diags = schema.Merge(facts, declared); diags.HasErrors() {
		return e, diags
	}
	if e.intent, diags = compiler.Resolve(e.spec, e.facts, now); diags.HasErrors() {
		return e, diags
	}
	e.run = e.spec.Run(now, e.facts)
	if len(x.steps) > 0 {
		for name, src := range x.steps {
			file := filepath.Join(dir, filepath.FromSlash(name))
			require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o700))
			require.NoError(t, os.WriteFile(file, src, 0o600))
		}
		var moreDiags schema.Diagnostics
		if e.steps, moreDiags = compiler.LoadSteps(filepath.Join(dir, "steps")); moreDiags.HasErrors() {
			return e, moreDiags
		}
	}
	return e, append(diags, e.engine.Check(e.intent)...)
}

// apply makes the facts of the case.
func (f caseFacts) apply(t *testing.T) *schema.Facts {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("testdata", "cases", "ready.json"))
	require.NoError(t, err)
	var doc map[string]any
	decoder := json.NewDecoder(bytes.NewReader(src))
	decoder.UseNumber()
	require.NoError(t, decoder.Decode(&doc))
	for _, c := range f.Copies {
		c.apply(t, doc)
	}
	facts := reload(t, doc)
	for _, name := range f.Without {
		subject, field, _ := strings.Cut(name, "#")
		pointer := schema.ParseSubject(subject).PointerTo()
		if field != "" {
			pointer += schema.Pointer(field)
		}
		remove(t, facts, pointer)
	}
	for name, patch := range f.Facts {
		var value any
		if patch != nil {
			value = expandEntries(t, patch)
		}
		require.NoError(t, schema.Patch(facts, nest(schema.ParseSubject(name).PointerTo(), value)), name)
	}
	for pointer, at := range f.Read {
		facts.Sections[pointer] = &schema.Section{Source: "host-1", Status: "complete", ReadAt: at}
	}
	return reload(t, facts)
}

// reload reads what the program would read.
func reload(t *testing.T, doc any) *schema.Facts {
	t.Helper()
	var text bytes.Buffer
	require.NoError(t, schema.Encode(&text, doc))
	facts, diags := schema.LoadFacts(&text, "facts of the case", schema.DefaultLimits)
	require.False(t, diags.HasErrors(), "%v", diags)
	return facts
}

func (c caseCopy) apply(t *testing.T, doc map[string]any) {
	t.Helper()
	names := []string{c.As}
	if c.Numbers != [2]int{} {
		names = nil
		for n := c.Numbers[0]; n <= c.Numbers[1]; n++ {
			names = append(names, fmt.Sprintf(c.As, n))
		}
	}
	var to []*strings.Replacer
	for _, name := range names {
		pairs := []string{c.Of, name}
		for from, to := range c.Replace {
			pairs = append(pairs, from, to)
		}
		to = append(to, strings.NewReplacer(pairs...))
	}
	require.True(t, repeat(doc, c.Of, to), "nothing is called %s", c.Of)
}

// repeat adds to every object, for each member whose name holds of, that member under its new names; below a copied member
// nothing is added.
func repeat(v map[string]any, of string, to []*strings.Replacer) bool {
	found := false
	for _, key := range slices.Sorted(maps.Keys(v)) {
		if strings.Contains(key, of) {
			for _, name := range to {
				v[name.Replace(key)] = rename(v[key], name)
			}
			found = true
		} else if below, ok := v[key].(map[string]any); ok {
			found = repeat(below, of, to) || found
		}
	}
	return found
}

func rename(v any, to *strings.Replacer) any {
	switch v := v.(type) {
	case string:
		return to.Replace(v)
	case map[string]any:
		out := make(map[string]any, len(v))
		for key, value := range v {
			out[to.Replace(key)] = rename(value, to)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, value := range v {
			out[i] = rename(value, to)
		}
		return out
	}
	return v
}

// check compares what came of a case with what must come of it. The proof of every plan has to be sound.
func (w caseWant) check(t *testing.T, e estate, r *schema.Runbook, verdict *schema.Verdict) {
	t.Helper()
	assert.True(t, r.Proof.Sound, "%v", r.Proof.Violations)
	if w.Complete != nil {
		assert.Equal(t, *w.Complete, r.Complete, "complete")
	}
	if w.Changes != nil {
		assert.Equal(t, slices.Sorted(slices.Values(*w.Changes)), changedOnPremises(r), "what changes something on the premises")
	}
	for _, chain := range w.Order {
		w.checkOrder(t, r, strings.Split(chain, " < "))
	}
	for _, chain := range w.Each {
		checkEach(t, r, strings.Split(chain, " < "))
	}
	for _, chain := range w.Adjacent {
		checkAdjacent(t, r, strings.Split(chain, " < "))
	}
	for state, names := range map[schema.StepState][]string{schema.StepPlanned: w.Planned, schema.StepSatisfied: w.Satisfied} {
		for _, name := range names {
			found := stepsCalled(r, name)
			assert.NotEmpty(t, found, "the runbook has no %s", name)
			for _, s := range found {
				assert.Equal(t, state, s.State, "%s %v", s.ID, s.Held)
			}
		}
	}
	for _, s := range r.Steps {
		if len(w.Kinds) > 0 && s.State == schema.StepPlanned {
			assert.Contains(t, w.Kinds, s.Kind, s.ID)
		}
	}
	for _, name := range w.Only {
		assert.Len(t, stepsCalled(r, name), 1, name)
	}
	for _, name := range w.Absent {
		assertNoSuchStep(t, name)
		for _, s := range stepsCalled(r, name) {
			assert.Fail(t, "unwanted", "%s is in the plan, %s", s.ID, s.State)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(w.Held)) {
		found := stepsCalled(r, name)
		assert.NotEmpty(t, found, "the runbook has no %s", name)
		for _, s := range found {
			assert.Equal(t, schema.StepHeld, s.State, s.ID)
			assert.Regexp(t, w.Held[name], strings.Join(slices.Concat(s.Held, s.Release), "\n"), s.ID)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(w.Batches)) {
		var have [][]string
		for _, wave := range r.Waves {
			if wave.Name == name {
				have = wave.Batches
			}
		}
		assert.Equal(t, w.Batches[name], have, "batches of %s", name)
	}
	for _, name := range w.Apart {
		w.checkApart(t, r, name)
	}
	w.checkSensors(t, r)
	decided := map[string]string{}
	for _, d := range r.Decisions {
		decided[d.ID+" "+d.Subject.String()] = cmp.Or(d.Choice, "undecided")
	}
	for _, name := range slices.Sorted(maps.Keys(w.Decisions)) {
		assert.Equal(t, w.Decisions[name], decided[name], name)
	}
	outcomes, subjects := map[string]string{}, subjectsOf(e.facts, e.intent)
	for _, f := range verdict.Findings {
		outcomes[f.Rule+" "+f.Subject.String()] = string(f.Outcome)
	}
	for _, name := range slices.Sorted(maps.Keys(w.Findings)) {
		_, subject, _ := strings.Cut(name, " ")
		assert.True(t, subjects[subject], "nothing is judged at %q", subject)
		assert.Equal(t, w.Findings[name], cmp.Or(outcomes[name], string(schema.NotApplicable)), name)
	}
	for _, id := range slices.Sorted(maps.Keys(w.Waits)) {
		assert.Equal(t, w.Waits[id], (time.Duration(step(t, r, id).WaitSeconds) * time.Second).String(), id)
	}
	for _, id := range slices.Sorted(maps.Keys(w.NotBefore)) {
		s := step(t, r, id)
		assert.Equal(t, schema.StepPlanned, s.State, id)
		assert.GreaterOrEqual(t, s.StartsAt, w.NotBefore[id], id)
	}
	for _, id := range slices.Sorted(maps.Keys(w.Params)) {
		have := map[string]any{}
		for _, p := range step(t, r, id).Params {
			have[p.Name] = p.Value
		}
		for name, value := range w.Params[id] {
			assert.EqualValues(t, value, have[name], "%s %s", id, name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(w.Text)) {
		found := stepsCalled(r, name)
		assert.NotEmpty(t, found, "the runbook has no %s", name)
		for _, s := range found {
			assert.Regexp(t, w.Text[name], asText(t, s), s.ID)
		}
	}
	w.checkUnsaid(t, r)
	for _, name := range slices.Sorted(maps.Keys(w.Failures)) {
		w.checkFailures(t, r, name)
	}
	if w.Again != nil {
		again := []string{}
		for _, x := range r.Proof.Again {
			if x.Changes {
				again = append(again, x.Step)
			}
		}
		assert.Equal(t, w.Again, again, "asked for again")
	}
	for _, text := range w.Says {
		assert.True(t, regexp.MustCompile(text).MatchString(asText(t, r)), "the runbook does not say %s", text)
	}
}

// changedOnPremises are the names of the planned steps that change something on the premises.
func changedOnPremises(r *schema.Runbook) []string {
	var out []string
	for _, s := range r.Steps {
		if s.State == schema.StepPlanned && slices.Contains([]string{"server", "domain", "forest", "account"}, s.Subject.Kind) && !slices.Contains([]string{"check", "approval", "wait"}, s.Kind) {
			out = append(out, s.Step)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (w caseWant) checkUnsaid(t *testing.T, r *schema.Runbook) {
	t.Helper()
	for _, text := range w.Unsaid {
		assert.NotRegexp(t, text, asText(t, r))
	}
}

func asText(t *testing.T, v any) string {
	t.Helper()
	var text bytes.Buffer
	require.NoError(t, schema.Encode(&text, v))
	return text.String()
}

// stepsCalled are the steps with an id, or all of a name.
func stepsCalled(r *schema.Runbook, name string) []schema.Step {
	var out []schema.Step
	for _, s := range r.Steps {
		if s.ID == name || s.Step == name {
			out = append(out, s)
		}
	}
	return out
}

// assertNoSuchStep refuses a name that is absent because no step is called so.
func assertNoSuchStep(t *testing.T, name string) {
	t.Helper()
	step, _, _ := strings.Cut(name, "@")
	_, there := stepLibrary(t).Step(step)
	assert.True(t, there, "no step is called %s", step)
}

func (w caseWant) checkOrder(t *testing.T, r *schema.Runbook, chain []string) {
	t.Helper()
	last := 0
	for i, name := range chain {
		first, end := 0, 0
		for _, s := range stepsCalled(r, name) {
			if s.State == schema.StepPlanned {
				if first == 0 {
					first = s.Number
				}
				end = s.Number
			}
		}
		if assert.NotZero(t, first, "%s is not planned", name) && i > 0 {
			assert.Greater(t, first, last, "%s does not come before %s", chain[i-1], name)
		}
		last = end
	}
}

func checkEach(t *testing.T, r *schema.Runbook, names []string) {
	t.Helper()
	at := map[string]map[string]int{}
	for _, s := range r.Steps {
		if s.State == schema.StepPlanned && slices.Contains(names, s.Step) {
			if at[s.Subject.Key] == nil {
				at[s.Subject.Key] = map[string]int{}
			}
			at[s.Subject.Key][s.Step] = s.Number
		}
	}
	seen := map[string]bool{}
	for _, key := range slices.Sorted(maps.Keys(at)) {
		last, before := 0, ""
		for _, name := range names {
			n := at[key][name]
			if n == 0 {
				continue
			}
			seen[name] = true
			assert.Greater(t, n, last, "at %s, %s does not come before %s", key, before, name)
			last, before = n, name
		}
	}
	for _, name := range names {
		assert.True(t, seen[name], "%s is planned nowhere", name)
	}
}

// checkAdjacent wants the steps of a chain beside each other among those that are planned at a subject.
func checkAdjacent(t *testing.T, r *schema.Runbook, names []string) {
	t.Helper()
	at := map[string][]string{}
	for _, s := range r.Steps {
		if s.State == schema.StepPlanned {
			at[s.Subject.Key] = append(at[s.Subject.Key], s.Step)
		}
	}
	found := false
	for _, key := range slices.Sorted(maps.Keys(at)) {
		if i := slices.Index(at[key], names[0]); i >= 0 {
			found = true
			assert.Equal(t, names, at[key][i:min(i+len(names), len(at[key]))], key)
		}
	}
	assert.True(t, found, "%s is planned nowhere", names[0])
}

func (w caseWant) checkApart(t *testing.T, r *schema.Runbook, name string) {
	t.Helper()
	batches := map[string]string{}
	for _, wave := range r.Waves {
		for i, batch := range wave.Batches {
			for _, fqdn := range batch {
				batches[fqdn] = fmt.Sprintf("%s %d", wave.Name, i)
			}
		}
	}
	var found []schema.Step
	for _, one := range strings.Fields(name) {
		for _, s := range stepsCalled(r, one) {
			if s.State == schema.StepPlanned {
				found = append(found, s)
			}
		}
	}
	assert.Greater(t, len(found), 1, "%s is planned less than twice", name)
	for i, a := range found {
		for _, b := range found[:i] {
			if batch := batches[a.Subject.Key]; batch != "" {
				assert.NotEqual(t, batch, batches[b.Subject.Key], "%s and %s", b.ID, a.ID)
			}
			if a.StartsAt != "" && b.StartsAt != "" {
				assert.False(t, a.StartsAt < b.EndsAt && b.StartsAt < a.EndsAt, "%s and %s overlap", b.ID, a.ID)
			}
		}
	}
}

func (w caseWant) checkFailures(t *testing.T, r *schema.Runbook, name string) {
	t.Helper()
	found := stepsCalled(r, name)
	assert.NotEmpty(t, found, "the runbook has no %s", name)
	for _, s := range found {
		for _, sign := range slices.Sorted(maps.Keys(w.Failures[name])) {
			want := w.Failures[name][sign]
			i := slices.IndexFunc(s.Failures, func(f schema.Failure) bool { return strings.Contains(f.Sign, sign) })
			if !assert.GreaterOrEqual(t, i, 0, "%s does not know %s", s.ID, sign) {
				continue
			}
			have := s.Failures[i]
			assert.Regexp(t, want.Means, have.Means, "%s %s", s.ID, sign)
			assert.Equal(t, want.RetryAfter, have.RetryAfter, "%s %s", s.ID, sign)
			if assert.NotEmpty(t, have.GoTo, "%s %s", s.ID, sign) {
				assert.Equal(t, want.First, have.GoTo[0], "%s %s", s.ID, sign)
			}
		}
	}
}

func (w caseWant) checkSensors(t *testing.T, r *schema.Runbook) {
	t.Helper()
	sensors, waves := map[string]string{}, map[string]string{}
	for _, s := range r.Scope.Sensors {
		sensors[s.Server], waves[s.Server] = strings.TrimSpace(s.Generation+" "+s.State), s.Wave
	}
	for fqdn := range r.Scope.Excluded {
		sensors[fqdn] = "excluded"
	}
	for _, fqdn := range slices.Sorted(maps.Keys(w.Sensors)) {
		assert.Equal(t, w.Sensors[fqdn], cmp.Or(sensors[fqdn], "none"), fqdn)
	}
	for _, fqdn := range slices.Sorted(maps.Keys(w.Waves)) {
		assert.Equal(t, w.Waves[fqdn], waves[fqdn], fqdn)
	}
}

// outline is a plan in few words, for whoever has to find out why a case fails.
func outline(r *schema.Runbook) string {
	var out strings.Builder
	for _, d := range r.Decisions {
		fmt.Fprintf(&out, "%s %s = %s %v\n", d.ID, d.Subject, cmp.Or(d.Choice, "undecided"), d.Missing)
	}
	for _, s := range r.Steps {
		fmt.Fprintf(&out, "%3d %-9s %s", s.Number, s.State, s.ID)
		for _, f := range s.Because {
			fmt.Fprintf(&out, " %s", f.Rule)
		}
		fmt.Fprintf(&out, " %s\n", strings.Join(s.Held, "; "))
	}
	for _, h := range r.Held {
		fmt.Fprintf(&out, "held %s: %s\n", h.Server, strings.Join(h.Reasons, "; "))
	}
	for _, x := range r.Proof.Remaining {
		fmt.Fprintf(&out, "left %s at %s\n", x.Rule, x.Subject)
	}
	for _, x := range r.Proof.Again {
		if x.Changes {
			fmt.Fprintf(&out, "again %s: %s\n", x.Step, x.Reason)
		}
	}
	return out.String()
}
