package compiler

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/schema"
)

// content is a judge who finds nothing: a plan is then what the spec asks for.
type content struct{}

func (content) Decide(context.Context) ([]schema.Decision, error) {
	var out []schema.Decision
	for _, fqdn := range []string{"dc01.a.test", "dc02.a.test"} {
		out = append(out, schema.Decision{ID: "D10", Name: "npcap", Subject: schema.Subject{Kind: "sensor", Key: fqdn}, Choice: "keep"})
	}
	return out, nil
}
func (content) Audit(context.Context) (*schema.Verdict, error) {
	return &schema.Verdict{Waivers: []schema.WaiverUse{}}, nil
}
func (content) Touch(schema.Subject, ...string) {}

func (content) Cloud() *schema.Cloud { return nil }
func (content) Findings(context.Context, schema.Subject) ([]schema.Finding, error) {
	return nil, nil
}

const twoWaves = head + `
wave "pilot" {
  soak = "24h"
}
wave "rest" {
  after = [wave.pilot]
}
sensor "dc01.a.test" {
  generation = "v2"
  wave       = wave.pilot
}
sensor "dc02.a.test" {
  generation = "v2"
  wave       = wave.rest
}
`

// planned compiles two sensors in two waves; dirs hold further steps.
func planned(t *testing.T, cut Selection, dirs ...string) (*schema.Runbook, schema.Diagnostics) {
	t.Helper()
	lib, diags := LoadSteps(dirs...)
	require.Empty(t, diags)
	spec, diags := ParseSpec(map[string][]byte{"a.mdi.hcl": []byte(twoWaves)}, nil)
	require.Empty(t, diags)
	facts := someFacts()
	no := false
	facts.Workspace = &schema.Workspace{Exists: yesPtr()}
	facts.Tenant = &schema.Tenant{}
	for _, s := range facts.Servers {
		s.SensorV3 = &schema.ServerSensorV3{Installed: &no}
		s.SensorV2 = &schema.ServerSensorV2{Installed: &no}
	}
	intent, diags := Resolve(spec, facts, at)
	require.Empty(t, diags)
	runbook, diags, err := Compile(t.Context(), Request{Spec: spec, Facts: facts, Intent: intent, Run: spec.Run(at, facts), Steps: lib, Cut: cut,
		Judge: func(*schema.Facts, *schema.Intent) Judge { return content{} }})
	require.NoError(t, err)
	return runbook, diags
}

func ids(steps []schema.Step) []string {
	var out []string
	for _, s := range steps {
		out = append(out, s.ID)
	}
	return out
}

// TestEveryCutKeepsOrderAndRequirements cuts the plan by every name it knows.
func TestEveryCutKeepsOrderAndRequirements(t *testing.T) {
	whole, _ := planned(t, Selection{})
	require.Greater(t, len(whole.Steps), 20)
	require.Nil(t, whole.Cut)
	names := map[string]Selection{"pilot and rest": {Waves: []string{"pilot", "rest"}}, "a time": {Until: whole.Steps[len(whole.Steps)/2].EndsAt},
		"a wave until a step of it": {Waves: []string{"pilot"}, Until: "server.install_sensor"}}
	for _, s := range whole.Steps {
		names[s.ID], names[s.Step], names[s.Subject.String()] = Selection{Only: []string{s.ID}}, Selection{Only: []string{s.Step}}, Selection{Only: []string{s.Subject.String()}}
		names["until "+s.ID] = Selection{Until: s.ID}
		if s.Wave != "" {
			names["wave "+s.Wave] = Selection{Waves: []string{s.Wave}}
		}
	}
	for name, cut := range names {
		t.Run(name, func(t *testing.T) {
			part, diags := planned(t, cut)
			require.NotNil(t, part, "%v", diags)
			require.NotNil(t, part.Cut)
			kept := ids(part.Steps)
			assert.NotEmpty(t, kept)
			var left []string
			for _, x := range part.Cut.Left {
				left = append(left, x.ID)
			}
			assert.ElementsMatch(t, ids(whole.Steps), slices.Concat(kept, left), "nothing is lost")
			order := slices.DeleteFunc(ids(whole.Steps), func(id string) bool { return !slices.Contains(kept, id) })
			assert.Equal(t, order, kept, "the order stays")
			for i, s := range part.Steps {
				for _, id := range s.Requires {
					assert.Contains(t, kept[:i], id, "%s requires it", s.ID)
				}
			}
			for _, id := range part.Cut.Required {
				assert.Contains(t, kept, id)
			}
			assert.True(t, part.Proof.Sound, "%v", part.Proof.Violations)
			assert.Equal(t, len(left) > 0, part.Proof.Partial)
			if len(left) > 0 {
				assert.False(t, part.Complete)
			} else {
				assert.Equal(t, whole.Complete, part.Complete, "nothing was cut")
			}
		})
	}
}

