package diff

import (
	"cmp"
	"slices"
	"sort"

	"github.com/mdiplan/mdiplan/schema"
)

// Runbooks compares two runbooks.
func Runbooks(oldName string, old *schema.Runbook, newName string, new *schema.Runbook) (*schema.Diff, schema.Diagnostics, error) {
	ends, err := ends(oldName, old, newName, new)
	if err != nil {
		return nil, nil, err
	}
	ends[0].At, ends[0].ToolVersion = old.Run.Now, old.ToolVersion
	ends[1].At, ends[1].ToolVersion = new.Run.Now, new.ToolVersion
	d := begin("runbook", ends[0], ends[1])
	made(d, old.Tool+" "+old.ToolVersion, new.Tool+" "+new.ToolVersion, old.Run, new.Run, old.Inputs, new.Inputs)
	type labels struct {
		Deployment string `json:"deployment"`
		PortalEra  string `json:"portal_era"`
	}
	d.Settings = slices.Concat(d.Settings, fields("", labels{old.Deployment, old.PortalEra}, labels{new.Deployment, new.PortalEra}),
		fields("change.", old.Change, new.Change), fields("cut.", asked(old.Cut), asked(new.Cut)))
	r := &schema.RunbookDiff{Sensors: sensors(old, new), Decisions: decisions(old.Decisions, new.Decisions), Waivers: waivers(old.Waivers, new.Waivers),
		Proof: proof(old, new), Schedule: fields("", old.Schedule, new.Schedule, "critical_path", "moved")}
	d.Runbook = r
	steps(r, old, new)
	name := func(w schema.Wave) string { return cmp.Or(w.Name, "foundation") }
	a, b := keyed(old.Waves, name), keyed(new.Waves, name)
	for _, wave := range union(a, b) {
		r.Waves = append(r.Waves, fields(wave+"/", a[wave], b[wave], "name", "starts_at", "ends_at")...)
	}
	r.RemainingAdded, r.RemainingGone = missing(new.Proof.Remaining, old.Proof.Remaining), missing(old.Proof.Remaining, new.Proof.Remaining)
	d.Settings = append(d.Settings, fields("board.risk.", old.Board.Risk, new.Board.Risk, "waves", "weights")...)
	if end(d).Same {
		// What a board reads follows from the rest; where it alone differs, somebody has written into it.
		d.Settings = fields("board.", old.Board, new.Board)
		end(d)
	}
	return d, nil, nil
}

// asked is what a cut asked for; what is left out shows in the steps.
func asked(c *schema.Cut) schema.Cut {
	if c == nil {
		return schema.Cut{}
	}
	return schema.Cut{Only: c.Only, Waves: c.Waves, Until: c.Until}
}

// missing are the findings of one list that are not in another.
func missing(of, in []schema.FindingRef) []schema.FindingRef {
	var out []schema.FindingRef
	for _, f := range of {
		if !slices.Contains(in, f) {
			out = append(out, f)
		}
	}
	return out
}

// proof compares what the runbooks say of themselves: what is not complete, sound or proven any more got worse.
func proof(old, new *schema.Runbook) []schema.ValueChange {
	type summary struct {
		Complete   bool `json:"complete"`
		Sound      bool `json:"proof.sound"`
		Closed     bool `json:"proof.complete"`
		Convergent bool `json:"proof.convergent"`
		Minimal    bool `json:"proof.minimal"`
		Partial    bool `json:"proof.partial"`
		Held       int  `json:"held_sensors"`
		Steps      int  `json:"proof.steps"`
		Resolved   int  `json:"proof.resolved"`
		Violations int  `json:"proof.violations"`
		Unproven   int  `json:"proof.unproven"`
		Again      int  `json:"proof.again"`
		Idle       int  `json:"proof.superfluous"`
	}
	of := func(r *schema.Runbook) summary {
		return summary{r.Complete, r.Proof.Sound, r.Proof.Complete, r.Proof.Convergent, r.Proof.Minimal, r.Proof.Partial, len(r.Held), r.Proof.Steps, r.Proof.Resolved, len(r.Proof.Violations), len(r.Proof.Unproven), len(r.Proof.Again), len(r.Proof.Superfluous)}
	}
	out := fields("", of(old), of(new))
	for i, c := range out {
		out[i].Regression = c.Old == true && c.Path != "proof.partial"
	}
	return out
}

func sensors(old, new *schema.Runbook) []schema.SensorChange {
	server := func(s schema.ScopeSensor) string { return s.Server }
	a, b := keyed(old.Scope.Sensors, server), keyed(new.Scope.Sensors, server)
	reasons := func(r *schema.Runbook, fqdn string) []string {
		for _, h := range r.Held {
			if h.Server == fqdn {
				return h.Reasons
			}
		}
		return nil
	}
	var out []schema.SensorChange
	for _, fqdn := range union(a, b) {
		x, before := a[fqdn]
		y, after := b[fqdn]
		if before && after && x.State == y.State && x.Generation == y.Generation && x.Wave == y.Wave {
			continue
		}
		c := schema.SensorChange{Server: fqdn, Change: "changed"}
		if before {
			c.Old = &x
		}
		if after {
			c.New = &y
		}
		switch {
		case !before:
			c.Change = "added"
			c.Reasons = reasons(new, fqdn)
		case !after:
			c.Change = "gone"
		case y.State == "held" && x.State != "held":
			c.Change, c.Regression = "held", true
			c.Reasons = reasons(new, fqdn)
		case x.State == "held" && y.State != "held":
			c.Change = "released"
			c.Reasons = reasons(old, fqdn)
		}
		out = append(out, c)
	}
	return out
}

