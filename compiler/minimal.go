package compiler

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/mdiplan/mdiplan/schema"
)

// manyWriters is from how many steps on it is taken for granted that a finding needs each of them. Only findings about the
// whole estate have so many, and judging the whole once for each would cost more than all the rest.
const manyWriters = 16

// minimise finds the steps that do not earn their place. A step earns it when
//
//   - its own condition asks for it,
//   - a finding that it answers is left at the end: nobody can tell yet what it takes,
//   - a finding, one that it answers or one that would be new, fails without its effects, or
//   - a step that earns its place requires it.
//
// A rule is a function of what it reads. So a finding needs the effects of a step when no other step writes what its rule
// reads, and only where several do it is judged again without them. Steps are tried from the last to the first, and what was
// found superfluous stays away, so that of two steps with the same effect one is left.
func (p *prover) minimise(ctx context.Context) error {
	left := map[schema.FindingRef]bool{}
	for _, f := range p.after.Findings {
		if f.Unresolved() {
			left[schema.FindingRef{Rule: f.Rule, Subject: f.Subject}] = true
		}
	}
	w := &writers{prover: p, bySubject: map[schema.Subject][]int{}, byStep: map[string][]int{}, byRule: map[string]map[string]bool{}, away: map[string]bool{},
		reads: map[string][][]string{}, mirrored: schema.Mirrors(p.world.facts, p.world.intent)}
	for id, rule := range p.rules {
		for _, fact := range rule.Facts {
			w.reads[id] = append(w.reads[id], strings.Split(fact, "."))
		}
	}
	for i, c := range p.written {
		w.bySubject[c.target], w.byStep[c.step] = append(w.bySubject[c.target], i), append(w.byStep[c.step], i)
		if c.target.Kind == "account" {
			w.accounts = append(w.accounts, i)
		}
	}
	required := map[string]bool{} // by a step that earns its place
	var superfluous []schema.Superfluous
	for _, s := range slices.Backward(p.planned) {
		earns := required[s.ID] || p.asked[s.ID]
		for _, ref := range s.Because {
			if earns {
				break
			}
			needed := left[ref]
			if !needed {
				var err error
				if needed, err = w.needed(ctx, s.ID, ref); err != nil {
					return err
				}
			}
			earns = needed
		}
		if !earns {
			var err error
			if earns, err = w.keepsAway(ctx, s.ID, left); err != nil {
				return err
			}
		}
		if earns {
			for _, id := range s.Requires {
				required[id] = true
			}
			continue
		}
		w.drop(s.ID)
		reason := "no condition asks for it, it answers no finding, and no step that earns its place requires it"
		if len(s.Because) > 0 {
			var refs []string
			for _, ref := range s.Because {
				refs = append(refs, fmt.Sprintf("%s at %s", ref.Rule, ref.Subject))
			}
			reason = "what it answers is resolved without it: " + strings.Join(refs, ", ")
		}
		superfluous = append(superfluous, schema.Superfluous{Step: s.ID, Reason: reason})
	}
	slices.Reverse(superfluous)
	p.proof.Superfluous, p.proof.Minimal = superfluous, len(superfluous) == 0
	return nil
}

// writers answers which steps wrote what a finding rests on.
type writers struct {
	*prover
	bySubject map[schema.Subject][]int // indexes of written
	byStep    map[string][]int
	accounts  []int                      // those of them at an account
	byRule    map[string]map[string]bool // by rule: the steps that write what it reads, of whatever subject
	away      map[string]bool            // steps found superfluous
	reads     map[string][][]string      // by rule: the names along the facts that it reads
	mirrored  map[string][]string
}

// drop counts a step as superfluous.
func (w *writers) drop(id string) {
	w.away[id] = true
	for _, steps := range w.byRule {
		delete(steps, id)
	}
}

// needed says whether a resolved finding fails again without what a step did.
func (w *writers) needed(ctx context.Context, id string, ref schema.FindingRef) (bool, error) {
	steps := w.concerning(ref)
	switch {
	case !steps[id]:
		return false, nil
	case len(steps)-1 > manyWriters:
		return true, nil
	}
	return w.failsWithout(ctx, id, ref)
}

