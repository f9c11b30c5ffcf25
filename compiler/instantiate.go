package compiler

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/mdiplan/mdiplan/schema"
)

// instance is one step at one subject while the plan is being made.
type instance struct {
	decl    *Declaration
	subject schema.Subject
	id      string
	state   schema.StepState
	// because are the failing findings this step answers, sorted; worst is the worst severity among them.
	because []schema.FindingRef
	worst   int
	// asked says that spec or facts ask for the step by its when expression.
	asked         bool
	satisfied     string
	held, release []string
	missing       []string
	params        []schema.Param
	requires      []*instance
	follows       []*instance // comes after them where the order allows it, and can do without them
	// needs are what it requires and the steps that answer a blocker of a gate: without them it could not run.
	needs []*instance
	// chosen says that a cut of the plan asks for this, left that it is not in what is kept.
	chosen, left   bool
	duration, wait int64
	due            int64 // after the start, for a step that holds a decision
	// outside says that it is done with the foundation, although its server is in a wave: others share what it sets, or it has to
	// come after servers of any wave.
	outside bool
	// behind are the fronts that it stands behind by a constraint, fronts those that it is part of; apart names what must not
	// run at the same time.
	behind, fronts  []*front
	apart           []string
	node, batch     int
	started, ended  int64
	critical        bool
	number, waveIdx int
}

// stepID is the stable name of a step at a subject.
func stepID(step string, s schema.Subject) string {
	return step + "@" + cmp.Or(s.Key, s.Kind)
}

// compilation is one run of Compile.
type compilation struct {
	*estate
	lib       *Library
	verdict   *schema.Verdict
	rules     map[string]schema.Rule
	instances map[string]*instance
	byStep    map[string][]*instance
	// tooShort are the waves whose window was reported as too short.
	tooShort map[string]bool
	// undecided are the decisions that cannot be taken.
	undecided map[schema.Subject][]schema.Decision
	// firsts caches earliest.
	firsts map[string]map[int][]*instance
	diags  schema.Diagnostics
}

// instantiate decides which step is there at which subject, and in which state. What is on demand waits until a finding or
// another step needs it, and its condition then says whether it may; the steps of a wave are about what is done in the wave,
// and what is agreed or waited for after all waves about what is done in any.
func (c *compilation) instantiate() error {
	asking := func(ofWaves bool) error {
		work := c.working()
		for _, name := range c.lib.names {
			d := c.lib.byName[name]
			if d.expr["when"] == nil || d.OnDemand || c.lib.afterWork(d) != ofWaves {
				continue
			}
			for _, s := range c.subjects(d.Scope) {
				if !c.matches(d, s) || ofWaves && s.Key != foundation && !work[s.Key] && (s.Kind == "wave" || len(work) == 0) {
					continue
				}
				if err := c.ask(d, s); err != nil {
					return err
				}
			}
		}
		return nil
	}
	if err := asking(false); err != nil {
		return err
	}
	for a := range c.answers() {
		d := c.lib.byName[a.step]
		in := c.instances[stepID(a.step, a.subject)]
		if in == nil && d.expr["when"] != nil {
			// The spec decides between alternatives; a finding only adds its reason.
			if !d.OnDemand {
				continue
			}
			if may, err := c.test(d, "when", a.subject); err != nil {
				return err
			} else if may != yes {
				continue
			}
		}
		in, err := c.instance(d, a.subject)
		if err != nil {
			return err
		}
		in.because = append(in.because, a.finding)
		in.worst = min(in.worst, a.severity)
	}
	if err := asking(true); err != nil {
		return err
	}
	// Whoever is in the plan pulls in what it cannot do without.
	work := c.working()
	queue := slices.SortedFunc(maps.Values(c.instances), func(a, b *instance) int { return cmp.Compare(a.id, b.id) })
	for len(queue) > 0 {
		in := queue[0]
		queue = queue[1:]
		if in.state == schema.StepSatisfied {
			continue
		}
		for _, name := range in.decl.Requires {
			d := c.lib.byName[name]
			if !d.OnDemand {
				continue
			}
			for _, s := range c.pulled(in, d, work) {
				if c.instances[stepID(name, s)] != nil || !c.matches(d, s) {
					continue
				}
				if d.expr["when"] != nil {
					if asked, err := c.test(d, "when", s); err != nil {
						return err
					} else if asked == no {
						continue
					}
				}
				needed, err := c.instance(d, s)
				if err != nil {
					return err
				}
				queue = append(queue, needed)
			}
		}
	}
	c.waitForNothing()
	for _, in := range c.instances {
		slices.SortFunc(in.because, func(a, b schema.FindingRef) int {
			return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Subject.String(), b.Subject.String()))
		})
		in.because = slices.Compact(in.because)
	}
	return nil
}