func steps(r *schema.RunbookDiff, old, new *schema.Runbook) {
	id := func(s schema.Step) string { return s.ID }
	a, b := keyed(old.Steps, id), keyed(new.Steps, id)
	ref := func(s schema.Step) schema.StepRef {
		return schema.StepRef{ID: s.ID, Title: s.Title, Number: s.Number, State: s.State}
	}
	for _, s := range old.Steps {
		if _, there := b[s.ID]; !there {
			r.Gone = append(r.Gone, ref(s))
		}
	}
	r.Moved = moves(old, new, a, b)
	moved := keyed(r.Moved, func(m schema.StepMove) string { return m.ID })
	for _, s := range new.Steps {
		before, there := a[s.ID]
		if !there {
			r.Added = append(r.Added, ref(s))
			continue
		}
		changes := stepChanges(before, s)
		if len(changes) > 0 {
			r.Steps = append(r.Steps, schema.StepChange{ID: s.ID, Title: s.Title, Changes: changes})
		}
		if _, elsewhere := moved[s.ID]; !elsewhere && len(changes) == 0 {
			r.Unchanged++
		}
	}
}

// stepChanges compares the content of a step: not its number and its times, which follow from what stands before it, and
// of its script only the digest, of its risk the sum. What would release it follows from what holds it.
func stepChanges(old, new schema.Step) []schema.ValueChange {
	out := fields("", old, new, "number", "starts_at", "ends_at", "due_at", "critical", "points", "script", "params", "because", "release")
	params := func(s schema.Step) map[string]any {
		values := map[string]any{}
		for _, p := range s.Params {
			values[p.Name] = p.Value
		}
		return values
	}
	because := func(s schema.Step) map[string]any {
		var names []string
		for _, f := range s.Because {
			names = append(names, f.Rule+" at "+f.Subject.String())
		}
		if names == nil {
			return nil
		}
		return map[string]any{"because": names}
	}
	out = slices.Concat(out, fields("params.", params(old), params(new)), fields("", because(old), because(new)))
	for i, c := range out {
		out[i].Regression = c.Path == "state" && c.New == string(schema.StepHeld)
	}
	first := func(c schema.ValueChange) int { // the state is what a reader looks for
		if c.Path == "state" {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(out, func(x, y schema.ValueChange) int { return cmp.Or(first(x)-first(y), cmp.Compare(x.Path, y.Path)) })
	return out
}

// moves are the fewest steps that have to be taken out so that the order of all others is the same: those that are not on a
// longest common sequence of the planned steps of both.
func moves(old, new *schema.Runbook, a, b map[string]schema.Step) []schema.StepMove {
	common := func(r *schema.Runbook, other map[string]schema.Step) []string {
		var out []string
		for _, s := range r.Steps {
			if x, there := other[s.ID]; there && s.State == schema.StepPlanned && x.State == schema.StepPlanned {
				out = append(out, s.ID)
			}
		}
		return out
	}
	before, after := common(old, b), common(new, a)
	place := map[string]int{}
	for i, id := range before {
		place[id] = i
	}
	sequence := make([]int, len(after))
	for i, id := range after {
		sequence[i] = place[id]
	}
	stays := longestIncreasing(sequence)
	previous := func(list []string, i int) string {
		if i == 0 {
			return ""
		}
		return list[i-1]
	}
	var out []schema.StepMove
	for i, id := range after {
		if !stays[i] {
			out = append(out, schema.StepMove{ID: id, Title: b[id].Title, Number: b[id].Number, WasNumber: a[id].Number,
				After: previous(after, i), WasAfter: previous(before, place[id])})
		}
	}
	return out
}

// longestIncreasing says which elements are on a longest increasing subsequence (patience sorting, n log n).
func longestIncreasing(seq []int) []bool {
	var tails []int // index of the smallest last element of a subsequence of each length
	link := make([]int, len(seq))
	for i, x := range seq {
		n := sort.Search(len(tails), func(j int) bool { return seq[tails[j]] >= x })
		link[i] = -1
		if n > 0 {
			link[i] = tails[n-1]
		}
		if n == len(tails) {
			tails = append(tails, i)
		} else {
			tails[n] = i
		}
	}
	out := make([]bool, len(seq))
	if len(tails) > 0 {
		for i := tails[len(tails)-1]; i >= 0; i = link[i] {
			out[i] = true
		}
	}
	return out
}
