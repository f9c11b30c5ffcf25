package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/compiler"
	"github.com/mdiplan/mdiplan/policies"
	"github.com/mdiplan/mdiplan/schema"
)

// moment is the time that the examples are judged for.
var moment = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

// estate loads an example as the commands do, decisions taken.
type estate struct {
	engine *policies.Engine
	spec   *compiler.Spec
	facts  *schema.Facts
	intent *schema.Intent
	run    schema.Run
	steps  *compiler.Library // nil is the library of the program
}

// A name with a slash is a variant of an example: its own spec, and its facts merged over those of the example.
func loadExample(t testing.TB, name string) estate {
	t.Helper()
	e := readExample(t, name)
	engine, diags := policies.Load(t.Context(), policies.Options{})
	require.Empty(t, diags)
	e.engine = engine
	decisions, err := engine.Open(e.facts, e.intent, e.run).Decide(t.Context())
	require.NoError(t, err)
	compiler.ApplyDecisions(e.intent, decisions)
	return e
}

// readExample is the same without rules: nothing is decided yet.
func readExample(t testing.TB, name string) estate {
	t.Helper()
	root := filepath.Join("..", "..", "examples")
	dir := filepath.Join(root, name)
	var docs []*schema.Facts
	files := slices.Compact([]string{filepath.Join(root, strings.Split(name, "/")[0], "facts.json"), filepath.Join(dir, "facts.json")})
	if _, facts := example(name); filepath.Base(facts) == "facts" { // a document of each source
		var err error
		files, err = factsFiles([]string{facts})
		require.NoError(t, err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		require.NoError(t, err)
		doc, diags := schema.LoadFacts(bytes.NewReader(src), file, schema.DefaultLimits)
		require.Empty(t, diags)
		docs = append(docs, doc)
	}
	facts, diags := schema.Merge(docs...)
	require.False(t, diags.HasErrors(), "%v", diags) // a variant may contradict what it stands over
	spec, diags := compiler.LoadSpec(dir, map[string]string{})
	require.False(t, diags.HasErrors(), "%v", diags)
	intent, diags := compiler.Resolve(spec, facts, moment)
	require.False(t, diags.HasErrors(), "%v", diags)
	return estate{nil, spec, facts, intent, spec.Run(moment, facts), nil}
}

// variants are an example and what lies below it: clouds and profiles that exclude each other.
func variants(t testing.TB, name string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join("..", "..", "examples", name, "*", "facts.json"))
	require.NoError(t, err)
	out := []string{name}
	for _, file := range found {
		out = append(out, name+"/"+filepath.Base(filepath.Dir(file)))
	}
	return out
}

func (e estate) audit(t testing.TB, facts *schema.Facts) *schema.Verdict {
	t.Helper()
	session := e.engine.Open(facts, e.intent, e.run)
	session.EvidenceForPasses = true
	v, err := session.Audit(t.Context())
	require.NoError(t, err)
	return v
}

// TestExamplesHoldEveryRule is the reason for healthy, worst and blind: a rule that cannot pass, cannot fail or cannot say
// that it does not know is no rule.
func TestExamplesHoldEveryRule(t *testing.T) {
	for name, want := range map[string]schema.Outcome{"healthy": schema.Pass, "worst": schema.Fail, "blind": schema.Unknown} {
		t.Run(name, func(t *testing.T) {
			seen := map[string][]schema.Outcome{}
			var rules []schema.Rule
			for _, variant := range variants(t, name) {
				e := loadExample(t, variant)
				rules = e.engine.Rules()
				for _, f := range e.audit(t, e.facts).Findings {
					seen[f.Rule] = append(seen[f.Rule], f.Outcome)
					if name == "healthy" {
						assert.Equal(t, schema.Pass, f.Outcome, "%s: %s at %s, missing %v", variant, f.Rule, f.Subject, f.Missing)
					}
					if name == "blind" {
						assert.NotEqual(t, schema.Fail, f.Outcome, "%s: %s at %s", variant, f.Rule, f.Subject)
					}
				}
			}
			for _, r := range rules {
				assert.Contains(t, seen[r.ID], want, "%s never comes out as %s", r.ID, want)
			}
		})
	}
}