// pulled are the subjects at which a step needs another one. What closes a wave is needed of every wave in which something is
// done, when what needs it is of no wave.
func (c *compilation) pulled(in *instance, d *Declaration, work map[string]bool) []schema.Subject {
	if !c.closing(d, in.subject) {
		return c.joined(in, in.subject, d.Scope)
	}
	return slices.DeleteFunc(c.subjects(d.Scope), func(w schema.Subject) bool { return w.Key == foundation || !work[w.Key] })
}

// waitForNothing takes out of the plan the waits that only others require when nothing that they come after is to be done:
// what was there before has had its time.
func (c *compilation) waitForNothing() {
	for _, in := range c.instances {
		if in.decl.Kind != "wait" || in.state != schema.StepPlanned || in.asked || len(in.because) > 0 {
			continue
		}
		ahead := false
		for _, name := range in.decl.Requires {
			for _, s := range c.related(in.subject, c.lib.byName[name].Scope) {
				other := c.instances[stepID(name, s)]
				ahead = ahead || other != nil && other.state != schema.StepSatisfied
			}
		}
		if !ahead {
			in.state, in.satisfied = schema.StepSatisfied, "Nothing is done that would have to be waited for."
		}
	}
}

// ask makes an instance where a step's own condition holds, and a held one where that cannot be told.
func (c *compilation) ask(d *Declaration, s schema.Subject) error {
	asked, err := c.test(d, "when", s)
	if err != nil || asked == no {
		return err
	}
	in, err := c.instance(d, s)
	if err != nil {
		return err
	}
	in.asked = true
	if asked == untold && in.state == schema.StepPlanned {
		missing := c.missing(d, "when", s)
		for _, a := range c.chain(s) {
			for _, x := range c.undecided[a] { // it waits for its own facts
				if strings.Contains(d.text("when"), "decision."+x.Name) {
					missing = append(missing, x.Missing...)
				}
			}
		}
		in.hold("it cannot be told whether this is needed: "+d.text("when"), unique(missing))
	}
	return nil
}

// working are the waves in which a step that changes something is left to do on a server.
func (c *compilation) working() map[string]bool {
	out := map[string]bool{}
	for _, in := range c.instances {
		if in.subject.Kind == "server" && !in.outside && in.state != schema.StepSatisfied && !slices.Contains(schema.KindsWithoutChange, in.decl.Kind) {
			out[c.waveOf(in.subject.Key)] = true
		}
	}
	return out
}

// answer is a remediation that a failing finding asks for at a subject.
type answer struct {
	step     string
	subject  schema.Subject
	finding  schema.FindingRef
	severity int
}

// answers maps failing findings to the steps their rules name, at the subjects where those steps work.
func (c *compilation) answers() iter.Seq[answer] {
	return func(yield func(answer) bool) {
		for _, f := range c.verdict.Findings {
			steps := c.rules[f.Rule].Remediation
			if f.Outcome == schema.Unknown {
				steps = c.rules[f.Rule].Measure // what nobody knows is measured, never assumed
			}
			if f.Outcome != schema.Fail && f.Outcome != schema.Unknown || f.Waived != nil {
				continue
			}
			for _, step := range steps {
				d := c.lib.byName[step]
				if d == nil {
					c.diags = append(c.diags, schema.Diagnostic{Severity: "warning", Code: "policy_unknown_step", Summary: "Rule names an unknown step",
						Detail: fmt.Sprintf("Rule %s names the remediation %q, which is no step of the library; add it to the step directory or mend the rule.", f.Rule, step)})
					continue
				}
				for _, s := range c.related(f.Subject, d.Scope) {
					if c.matches(d, s) && c.concerns(d, f.Subject) && !yield(answer{step, s, schema.FindingRef{Rule: f.Rule, Subject: f.Subject}, schema.SeverityRank(f.Severity)}) {
						return
					}
				}
			}
		}
	}
}

