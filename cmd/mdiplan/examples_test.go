package main

import (
	"bytes"
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
}

func loadExample(t testing.TB, name string) estate {
	t.Helper()
	dir := filepath.Join("..", "..", "examples", name)
	src, err := os.ReadFile(filepath.Join(dir, "facts.json"))
	require.NoError(t, err)
	facts, diags := schema.LoadFacts(bytes.NewReader(src), "facts.json", schema.DefaultLimits)
	require.Empty(t, diags)
	spec, diags := compiler.LoadSpec(dir, map[string]string{})
	require.False(t, diags.HasErrors(), "%v", diags)
	intent, diags := compiler.Resolve(spec, facts, moment)
	require.False(t, diags.HasErrors(), "%v", diags)
	engine, diags := policies.Load(t.Context(), policies.Options{})
	require.Empty(t, diags)
	e := estate{engine, spec, facts, intent, spec.Run(moment, facts)}
	decisions, err := engine.Open(facts, intent, e.run).Decide(t.Context())
	require.NoError(t, err)
	compiler.ApplyDecisions(intent, decisions)
	return e
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
			e := loadExample(t, name)
			seen := map[string][]schema.Outcome{}
			for _, f := range e.audit(t, e.facts).Findings {
				seen[f.Rule] = append(seen[f.Rule], f.Outcome)
				if name == "healthy" {
					assert.Equal(t, schema.Pass, f.Outcome, "%s at %s, missing %v", f.Rule, f.Subject, f.Missing)
				}
				if name == "blind" {
					assert.NotEqual(t, schema.Fail, f.Outcome, "%s at %s", f.Rule, f.Subject)
				}
			}
			for _, r := range e.engine.Rules() {
				assert.Contains(t, seen[r.ID], want, "%s never comes out as %s", r.ID, want)
			}
		})
	}
}

// TestNoRulePassesWithoutItsFacts deletes, from the estate in which everything passes, each fact that a rule reads, one at
// a time: the outcome must become unknown. Where a rule declares a second way to know, all ways are deleted at once.
func TestNoRulePassesWithoutItsFacts(t *testing.T) {
	e := loadExample(t, "healthy")
	verdict := e.audit(t, e.facts)
	judged := map[string]int{}
	for _, f := range verdict.Findings {
		if judged[f.Rule] >= 2 { // two subjects of each rule: enough to meet every branch of applicability
			continue
		}
		judged[f.Rule]++
		var groups [][]schema.Evidence
		ways := e.engine.Either(f.Rule)
		for _, x := range f.Evidence {
			if x.Value == nil || x.Pointer == "" || !strings.Contains(x.Path, ".") { // a whole subject is no fact
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
			facts := schema.Clone(e.facts)
			var names []string
			for _, x := range group {
				remove(t, facts, x.Pointer)
				names = append(names, x.Pointer)
			}
			outcome := schema.NotApplicable
			session := e.engine.Open(facts, e.intent, e.run)
			findings, err := session.Findings(t.Context(), f.Subject)
			require.NoError(t, err)
			for _, again := range findings {
				if again.Rule == f.Rule {
					outcome = again.Outcome
				}
			}
			assert.Equal(t, schema.Unknown, outcome, "%s at %s without %s", f.Rule, f.Subject, strings.Join(names, ", "))
		}
	}
	assert.Len(t, judged, len(e.engine.Rules()), "every rule is tried")
}

// remove deletes the value at a JSON pointer.
func remove(t testing.TB, facts *schema.Facts, pointer string) {
	t.Helper()
	patch := any(nil)
	names := strings.Split(strings.TrimPrefix(pointer, "/"), "/")
	for _, name := range slices.Backward(names) {
		name = strings.NewReplacer("~1", "/", "~0", "~").Replace(name)
		patch = map[string]any{name: patch}
	}
	require.NoError(t, schema.Patch(facts, patch.(map[string]any)))
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
		for _, step := range r.Remediation {
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
	library, diags := compiler.LoadSteps()
	require.Empty(t, diags)
	runbook, diags, err := compiler.Compile(t.Context(), compiler.Request{Spec: e.spec, Facts: e.facts, Intent: e.intent, Run: e.run, Steps: library,
		Judge: func(f *schema.Facts, i *schema.Intent) compiler.Judge { return e.engine.Open(f, i, e.run) }, Tool: "mdiplan", ToolVersion: "test"})
	require.NoError(t, err)
	require.False(t, diags.HasErrors(), "%v", diags)
	return runbook
}
