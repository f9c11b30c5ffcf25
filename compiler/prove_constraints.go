package compiler

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/mdiplan/mdiplan/schema"
)

// ProveOrder holds the planned steps of a runbook, and their times, to the ordering constraints and to nothing else: of the proof
// it fills Constraints, Preferences, Violations and Sound.
func ProveOrder(req Request, r *schema.Runbook) (schema.Proof, error) {
	p := &prover{req: req, proof: schema.Proof{Sound: true}}
	for i := range r.Steps {
		if r.Steps[i].State == schema.StepPlanned {
			p.planned = append(p.planned, &r.Steps[i])
		}
	}
	err := p.checkConstraints(r)
	return p.proof, err
}

// extent is where the steps of one stage lie in the plan: the first and the last, by place in the list and by the clock. A step
// reaches to the end of its waiting time.
type extent struct {
	first, last             int // indexes of planned
	soonest, latest, ending int
}

// span is a planned step in seconds; over is when those that wait for it may start.
type span struct{ from, to, over int64 }

// checkConstraints holds the list of planned steps, and their times, to the constraints. It looks at nothing but names, subjects,
// waves and times: what the steps require, and how the order came about, counts for nothing here.
func (p *prover) checkConstraints(r *schema.Runbook) error {
	start := newEstate(p.req.Spec, p.req.Facts, p.req.Intent, p.req.Run, r.Decisions)
	k := &keeper{prover: p, binding: start.bind(p.req.Steps), filed: map[filing]*extent{}, groups: map[filing][]int{}, used: map[string]int{}, broken: map[string]*schema.Preference{}}
	for i, s := range p.planned {
		k.add(i, s)
	}
	p.bound = map[string][]string{}
	for i, s := range p.planned {
		for _, place := range k.placed[i] {
			if c := k.lib.constraints[place.constraint]; c.Kind == "order" && k.ordered(i, place) {
				k.used[c.ID]++
				p.bound[s.ID] = append(p.bound[s.ID], c.ID)
			}
		}
	}
	for _, f := range slices.SortedFunc(maps.Keys(k.groups), compareFilings) {
		k.kept(k.lib.constraints[f.constraint], k.groups[f])
	}
	for _, c := range k.lib.constraints {
		if k.used[c.ID] > 0 {
			p.proof.Constraints = append(p.proof.Constraints, schema.ConstraintUse{ID: c.ID, Title: c.Title, Because: c.Because, Hard: c.Hard, Steps: k.used[c.ID]})
		}
		if k.broken[c.ID] != nil {
			p.proof.Preferences = append(p.proof.Preferences, *k.broken[c.ID])
		}
	}
	for id := range p.bound {
		p.bound[id] = unique(p.bound[id])
	}
	return k.fault
}

func compareFilings(a, b filing) int {
	return cmp.Or(cmp.Compare(a.constraint, b.constraint), cmp.Compare(a.stage, b.stage), cmp.Compare(a.at.Kind, b.at.Kind), cmp.Compare(a.at.Key, b.at.Key))
}

// keeper is one check of all constraints.
type keeper struct {
	*prover
	*binding
	spans  []span
	placed [][]place
	filed  map[filing]*extent
	groups map[filing][]int // what must not meet, or must not be there twice
	used   map[string]int
	broken map[string]*schema.Preference
}

func (k *keeper) add(i int, s *schema.Step) {
	at := func(text string) int64 {
		t, err := time.Parse(time.RFC3339, text)
		if err != nil {
			k.violate(s.ID, "it has no time: %q", text)
			return 0
		}
		return t.Unix()
	}
	x := span{from: at(s.StartsAt), to: at(s.EndsAt)}
	x.over = x.to + s.WaitSeconds
	k.spans, k.placed = append(k.spans, x), append(k.placed, k.places(s.Step, s.Subject))
	for _, p := range k.placed[i] {
		for _, f := range k.under(p, s.Subject, waveOfStep(s)) {
			if k.lib.constraints[p.constraint].Kind != "order" {
				k.groups[f] = append(k.groups[f], i)
				continue
			}
			e := k.filed[f]
			if e == nil {
				k.filed[f] = &extent{i, i, i, i, i}
				continue
			}
			e.last = i
			if x.over < k.spans[e.soonest].over {
				e.soonest = i
			}
			if x.over > k.spans[e.latest].over {
				e.latest = i
			}
			if x.to > k.spans[e.ending].to {
				e.ending = i
			}
		}
	}
}

