package main

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/schema"
)

// mayBeMissing are rules that edge cases wait for. A rule that exists leaves this list; in the end it is empty.
var mayBeMissing = []string{}

// edgeCatalogue is one file of testdata/edge. Every case is judged in the estate of examples/healthy, in which every rule
// passes, so that a try shows only what makes its case.
type edgeCatalogue struct {
	Title string     `json:"title"`
	Cases []edgeCase `json:"cases"`
}

// edgeCase is a case of a catalogue, in our words. It has tries, or says where else it is tested or why nowhere.
type edgeCase struct {
	Number string `json:"number"`
	Title  string `json:"title"`
	// At is the subject of outcomes that name none, as verdicts print it.
	At    string    `json:"at"`
	Tries []edgeTry `json:"tries"`
	// Wrong says why the catalogue's answer is not ours, with the source; the tries want what the rules say.
	Wrong string `json:"wrong"`
	// Elsewhere says why no outcome of a rule shows the case; Test names the test that does: "file name".
	Elsewhere string `json:"elsewhere"`
	Test      string `json:"test"`
}

// edgeTry changes the estate and says what must come of it.
type edgeTry struct {
	// Without are facts that are taken away first, as "subject#field".
	Without []string `json:"without"`
	// Facts are merge patches by subject; null takes the subject away. The entry of an access list may be true: its key says everything.
	Facts map[string]map[string]any `json:"facts"`
	// Spec are merge patches on what is wanted: of "spec" as a whole, of a sensor or of a server; null takes a sensor away.
	Spec map[string]map[string]any `json:"spec"`
	Run  map[string]any            `json:"run"`
	// Want are outcomes by rule, or by rule and subject; of a decision it is the choice.
	Want map[string]string `json:"want"`
}

// The states of a case, in the order in which they are counted.
var edgeStates = []string{"right", "wrong", "elsewhere", "waiting"}

// TestEdgeCases runs the edge cases of the catalogues and holds docs/edge-cases.md to them.
func TestEdgeCases(t *testing.T) {
	base := loadExample(t, "healthy")
	rules := map[string]bool{}
	for _, r := range slices.Concat(base.engine.Rules(), base.engine.Decisions()) {
		rules[r.ID] = true
	}
	missing := map[string]bool{}
	var page strings.Builder
	page.WriteString("# Edge cases\n\nThe cases that the catalogues of requirements single out, and what the rules say of each. The cases are in " +
		"`cmd/mdiplan/testdata/edge`;\nthis page is written by `UPDATE=1 go test ./cmd/mdiplan`.\n\n" +
		"*right*: the rules give what the catalogue says. *wrong*: they do not, for the reason given. *elsewhere*: no outcome of a rule shows it.\n" +
		"*waiting*: a rule that it needs does not exist yet.\n")
	for _, name := range []string{"prerequisites", "configuration"} {
		c := loadEdgeCases(t, name)
		counts := map[string]int{}
		var rows strings.Builder
		for i := range c.Cases {
			x := &c.Cases[i]
			waits := x.waitsFor(rules)
			for _, id := range waits {
				missing[id] = true
			}
			state := x.state(waits)
			counts[state]++
			t.Run(name+"/"+x.Number, func(t *testing.T) { x.run(t, base, rules, waits) })
			fmt.Fprintf(&rows, "| %s | %s | %s | %s |\n", x.Number, x.Title, x.outcomes(), x.remark(state, waits))
		}
		fmt.Fprintf(&page, "\n## %s\n\n%d cases: ", c.Title, len(c.Cases))
		for i, state := range edgeStates {
			fmt.Fprintf(&page, "%s%d %s", map[bool]string{true: ", "}[i > 0], counts[state], state)
		}
		page.WriteString(".\n\n| case | what | rules and outcomes | state |\n|--:|---|---|---|\n" + rows.String())
		t.Logf("%s: %v", name, counts)
	}
	assert.ElementsMatch(t, mayBeMissing, slices.Collect(maps.Keys(missing)), "mayBeMissing is not the list of the rules that cases wait for")
	assertPage(t, filepath.Join("..", "..", "docs", "edge-cases.md"), page.String())
}

// assertPage holds a generated page to its text, or writes it.
func assertPage(t *testing.T, name, text string) {
	t.Helper()
	if os.Getenv("UPDATE") != "" {
		require.NoError(t, os.WriteFile(name, []byte(text), 0o644))
	}
	have, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.True(t, string(have) == text, "%s is out of date: UPDATE=1 go test ./cmd/mdiplan", filepath.Base(name))
}

func loadEdgeCases(t *testing.T, name string) edgeCatalogue {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("testdata", "edge", name+".json"))
	require.NoError(t, err)
	decoder := json.NewDecoder(bytes.NewReader(src))
	decoder.DisallowUnknownFields()
	var c edgeCatalogue
	require.NoError(t, decoder.Decode(&c))
	return c
}