// concerning are the steps that stay and on whose changes a finding may rest: those of facts that its rule reads, at a
// subject that its subject sees, and those that change which rules apply.
func (w *writers) concerning(ref schema.FindingRef) map[string]bool {
	if slices.Contains([]string{"deployment", "workspace", "account"}, ref.Subject.Kind) { // they see everything
		if w.byRule[ref.Rule] == nil {
			w.byRule[ref.Rule] = map[string]bool{}
			for i := range w.written {
				w.concern(w.byRule[ref.Rule], i, ref.Rule)
			}
		}
		return w.byRule[ref.Rule]
	}
	out := map[string]bool{}
	add := func(changes []int) {
		for _, i := range changes {
			w.concern(out, i, ref.Rule)
		}
	}
	add(w.accounts)
	for _, s := range w.world.chain(ref.Subject) {
		add(w.bySubject[s])
	}
	for _, s := range w.world.pathsOf(ref.Subject.Key) {
		add(w.bySubject[s])
	}
	if ref.Subject.Kind == "server" || ref.Subject.Kind == "sensor" { // who watches and who is watched see each other
		for _, other := range w.mirrored[ref.Subject.Key] {
			for _, s := range w.world.chain(schema.Subject{Kind: "server", Key: other})[:2] {
				add(w.bySubject[s])
			}
		}
	}
	return out
}

// concern adds the step of a change when it stays and writes what a rule reads.
func (w *writers) concern(steps map[string]bool, i int, rule string) {
	if c := &w.written[i]; !w.away[c.step] && w.touches(c, rule) {
		steps[c.step] = true
	}
}

// touches says whether a change writes what a rule reads.
func (w *writers) touches(c *change, rule string) bool {
	return c.shift || slices.ContainsFunc(w.reads[rule], func(names []string) bool {
		return names[0] == c.target.Kind && overlaps(c.patch, names[1:])
	})
}

// overlaps says whether a patch writes at, above or below a canonical path. A <key> of the path stands for any name.
func overlaps(patch any, names []string) bool {
	object, ok := patch.(map[string]any)
	if !ok || len(names) == 0 {
		return true
	}
	for name, inner := range object {
		if (name == names[0] || strings.HasPrefix(names[0], "<")) && overlaps(inner, names[1:]) {
			return true
		}
	}
	return false
}

// failsWithout says whether a finding is unresolved on facts that lack what a step did.
func (w *writers) failsWithout(ctx context.Context, id string, ref schema.FindingRef) (fails bool, err error) {
	err = w.undone(id, func([]schema.Subject) error {
		findings, err := w.judge.Findings(ctx, ref.Subject)
		for _, f := range findings {
			fails = fails || f.Rule == ref.Rule && f.Unresolved()
		}
		return err
	})
	return fails, err
}

// keepsAway says whether a finding at a subject that a step changed fails without the step, and does not fail with it.
func (w *writers) keepsAway(ctx context.Context, id string, left map[schema.FindingRef]bool) (fails bool, err error) {
	err = w.undone(id, func(targets []schema.Subject) error {
		for _, target := range targets {
			subjects := []schema.Subject{target}
			if target.Kind == "server" || target.Kind == "sensor" {
				subjects = w.world.chain(target)[:2] // a server and its sensor see each other
			}
			for _, s := range subjects {
				findings, err := w.judge.Findings(ctx, s)
				if err != nil {
					return err
				}
				for _, f := range findings {
					fails = fails || f.Outcome == schema.Fail && f.Waived == nil && len(w.rules[f.Rule].Remediation) > 0 && !left[schema.FindingRef{Rule: f.Rule, Subject: f.Subject}]
				}
			}
		}
		return nil
	})
	return fails, err
}

// undone takes back what a step did, calls a function with the subjects it changed, and puts the facts back.
func (w *writers) undone(id string, then func([]schema.Subject) error) error {
	targets := map[schema.Subject]bool{}
	for _, i := range w.byStep[id] {
		targets[w.written[i].target] = true
	}
	for target := range targets {
		restore, fields, err := w.without(target, id)
		if err != nil {
			return err
		}
		w.judge.Touch(target, fields...)
		defer func() { restore(); w.judge.Touch(target, fields...) }()
	}
	return then(sortedSubjects(targets))
}

// without replaces the facts of a subject by what they would be without a step and without those that stay away. It returns
// what puts them back, and the fields that may differ.
func (w *writers) without(target schema.Subject, id string) (restore func(), fields []string, err error) {
	one := single(w.req.Facts, target)
	for _, i := range w.bySubject[target] {
		c := w.written[i]
		if c.step == id || w.away[c.step] {
			fields = slices.AppendSeq(fields, maps.Keys(c.patch))
			continue
		}
		if err := apply(one, target, c.patch); err != nil {
			return nil, nil, fmt.Errorf("step %s without %s: %w", c.step, id, err)
		}
	}
	exchange(w.world.facts, one, target)
	return func() { exchange(w.world.facts, one, target) }, unique(fields), nil
}