// TestNoRulePassesWithoutItsFacts deletes, from the estates in which everything passes, each fact that a rule reads, one at
// a time: the outcome must become unknown. Where a rule declares a second way to know, all ways are deleted at once.
func TestNoRulePassesWithoutItsFacts(t *testing.T) {
	judged := map[string]int{}
	var rules []schema.Rule
	for _, variant := range variants(t, "healthy") {
		e := loadExample(t, variant)
		rules = e.engine.Rules()
		here := map[string]int{}
		for _, f := range e.audit(t, e.facts).Findings {
			if here[f.Rule] >= 2 || variant != "healthy" && judged[f.Rule] > here[f.Rule] { // two subjects of each rule, where it first applies: enough to meet every branch of applicability
				continue
			}
			here[f.Rule]++
			judged[f.Rule]++
			e.deleteEachFact(t, f)
		}
	}
	assert.Len(t, judged, len(rules), "every rule is tried")
}

// deleteEachFact takes from the facts, one by one, everything that a passing finding rests on.
func (e estate) deleteEachFact(t testing.TB, f schema.Finding) {
	var groups [][]schema.Evidence
	ways := e.engine.Either(f.Rule)
	named := e.named(f)
	for _, x := range f.Evidence {
		if x.Value == nil || x.Pointer == "" || !strings.Contains(x.Path, ".") { // a whole subject is no fact
			continue
		}
		below, isAccount := strings.CutPrefix(x.Pointer, "/accounts/")
		account, _, _ := strings.Cut(below, "/")
		if isAccount && len(named) > 0 && !named[account] && account != f.Subject.Key { // none of the rule's business: it must not matter
			facts := schema.Clone(e.facts)
			remove(t, facts, x.Pointer)
			assert.Equal(t, schema.Pass, e.outcome(t, facts, e.intent, f), "%s at %s does not ask for %s", f.Rule, f.Subject, x.Pointer)
			continue
		}
		group := []schema.Evidence{x}
		for _, way := range ways {
			if !slices.Contains(way, x.Path) {
				continue
			}
			for _, other := range f.Evidence {
				if other.Path != x.Path && other.Value != nil && slices.Contains(way, other.Path) {
					group = append(group, other)
				}
			}
		}
		groups = append(groups, group)
	}
	for _, group := range groups {
		facts, intent := schema.Clone(e.facts), schema.Clone(e.intent)
		var names []string
		for _, x := range group {
			if name, ok := strings.CutPrefix(x.Path, "spec.sensor."); ok {
				unsay(t, intent.Sensors, f.Subject.Key, name)
			} else {
				remove(t, facts, x.Pointer)
			}
			names = append(names, cmp.Or(x.Pointer, x.Path))
		}
		assert.Equal(t, schema.Unknown, e.outcome(t, facts, intent, f), "%s at %s without %s", f.Rule, f.Subject, strings.Join(names, ", "))
	}
}

// outcome is what a rule says of its subject on other facts.
func (e estate) outcome(t testing.TB, facts *schema.Facts, intent *schema.Intent, f schema.Finding) schema.Outcome {
	t.Helper()
	findings, err := e.engine.Open(facts, intent, e.run).Findings(t.Context(), f.Subject)
	require.NoError(t, err)
	for _, again := range findings {
		if again.Rule == f.Rule {
			return again.Outcome
		}
	}
	return schema.NotApplicable
}

// named are the accounts that a rule asks for by name, as pointers spell them, when it reads a map that names some: the
// others of the estate are none of its business.
func (e estate) named(f schema.Finding) map[string]bool {
	out := map[string]bool{}
	add := func(key string) { out[strings.TrimPrefix(schema.Pointer(key), "/")] = true }
	for _, x := range f.Evidence {
		if x.Path == "workspace.action_accounts" {
			for key := range e.facts.Workspace.ActionAccounts {
				add(key)
			}
		}
		if x.Path == "spec.dsa.accounts" {
			for key := range e.intent.Shared.DSA.Accounts {
				add(key)
			}
		}
	}
	return out
}

// remove deletes the value at a JSON pointer.
func remove(t testing.TB, facts *schema.Facts, pointer string) {
	t.Helper()
	require.NoError(t, schema.Patch(facts, nest(pointer, nil)))
}

// nest is the patch on a document that patches the value at a pointer.
func nest(pointer string, patch any) map[string]any {
	for _, name := range slices.Backward(strings.Split(strings.TrimPrefix(pointer, "/"), "/")) {
		patch = map[string]any{strings.NewReplacer("~1", "/", "~0", "~").Replace(name): patch}
	}
	return patch.(map[string]any)
}