func TestACutToOneServerLeavesTheOther(t *testing.T) {
	part, diags := planned(t, Selection{Only: []string{"dc02.a.test"}})
	assert.Contains(t, ids(part.Steps), "server.install_sensor@dc02.a.test")
	assert.Contains(t, part.Cut.Required, "change.open_window@rest")
	for _, s := range part.Steps {
		assert.NotEqual(t, "dc01.a.test", s.Subject.Key)
	}
	states := map[string]string{}
	for _, s := range part.Scope.Sensors {
		states[s.Server] = s.State
	}
	assert.Equal(t, map[string]string{"dc01.a.test": "left_out", "dc02.a.test": "planned"}, states)
	for _, w := range part.Waves {
		if w.Name == "pilot" {
			assert.Empty(t, w.Batches)
			assert.Empty(t, w.StartsAt)
		}
	}
	assert.Equal(t, []string{"rest"}, part.Cut.Ahead, "the pilot comes first and is left out")
	require.NotEmpty(t, diags)
	assert.Equal(t, "flag_cut_wave", diags[0].Code)
	assert.Equal(t, diags, part.Diagnostics)

	part, diags = planned(t, Selection{Waves: []string{"pilot"}})
	assert.Empty(t, part.Cut.Ahead)
	assert.Empty(t, diags)
}

func TestACutAtATimeKeepsWhatHasEndedByThen(t *testing.T) {
	whole, _ := planned(t, Selection{})
	timed := slices.DeleteFunc(slices.Clone(whole.Steps), func(s schema.Step) bool { return s.State != schema.StepPlanned })
	limit := timed[len(timed)/2].EndsAt
	part, _ := planned(t, Selection{Until: limit})
	until, err := time.Parse(time.RFC3339, limit)
	require.NoError(t, err)
	require.NotEmpty(t, part.Cut.Left)
	for _, s := range timed {
		end, err := time.Parse(time.RFC3339, s.EndsAt)
		require.NoError(t, err)
		assert.Equal(t, !end.After(until), slices.Contains(ids(part.Steps), s.ID), s.ID)
	}
}

// TestWhatRanOnlyBecauseOfALeftOutStepIsHeld has a step whose precondition another one brings about without being required.
func TestWhatRanOnlyBecauseOfALeftOutStepIsHeld(t *testing.T) {
	dir := t.TempDir()
	declare := func(name, more string) {
		src := "step \"own." + name + "\" {\n title = \"T\"\n scope = \"tenant\"\n kind = \"manual\"\n who = \"W\"\n runs_on = \"person\"\n risk = \"none\"\n duration = \"1m\"\n why = \"Y\"\n verify = \"V\"\n undo = \"U\"\n reversible = true\n instructions = \"I\"\n sources = []\n when = true\n" + more + "\n}\n"
		require.NoError(t, os.MkdirAll(filepath.Join(dir, "own"), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, "own", name+".hcl"), []byte(src), 0o600))
	}
	declare("first", ` effects = { tenant = { country = "DE" } }`)
	declare("second", " prefers = [\"own.first\"]\n precondition = tenant.country == \"DE\"")
	whole, _ := planned(t, Selection{}, dir)
	at := func(r *schema.Runbook, id string) schema.Step {
		i := slices.Index(ids(r.Steps), id)
		require.GreaterOrEqual(t, i, 0, id)
		return r.Steps[i]
	}
	require.Equal(t, schema.StepPlanned, at(whole, "own.second@tenant").State)
	part, _ := planned(t, Selection{Only: []string{"own.second"}}, dir)
	second := at(part, "own.second@tenant")
	assert.Equal(t, schema.StepHeld, second.State)
	assert.Contains(t, second.Held[0], "its precondition is not met")
	assert.Contains(t, second.Release, "keep the step that brings it about, or plan without the cut")
	assert.True(t, part.Proof.Sound)
	both, _ := planned(t, Selection{Only: []string{"own.second", "own.first"}}, dir)
	assert.Equal(t, schema.StepPlanned, at(both, "own.second@tenant").State)
}

func TestNamesThatThePlanDoesNotKnow(t *testing.T) {
	for want, cut := range map[string]Selection{
		`Did you mean "dc01.a.test"?`:             {Only: []string{"dc1.a.test"}},
		`Did you mean "server.install_sensor"?`:   {Only: []string{"server.instal_sensor"}},
		`no wave of that name. Did you mean "pil`: {Waves: []string{"pilott"}},
		`no wave of that name.`:                   {Waves: []string{"dc01.a.test"}},
		`Did you mean "wave.soak@pilot"?`:         {Until: "wave.soak@pilo"},
		`no step of that name.`:                   {Until: "tomorrow"},
	} {
		r, diags := planned(t, cut)
		assert.Nil(t, r)
		require.Len(t, diags, 1, "%v", cut)
		assert.Equal(t, "flag_unknown_name", diags[0].Code)
		assert.Contains(t, diags[0].Detail, want)
	}
}