// instance returns the step at the subject, making it on first use: already satisfied, or planned with its parameters.
func (c *compilation) instance(d *Declaration, s schema.Subject) (*instance, error) {
	id := stepID(d.Name, s)
	if in := c.instances[id]; in != nil {
		return in, nil
	}
	in := &instance{decl: d, subject: s, id: id, state: schema.StepPlanned, worst: len(schema.Severities)}
	c.instances[id] = in
	c.byStep[d.Name] = append(c.byStep[d.Name], in)
	for name, target := range map[string]*int64{"duration": &in.duration, "wait": &in.wait, "due": &in.due} {
		text, err := c.text(d, name, s)
		if err != nil {
			return nil, err
		}
		if text == "" {
			continue
		}
		seconds, err := parseDuration(text)
		if err != nil {
			return nil, fmt.Errorf("step %s at %s: %s: %w", d.Name, s, name, err)
		}
		*target = seconds
	}
	if d.expr["outside_waves"] != nil {
		outside, err := c.test(d, "outside_waves", s)
		if err != nil {
			return nil, err
		}
		in.outside = outside == yes
	}
	if d.expr["done"] != nil {
		done, err := c.test(d, "done", s)
		if err != nil {
			return nil, err
		}
		if done == yes {
			in.state, in.satisfied = schema.StepSatisfied, "The facts already show it: "+d.text("done")
			return in, nil
		}
	}
	params, missing, err := c.params(d, s)
	if err != nil {
		return nil, err
	}
	in.params = params
	if len(missing) > 0 {
		in.hold("its parameters rest on facts that nobody read", missing)
	}
	return in, nil
}

// hold takes a step out of the plan with its reason; missing facts become what would release it.
func (in *instance) hold(reason string, missing []string) {
	in.state = schema.StepHeld
	if !slices.Contains(in.held, reason) {
		in.held = append(in.held, reason)
	}
	in.missing = append(in.missing, missing...)
	if len(missing) > 0 {
		in.release = append(in.release, "collect "+strings.Join(missing, ", "))
	}
}

// existing are the instances of a step that a requirement of in is joined to. Where a required step has no instance at a
// subject for which it is meant, the requirement passes through to what that step requires itself there; it never passes on
// to another wave than that of in, unless in is of no wave and comes after the work of all.
func (c *compilation) existing(in *instance, name string) []*instance {
	type place struct {
		step string
		at   schema.Subject
	}
	var visited map[place]bool // once a requirement passes through; most find what they are joined to at once
	var out []*instance
	var join func(name string, from schema.Subject)
	join = func(name string, from schema.Subject) {
		if visited[place{name, from}] {
			return
		}
		if visited != nil {
			visited[place{name, from}] = true
		}
		d := c.lib.byName[name]
		related := c.joined(in, from, d.Scope)
		closing := c.closing(d, in.subject)
		if closing {
			related = c.subjects(d.Scope)
		}
		found := false
		if len(c.byStep[name]) > 0 {
			for _, s := range related {
				if !closing && from != in.subject && s.Kind == "wave" && s.Key != c.waveIn(in) {
					continue
				}
				if other := c.instances[stepID(name, s)]; other != nil && other != in {
					out = append(out, other)
					found = true
				}
			}
		}
		if found {
			return
		}
		if visited == nil {
			visited = map[place]bool{{name, from}: true}
		}
		for _, s := range related {
			if !c.matches(d, s) {
				continue
			}
			for _, further := range d.Requires {
				join(further, s)
			}
		}
	}
	join(name, in.subject)
	return out
}

// waveIn is the wave in which a step is done.
func (c *compilation) waveIn(in *instance) string {
	if in.outside {
		return foundation
	}
	return c.waveFor(in.subject)
}

// closing says whether a step of waves is required at every wave: what comes after the work of a wave comes after that of all.
func (c *compilation) closing(d *Declaration, from schema.Subject) bool {
	return d.Scope == "wave" && from.Kind != "server" && from.Kind != "wave" && c.lib.closes(d, map[string]bool{})
}

// waveFor is the wave in which something is done at a subject.
func (e *estate) waveFor(s schema.Subject) string {
	switch s.Kind {
	case "wave":
		return s.Key
	case "server":
		return e.waveOf(s.Key)
	}
	return foundation
}

// joined are the subjects of a scope that a step is joined to from a subject on its way; the wave of a step that is done ahead of
// the waves is the foundation.
func (e *estate) joined(in *instance, from schema.Subject, scope string) []schema.Subject {
	if in.outside && scope == "wave" {
		return []schema.Subject{{Kind: "wave", Key: foundation}}
	}
	return e.related(from, scope)
}