// unsay takes back what the spec says of one sensor.
func unsay(t testing.TB, sensors map[string]*schema.SpecSensor, fqdn, name string) {
	t.Helper()
	said := map[string]any{}
	text, err := json.Marshal(sensors[fqdn])
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, &said))
	require.Contains(t, said, name)
	delete(said, name)
	text, err = json.Marshal(said)
	require.NoError(t, err)
	sensors[fqdn] = new(schema.SpecSensor)
	require.NoError(t, json.Unmarshal(text, sensors[fqdn]))
}

func TestVerdictDoesNotDependOnOrderOrParallelism(t *testing.T) {
	e := loadExample(t, "worst")
	var want bytes.Buffer
	require.NoError(t, schema.Encode(&want, e.audit(t, e.facts)))
	for _, parallel := range []int{1, 7} {
		engine, diags := policies.Load(t.Context(), policies.Options{Parallel: parallel})
		require.Empty(t, diags)
		e.engine = engine
		var got bytes.Buffer
		require.NoError(t, schema.Encode(&got, e.audit(t, schema.Clone(e.facts))))
		assert.Equal(t, want.String(), got.String())
	}
}

func TestEveryRemediationIsAStep(t *testing.T) {
	library, diags := compiler.LoadSteps()
	require.Empty(t, diags)
	engine, diags := policies.Load(t.Context(), policies.Options{})
	require.Empty(t, diags)
	wanted := map[string]bool{}
	for _, r := range engine.Rules() {
		for _, step := range slices.Concat(r.Remediation, r.Measure) {
			_, ok := library.Step(step)
			assert.True(t, ok, "%s names the step %s", r.ID, step)
			wanted[step] = true
		}
	}
	// The other way round: a step that nothing asks for would never be seen.
	for _, name := range library.Names() {
		d, _ := library.Step(name)
		for _, required := range d.Requires {
			wanted[required] = true
		}
	}
	for _, name := range library.Names() {
		d, _ := library.Step(name)
		assert.True(t, d.Asked() || wanted[name], "step %s has no when, answers no rule, and no step requires it", name)
	}
}

// TestPlansOfTheExamplesAreProven compiles every example; no plan may be unsound.
func TestPlansOfTheExamplesAreProven(t *testing.T) {
	for _, name := range []string{"healthy", "worst", "blind", "contoso"} {
		t.Run(name, func(t *testing.T) {
			runbook := plan(t, loadExample(t, name))
			assert.True(t, runbook.Proof.Sound, "%v", runbook.Proof.Violations)
			planned := map[string]bool{}
			for _, s := range runbook.Steps {
				if s.State != schema.StepPlanned {
					continue
				}
				for _, id := range s.Requires {
					assert.True(t, planned[id] || !slices.ContainsFunc(runbook.Steps, func(x schema.Step) bool { return x.ID == id && x.State == schema.StepPlanned }), "%s comes before %s", s.ID, id)
				}
				planned[s.ID] = true
			}
			switch name {
			case "healthy":
				assert.True(t, runbook.Complete)
				assert.Empty(t, runbook.Held)
			case "blind":
				assert.False(t, runbook.Complete)
				assert.Len(t, runbook.Held, len(runbook.Scope.Sensors), "what nobody looked at is not deployed")
				assert.NotEmpty(t, runbook.Collect)
				for _, s := range runbook.Steps {
					assert.False(t, s.State == schema.StepPlanned && s.Step == "server.install_sensor", s.ID)
				}
			}
			again := plan(t, loadExample(t, name))
			var a, b bytes.Buffer
			require.NoError(t, schema.Encode(&a, runbook))
			require.NoError(t, schema.Encode(&b, again))
			assert.Equal(t, a.String(), b.String(), "the same inputs give the same bytes")
		})
	}
}

func plan(t testing.TB, e estate) *schema.Runbook {
	t.Helper()
	runbook, diags := compile(t, e)
	require.False(t, diags.HasErrors(), "%v", diags)
	return runbook
}

func compile(t testing.TB, e estate) (*schema.Runbook, schema.Diagnostics) {
	t.Helper()
	steps := e.steps
	if steps == nil {
		steps = stepLibrary(t)
	}
	runbook, diags, err := compiler.Compile(t.Context(), compiler.Request{Spec: e.spec, Facts: e.facts, Intent: e.intent, Run: e.run, Steps: steps,
		Judge: func(f *schema.Facts, i *schema.Intent) compiler.Judge { return e.engine.Open(f, i, e.run) },
		Fork:  func(j compiler.Judge, f *schema.Facts) compiler.Judge { return j.(*policies.Session).Fork(f) }, Tool: "mdiplan", ToolVersion: "test"})
	require.NoError(t, err)
	return runbook, diags
}