func waveOfStep(s *schema.Step) string {
	if s.Subject.Kind == "wave" {
		return s.Subject.Key
	}
	return cmp.Or(s.Wave, foundation)
}

// ordered checks that everything that a constraint puts before a step is over when it starts; it says whether there is anything.
func (k *keeper) ordered(i int, p place) bool {
	s, c, bound := k.planned[i], k.lib.constraints[p.constraint], false
	for stage := range p.stage {
		some := c.Stages[stage].Some
		soonest, first := -1, -1
		before := k.binding.before(p.constraint, stage, s.Subject, waveOfStep(s))
		if some && k.runs(before) {
			continue
		}
		for _, f := range before {
			e := k.filed[f]
			if e == nil {
				continue
			}
			bound = true
			if some {
				if first < 0 || e.first < first {
					first = e.first
				}
				if soonest < 0 || k.spans[e.soonest].over < k.spans[soonest].over {
					soonest = e.soonest
				}
				continue
			}
			switch {
			case e.last > i:
				k.breaks(c, s, "%s has to come before it, and comes after it", k.planned[e.last].ID)
			case k.spans[e.latest].over > k.spans[i].from:
				k.breaks(c, s, "%s has to be over before it starts, and is not", k.planned[e.latest].ID)
			case c.gap > 0 && stage == 0 && p.stage == len(c.Stages)-1 && k.spans[e.ending].to+c.gap > k.spans[i].from:
				k.breaks(c, s, "%s has to pass after %s", c.Gap, k.planned[e.ending].ID)
			}
		}
		switch {
		case first < 0:
		case first > i:
			k.breaks(c, s, "one step such as %s has to come before it, and none does", k.planned[first].ID)
		case k.spans[soonest].over > k.spans[i].from:
			k.breaks(c, s, "one step such as %s has to be over before it starts, and none is", k.planned[soonest].ID)
		}
	}
	return bound
}

// kept checks a group of steps that must not meet, or of which there is only one.
func (k *keeper) kept(c *Constraint, group []int) {
	subjects := map[schema.Subject]bool{}
	for _, i := range group {
		subjects[k.planned[i].Subject] = true
	}
	if c.Kind == "once" {
		k.used[c.ID] += len(group)
		for _, i := range group[1:] {
			k.breaks(c, k.planned[i], "it is there already: %s", k.planned[group[0]].ID)
		}
		return
	}
	if len(subjects) < 2 {
		return
	}
	k.used[c.ID] += len(group)
	byStart := slices.SortedFunc(slices.Values(group), func(a, b int) int { return cmp.Or(cmp.Compare(k.spans[a].from, k.spans[b].from), cmp.Compare(a, b)) })
	last := byStart[0]
	for _, i := range byStart[1:] {
		if k.planned[i].Subject != k.planned[last].Subject && k.spans[i].from < k.spans[last].to {
			k.breaks(c, k.planned[i], "it must not run at the same time as %s", k.planned[last].ID)
		}
		if k.spans[i].to > k.spans[last].to {
			last = i
		}
	}
	for _, i := range group {
		p := k.planned[i]
		k.bound[p.ID] = append(k.bound[p.ID], c.ID)
	}
}

// breaks notes a constraint that is not kept: a hard one is a violation, a soft one is named with its first step.
func (k *keeper) breaks(c *Constraint, s *schema.Step, format string, args ...any) {
	reason := fmt.Sprintf(format, args...)
	if c.Hard {
		k.proof.Sound = false
		k.proof.Violations = append(k.proof.Violations, schema.Violation{Step: s.ID, Reason: c.Title + ": " + reason, Constraint: c.ID})
		return
	}
	if k.broken[c.ID] == nil {
		k.broken[c.ID] = &schema.Preference{Constraint: c.ID, Title: c.Title, Step: s.ID, Reason: reason}
	}
	k.broken[c.ID].Steps++
}