// waitsFor lists the rules that the case wants and that do not exist.
func (x *edgeCase) waitsFor(rules map[string]bool) []string {
	missing := map[string]bool{}
	for _, try := range x.Tries {
		for want := range try.Want {
			if id, _, _ := strings.Cut(want, " "); !rules[id] {
				missing[id] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(missing))
}

func (x *edgeCase) state(waits []string) string {
	switch {
	case len(waits) > 0:
		return "waiting"
	case x.Wrong != "":
		return "wrong"
	case len(x.Tries) == 0:
		return "elsewhere"
	}
	return "right"
}

// outcomes are the rules with what they say in the tries, every answer once.
func (x *edgeCase) outcomes() string {
	answers := map[string][]string{}
	for _, try := range x.Tries {
		for _, want := range slices.Sorted(maps.Keys(try.Want)) {
			id, _, _ := strings.Cut(want, " ")
			answer := strings.ReplaceAll(try.Want[want], "_", " ")
			if !slices.Contains(answers[id], answer) {
				answers[id] = append(answers[id], answer)
			}
		}
	}
	var out []string
	for _, id := range slices.Sorted(maps.Keys(answers)) {
		out = append(out, id+" "+strings.Join(answers[id], ", "))
	}
	return strings.Join(out, "; ")
}

func (x *edgeCase) remark(state string, waits []string) string {
	switch state {
	case "waiting":
		return "waiting for " + strings.Join(waits, ", ")
	case "wrong":
		return "wrong: " + x.Wrong
	case "elsewhere":
		if x.Test != "" {
			return fmt.Sprintf("elsewhere, `%s`: %s", x.Test, x.Elsewhere)
		}
		return "elsewhere: " + x.Elsewhere
	}
	return state
}

func (x *edgeCase) run(t *testing.T, base estate, rules map[string]bool, waits []string) {
	require.NotEmpty(t, x.Title)
	if len(x.Tries) == 0 {
		require.NotEmpty(t, x.Elsewhere, "a case without tries says where it is tested or why not")
	}
	if x.Test != "" {
		assertTestExists(t, x.Test)
	}
	for i, try := range x.Tries {
		require.NotEmpty(t, try.Want, "try %d", i+1)
		got := try.judge(t, base)
		for _, want := range slices.Sorted(maps.Keys(try.Want)) {
			id, subject, _ := strings.Cut(want, " ")
			subject = cmp.Or(subject, x.At)
			assert.True(t, got.subjects[subject], "try %d: nothing is judged at %q", i+1, subject)
			if !rules[id] {
				continue
			}
			assert.Equal(t, try.Want[want], cmp.Or(got.outcomes[id+" "+subject], string(schema.NotApplicable)), "try %d: %s at %s", i+1, id, subject)
		}
	}
	if len(waits) > 0 {
		for _, id := range waits {
			assertIsRequirement(t, id)
		}
		t.Skipf("waiting for %s", strings.Join(waits, ", "))
	}
}

// edgeAnswers are the outcomes by rule and subject; what is not applicable is absent.
type edgeAnswers struct {
	outcomes map[string]string
	subjects map[string]bool
}

// in is the estate that a try makes of another.
func (try edgeTry) in(t *testing.T, base estate) estate {
	t.Helper()
	facts, intent, run := schema.Clone(base.facts), schema.Clone(base.intent), base.run
	for _, name := range try.Without {
		subject, field, _ := strings.Cut(name, "#")
		remove(t, facts, schema.ParseSubject(subject).PointerTo()+schema.Pointer(field))
	}
	for name, patch := range try.Facts {
		var value any
		if patch != nil {
			value = expandEntries(t, patch)
		}
		require.NoError(t, schema.Patch(facts, nest(schema.ParseSubject(name).PointerTo(), value)), name)
	}
	var text bytes.Buffer
	require.NoError(t, schema.Encode(&text, facts))
	_, diags := schema.LoadFacts(&text, "facts of the case", schema.DefaultLimits)
	require.False(t, diags.HasErrors(), "%v", diags)
	for name, patch := range try.Spec {
		subject := schema.ParseSubject(name)
		switch {
		case name == "spec":
			require.NoError(t, schema.Patch(&intent.Shared, patch))
		case subject.Kind == "sensor" && patch == nil:
			delete(intent.Sensors, subject.Key)
		case subject.Kind == "sensor":
			patchEntry(t, intent.Sensors, subject.Key, patch)
		case subject.Kind == "server":
			if intent.Servers == nil {
				intent.Servers = map[string]*schema.SpecServer{}
			}
			patchEntry(t, intent.Servers, subject.Key, patch)
		default:
			require.Fail(t, "the spec has no part "+name)
		}
	}
	require.NoError(t, schema.Patch(&run, try.Run))
	return estate{engine: base.engine, spec: base.spec, facts: facts, intent: intent, run: run}
}

func (try edgeTry) judge(t *testing.T, base estate) edgeAnswers {
	t.Helper()
	e := try.in(t, base)
	session := e.engine.Open(e.facts, e.intent, e.run)
	verdict, err := session.Audit(t.Context())
	require.NoError(t, err)
	decisions, err := session.Decide(t.Context())
	require.NoError(t, err)
	out := edgeAnswers{outcomes: map[string]string{}, subjects: subjectsOf(e.facts, e.intent)}
	for _, f := range verdict.Findings {
		out.outcomes[f.Rule+" "+f.Subject.String()] = string(f.Outcome)
	}
	for _, d := range decisions {
		out.outcomes[d.ID+" "+d.Subject.String()] = cmp.Or(d.Choice, "undecided")
	}
	return out
}

// subjectsOf are the names of what can be judged; a misspelt one must not count as not applicable.
func subjectsOf(facts *schema.Facts, intent *schema.Intent) map[string]bool {
	out := map[string]bool{"tenant": true, "workspace": true, "deployment": true}
	for kind, keys := range map[string][][]string{
		"forest": {slices.Collect(maps.Keys(facts.Forests))}, "domain": {slices.Collect(maps.Keys(facts.Domains))},
		"account": {slices.Collect(maps.Keys(facts.Accounts))}, "path": {slices.Collect(maps.Keys(facts.Paths))},
		"server": {slices.Collect(maps.Keys(facts.Servers)), slices.Collect(maps.Keys(intent.Sensors))},
		"sensor": {slices.Collect(maps.Keys(facts.Sensors)), slices.Collect(maps.Keys(intent.Sensors))},
	} {
		for _, key := range slices.Concat(keys...) {
			out[schema.Subject{Kind: kind, Key: key}.String()] = true
		}
	}
	return out
}

func patchEntry[T any](t *testing.T, entries map[string]*T, key string, patch map[string]any) {
	t.Helper()
	if entries[key] == nil {
		entries[key] = new(T)
	}
	require.NoError(t, schema.Patch(entries[key], patch), key)
}

// expandEntries replaces true under the canonical key of an access list's entry by the entry.
func expandEntries(t *testing.T, v any) any {
	t.Helper()
	object, ok := v.(map[string]any)
	if !ok {
		return v
	}
	out := make(map[string]any, len(object))
	for key, value := range object {
		if fields := strings.Split(key, ";"); value == true && len(fields) == 6 {
			value = accessEntry(t, key, fields)
		}
		out[key] = expandEntries(t, value)
	}
	return out
}

func accessEntry(t *testing.T, key string, fields []string) map[string]any {
	t.Helper()
	mask, err := strconv.ParseInt(fields[2], 0, 64)
	require.NoError(t, err, key)
	a := &schema.ACE{
		Type: map[string]string{"A": "allow", "OA": "allow", "D": "deny", "OD": "deny", "AU": "audit", "OU": "audit", "XA": "callback_allow", "XD": "callback_deny", "XU": "callback_audit"}[fields[0]],
		Mask: mask, ObjectType: cmp.Or(fields[3], schema.ZeroGUID), InheritedObjectType: cmp.Or(fields[4], schema.ZeroGUID), SID: fields[5],
	}
	for i, name := range []string{"OI", "CI", "NP", "IO", "ID", "", "SA", "FA"} {
		if name != "" && strings.Contains(fields[1], name) {
			a.Flags |= 1 << i
		}
	}
	require.Equal(t, key, a.Key(), "the key of an entry is its canonical text")
	return map[string]any{"type": a.Type, "sid": a.SID, "mask": a.Mask, "flags": a.Flags, "object_type": a.ObjectType, "inherited_object_type": a.InheritedObjectType}
}

// assertTestExists looks for "file name", the name being that of a Go or Rego test.
func assertTestExists(t *testing.T, test string) {
	t.Helper()
	file, name, _ := strings.Cut(test, " ")
	src, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(file)))
	require.NoError(t, err)
	assert.Regexp(t, `(?m)^(func )?`+regexp.QuoteMeta(name)+`\b`, string(src), "%s has no test %s", file, name)
}

// assertIsRequirement refuses to wait for a rule that nobody knows.
func assertIsRequirement(t *testing.T, id string) {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "docs", "requirements.csv"))
	require.NoError(t, err)
	defer func() { _ = f.Close() }()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	assert.True(t, slices.ContainsFunc(rows, func(row []string) bool { return row[0] == id && row[1] == "rule" }), "%s is no requirement of kind rule", id)
}