func stepLibrary(t testing.TB) *compiler.Library {
	t.Helper()
	library, diags := compiler.LoadSteps()
	require.Empty(t, diags)
	return library
}

// TestAChangedSessionSaysWhatANewOneSays replaces, one after the other, what an estate in which all fails says of a subject by
// what one says in which all passes. A session that was told of it has to come to what a new one comes to.
func TestAChangedSessionSaysWhatANewOneSays(t *testing.T) {
	e, good := loadExample(t, "worst"), loadExample(t, "healthy").facts
	first := e.engine.Open(e.facts, e.intent, e.run)
	untouched, err := first.Audit(t.Context())
	require.NoError(t, err)
	facts := schema.Clone(e.facts)
	session := first.Fork(facts)
	for _, change := range []struct {
		subject schema.Subject
		replace func()
		fields  []string
	}{
		{schema.Subject{Kind: "server", Key: "dc03.contoso.com"}, func() {
			facts.Servers["dc03.contoso.com"].PowerPlanGuid = good.Servers["dc03.contoso.com"].PowerPlanGuid
			facts.Servers["dc03.contoso.com"].MemberOf = good.Servers["dc03.contoso.com"].MemberOf
		}, []string{"power_plan_guid", "member_of"}},
		{schema.Subject{Kind: "sensor", Key: "dc03.contoso.com"}, func() { facts.Sensors["dc03.contoso.com"] = good.Sensors["dc03.contoso.com"] }, []string{"generation"}},
		{schema.Subject{Kind: "domain", Key: "contoso.com"}, func() { facts.Domains["contoso.com"].RootSACL = good.Domains["contoso.com"].RootSACL }, []string{"root_sacl"}},
		{schema.Subject{Kind: "workspace"}, func() { facts.Workspace.DSAEntries = good.Workspace.DSAEntries }, []string{"dsa_entries"}},
		{schema.Subject{Kind: "server", Key: "dc01.contoso.com"}, func() { facts.Servers["dc01.contoso.com"] = good.Servers["dc01.contoso.com"] }, nil},
		{schema.Subject{Kind: "domain", Key: "contoso.com"}, func() { facts.Domains["contoso.com"] = good.Domains["contoso.com"] }, nil},
		{schema.Subject{Kind: "sensor", Key: "ca01.contoso.com"}, func() { facts.Sensors["ca01.contoso.com"] = good.Sensors["ca01.contoso.com"] }, nil},
		{schema.Subject{Kind: "account", Key: "mdisvc01$@contoso.com"}, func() { facts.Accounts["mdisvc01$@contoso.com"] = good.Accounts["mdisvc01$@contoso.com"] }, nil},
		{schema.Subject{Kind: "workspace"}, func() { facts.Workspace = good.Workspace }, nil},
		{schema.Subject{Kind: "forest", Key: "contoso.com"}, func() { facts.Forests["contoso.com"] = good.Forests["contoso.com"] }, nil},
		{schema.Subject{Kind: "server", Key: "adfs01.contoso.com"}, func() { facts.Servers["adfs01.contoso.com"] = good.Servers["adfs01.contoso.com"] }, nil},
		{schema.Subject{Kind: "path", Key: "dc01.contoso.com->localhost"}, func() {
			facts.Paths["dc01.contoso.com->localhost"] = good.Paths["dc01.contoso.com->localhost"]
		}, nil},
		{schema.Subject{Kind: "tenant"}, func() { facts.Tenant = good.Tenant }, nil},
		{schema.Subject{Kind: "network"}, func() { facts.Network = good.Network }, nil},
	} {
		change.replace()
		session.Touch(change.subject, change.fields...)
		var got, want bytes.Buffer
		v, err := session.Audit(t.Context())
		require.NoError(t, err)
		require.NoError(t, schema.Encode(&got, v))
		v, err = e.engine.Open(schema.Clone(facts), e.intent, e.run).Audit(t.Context())
		require.NoError(t, err)
		require.NoError(t, schema.Encode(&want, v))
		require.True(t, want.String() == got.String(), "after a change of %s", change.subject)
	}
	again, err := first.Audit(t.Context())
	require.NoError(t, err)
	assert.Equal(t, untouched, again, "the session that was forked knows nothing of it")
}
