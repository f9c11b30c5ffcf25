package compiler

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/mdiplan/mdiplan/schema"
)

// TestConstraintMistakes loads one constraint at a time and wants the mistake in it named.
func TestConstraintMistakes(t *testing.T) {
	library, diags := LoadSteps()
	require.Empty(t, diags)
	const head = "title = \"t\"\n because = \"b\"\n basis = \"practice\"\n sources = [\"s\"]\n "
	for name, c := range map[string]struct{ id, body, want string }{
		"right":                   {"E99", head + "kind = \"order\"\n stage {\n steps = [\"network.*\"]\n }\n stage {\n steps = [\"server.install_sensor\"]\n }", ""},
		"an unknown step":         {"E99", head + "kind = \"once\"\n stage {\n steps = [\"server.instal_sensor\"]\n }", "constraint_unknown_step"},
		"an unknown kind":         {"E99", head + "kind = \"before\"", "constraint_value"},
		"an unknown join":         {"E99", head + "kind = \"elsewhere\"\n join = \"site\"", "constraint_value"},
		"one stage of an order":   {"E99", head + "kind = \"order\"\n stage {\n changes = true\n }", "constraint_stages"},
		"some of the last":        {"E99", head + "kind = \"order\"\n stage {\n changes = true\n }\n stage {\n steps = [\"v3.verify\"]\n generations = [\"v3\"]\n some = true\n }", "constraint_stages"},
		"some of no generation":   {"E99", head + "kind = \"order\"\n stage {\n steps = [\"v3.verify\"]\n some = true\n }\n stage {\n changes = true\n }", "constraint_stage"},
		"a stage without steps":   {"E99", head + "kind = \"once\"\n stage {\n roles = [\"dc\"]\n }", "constraint_stage"},
		"a gap that is none":      {"E99", head + "kind = \"elsewhere\"\n gap = \"soon\"", "constraint_value"},
		"a list that is none":     {"E99", head + "kind = \"once\"\n stage {\n steps = \"v3.verify\"\n }", "constraint_value"},
		"an unknown fact":         {"E99", head + "kind = \"elsewhere\"\n when = server.memory == 1", "step_unknown_fact"},
		"an unknown attribute":    {"E99", head + "kind = \"elsewhere\"\n joins = \"all\"", "constraint_syntax"},
		"a wrong id":              {"before", head + "kind = \"elsewhere\"", "constraint_id"},
		"no source":               {"E99", strings.Replace(head, `["s"]`, "[]", 1) + "kind = \"elsewhere\"", "constraint_source"},
		"no reason, hence no use": {"E99", strings.Replace(head, "because = \"b\"\n", "", 1) + "kind = \"elsewhere\"", "constraint_syntax"},
	} {
		t.Run(name, func(t *testing.T) {
			diags := library.loadConstraints(fstest.MapFS{"constraints/x.hcl": {Data: []byte("constraint \"" + c.id + "\" {\n " + c.body + "\n}\n")}})
			if c.want == "" {
				assert.Empty(t, diags)
				return
			}
			var codes []string
			for _, d := range diags {
				codes = append(codes, d.Code)
			}
			assert.Contains(t, codes, c.want, "%v", diags)
		})
	}
	twice := []byte("constraint \"E99\" {\n " + head + "kind = \"elsewhere\"\n}\n")
	diags = library.loadConstraints(fstest.MapFS{"constraints/x.hcl": {Data: twice}, "constraints/y.hcl": {Data: twice}})
	require.Len(t, diags, 1)
	assert.Equal(t, "constraint_duplicate", diags[0].Code)
}

// checkConstraintsAgain looks at every pair of planned steps that a hard constraint orders. Which subjects belong together is
// found out from the facts, one pair at a time.
func checkConstraintsAgain(t *rapid.T, w *workshop, s sample, r *schema.Runbook, req Request, n *tally) {
	type work struct {
		step     schema.Step
		from, to time.Time
		places   []place
	}
	b := newEstate(req.Spec, req.Facts, req.Intent, req.Run, r.Decisions).bind(w.library)
	var all []work
	at := func(text string) time.Time {
		x, err := time.Parse(time.RFC3339, text)
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	for _, x := range r.Steps {
		if x.State == schema.StepPlanned {
			all = append(all, work{x, at(x.StartsAt), at(x.EndsAt).Add(time.Duration(x.WaitSeconds) * time.Second), b.places(x.Step, x.Subject)})
		}
	}
	after := map[string][]string{}
	for _, wave := range r.Waves {
		after[wave.Name] = wave.After
	}
	var follows func(later, earlier string) bool
	follows = func(later, earlier string) bool {
		return slices.ContainsFunc(after[later], func(name string) bool { return name == earlier || follows(name, earlier) })
	}
	domainOf := func(x schema.Subject) string {
		switch x.Kind {
		case "server":
			if known := req.Facts.Servers[x.Key]; known != nil {
				return known.Domain
			}
			_, domain, _ := strings.Cut(x.Key, ".")
			return domain
		case "account":
			_, domain, _ := strings.Cut(x.Key, "@")
			return domain
		case "domain", "forest":
			return x.Key
		}
		return ""
	}
	forestOf := func(x schema.Subject) string {
		if known := req.Facts.Servers[x.Key]; x.Kind == "server" && known != nil {
			return known.Forest
		}
		if known := req.Facts.Domains[domainOf(x)]; known != nil {
			return known.Forest
		}
		if x.Kind == "forest" {
			return x.Key
		}
		return "" // nobody knows
	}
	waveOf := func(x schema.Step) string {
		if x.Subject.Kind == "wave" && x.Subject.Key != foundation {
			return x.Subject.Key
		}
		return x.Wave
	}
	// within says whether one step is done in what another is about.
	within := func(x, y schema.Step) bool {
		switch y.Subject.Kind {
		case "tenant", "workspace", "network", "workstation":
			return true
		case "forest":
			return x.Subject.Kind != "wave" && forestOf(x.Subject) == y.Subject.Key
		case "domain":
			return x.Subject.Kind != "wave" && x.Subject.Kind != "forest" && domainOf(x.Subject) == y.Subject.Key
		case "wave":
			return waveOf(x) == waveOf(y)
		case "account":
			account := req.Intent.Shared.DSA.Accounts[y.Subject.Key]
			return (x.Subject.Kind == "server" || x.Subject.Kind == "domain") && account != nil && account.Serves[domainOf(x.Subject)]
		}
		return false
	}
	together := func(join string, earlier, later schema.Step) bool {
		switch join {
		case "all":
			return true
		case "domain":
			return domainOf(earlier.Subject) == domainOf(later.Subject)
		case "forest":
			return forestOf(earlier.Subject) != "" && forestOf(earlier.Subject) == forestOf(later.Subject)
		case "next_wave":
			return follows(waveOf(later), waveOf(earlier))
		}
		return earlier.Subject == later.Subject || within(later, earlier) || later.Subject.Kind == "workspace" && earlier.Subject.Kind != "wave" || later.Subject.Kind == "wave" && earlier.Subject.Kind == "server" && within(earlier, later)
	}
	for _, later := range all {
		for _, p := range later.places {
			c := w.library.Constraints()[p.constraint]
			if !c.Hard || c.Kind != "order" {
				continue
			}
			for _, earlier := range all {
				for _, q := range earlier.places {
					if q.constraint != p.constraint || q.stage >= p.stage || c.Stages[q.stage].Some || !together(c.Join, earlier.step, later.step) {
						continue
					}
					n.ordered++
					if earlier.step.Number > later.step.Number || earlier.to.After(later.from) {
						t.Fatalf("%s (%s): %s (%s to %s) is not over before %s (%s)\n%s", c.ID, c.Title, earlier.step.ID, earlier.step.StartsAt, earlier.to, later.step.ID, later.step.StartsAt, s.spec)
					}
				}
			}
		}
	}
}
