package compiler

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/mdiplan/mdiplan/schema"
)

// after returns the estate with a copy of its facts, which effects may change.
func (e *estate) after() *estate {
	return e.on(schema.Clone(e.facts))
}

// on is the same estate with other facts.
func (e *estate) on(facts *schema.Facts) *estate {
	other := *e
	other.facts, other.firstRuns = facts, map[*Declaration]bool{}
	return &other
}

// blocking are the findings that close the gate of a step at a subject.
func (e *estate) blocking(d *Declaration, s schema.Subject, at func(schema.Subject) ([]schema.Finding, error), rules map[string]schema.Rule) ([]schema.Finding, error) {
	if s.Kind == "server" {
		return e.blockingSensor(s, at, rules)
	}
	return e.unanswered(d, s, at, rules)
}

// unanswered are the unresolved blockers that the steps which d requires are there to answer, at a subject that is no server, at
// what it belongs to and at the people who take part.
func (e *estate) unanswered(d *Declaration, s schema.Subject, at func(schema.Subject) ([]schema.Finding, error), rules map[string]schema.Rule) ([]schema.Finding, error) {
	subjects := slices.DeleteFunc(e.chain(s), func(a schema.Subject) bool { return a.Kind == "deployment" })
	for _, key := range slices.Sorted(keysOf(e.facts.Accounts)) {
		subjects = append(subjects, schema.Subject{Kind: "account", Key: key})
	}
	var out []schema.Finding
	for _, a := range subjects {
		findings, err := at(a)
		if err != nil {
			return nil, err
		}
		for _, f := range findings {
			answered := slices.ContainsFunc(rules[f.Rule].Remediation, func(step string) bool { return slices.Contains(d.Requires, step) })
			if answered && f.Severity == schema.Severities[0] && f.Unresolved() {
				out = append(out, f)
			}
		}
	}
	return out, nil
}

// blockingSensor are the findings that stand between a server and its sensor: unresolved blockers at the server, at what it
// belongs to, at the accounts that serve it and at its paths.
func (e *estate) blockingSensor(server schema.Subject, at func(schema.Subject) ([]schema.Finding, error), rules map[string]schema.Rule) ([]schema.Finding, error) {
	fqdn := server.Key
	subjects := e.chain(server)
	subjects = append(subjects, e.pathsOf(fqdn)...)
	subjects = append(subjects, e.related(server, "account")...)
	var out []schema.Finding
	generations := e.generations(fqdn)
	if s := e.intent.Sensors[fqdn]; s != nil && s.Generation != "" {
		generations = []string{s.Generation} // a sensor that moves is not held by what only the one it leaves asks for
	}
	for _, s := range subjects {
		if s.Kind == "deployment" && !e.deploymentFails {
			continue
		}
		findings, err := at(s)
		if err != nil {
			return nil, err
		}
		for _, f := range findings {
			if s.Kind == "deployment" && f.Outcome != schema.Fail {
				continue // one server that nobody could read must not hold all others; the verdict still says unknown
			}
			if f.Severity == schema.Severities[0] && f.Unresolved() && forGeneration(rules[f.Rule], generations) {
				out = append(out, f)
			}
		}
	}
	return out, nil
}

// deploymentFails says whether a blocker of the deployment as a whole fails before the first step. Only then is it worth
// judging the whole estate again at every gate; what a step breaks itself shows in the audit that ends the proof.
func deploymentFails(v *schema.Verdict) bool {
	return slices.ContainsFunc(v.Findings, func(f schema.Finding) bool {
		return f.Subject.Kind == "deployment" && f.Outcome == schema.Fail && f.Waived == nil && f.Severity == schema.Severities[0]
	})
}

func forGeneration(r schema.Rule, generations []string) bool {
	return len(r.Generations) == 0 || len(generations) == 0 || slices.ContainsFunc(generations, func(g string) bool {
		return slices.Contains(r.Generations, g) || g == "standalone" && slices.Contains(r.Generations, "sa")
	})
}

func (e *estate) pathsOf(fqdn string) []schema.Subject {
	if e.paths == nil {
		e.paths = map[string][]schema.Subject{}
		for _, key := range slices.Sorted(keysOf(e.facts.Paths)) {
			of := e.facts.ServerOf(key)
			e.paths[of] = append(e.paths[of], schema.Subject{Kind: "path", Key: key})
		}
	}
	return e.paths[fqdn]
}

// simulate walks the plan in a world that begin makes, and holds what could not run: a step whose precondition is not met at
// its turn, one that comes after a first that nobody made, a gated step with a blocker left, whatever waits for those, and
// what was only there for those. Where something that would have changed the facts goes, it walks once more: others may have
// counted on it.
func (c *compilation) simulate(ctx context.Context, begin func() (*estate, Judge), ordered []*instance) error {
	for again := false; ; again = true {
		if err := c.walk(ctx, begin, ordered, again); err != nil {
			return err
		}
		watch := c.keepWatch(ordered)
		if !c.withdraw(ordered) && !watch {
			return nil
		}
	}
}

// walk is one walk through the plan. What an earlier one held has its reasons: that something was held for its sake is none.
func (c *compilation) walk(ctx context.Context, begin func() (*estate, Judge), ordered []*instance, again bool) error {
	asks := func(in *instance) bool {
		return in.state == schema.StepPlanned && (in.decl.Gate || in.decl.expr["precondition"] != nil)
	}
	// Where nothing is asked of the facts on the way, there is no need to change them.
	var world *estate
	var judge Judge
	if slices.ContainsFunc(ordered, asks) {
		world, judge = begin()
	}
	made := firsts{}
	for _, in := range ordered {
		if err := ctx.Err(); err != nil {
			return err
		}
		if in.state == schema.StepSatisfied || again && in.state == schema.StepHeld {
			continue
		}
		c.inheritHold(in)
		if in.state == schema.StepPlanned && !made[in.decl.Name] && c.waitsForFirst(in.decl, in.subject) {
			roles := strings.Join(in.decl.AfterFirst.Roles, " or ")
			in.hold(fmt.Sprintf("%s has to come first at a server whose role is %s, and none comes before", in.decl.AfterFirst.Step, roles)+c.heldFirsts(in), nil)
			in.release = append(in.release, fmt.Sprintf("plan such a sensor on a server whose role is %s in an earlier wave, or collect sensor.generation and sensor.service_status of one that has it", roles))
		}
		if in.state == schema.StepPlanned && in.decl.expr["precondition"] != nil {
			met, err := world.test(in.decl, "precondition", in.subject)
			if err != nil {
				return err
			}
			if met != yes {
				in.hold("its precondition is not met: "+in.decl.text("precondition")+world.named(in.decl, "precondition", in.subject), world.missing(in.decl, "precondition", in.subject))
				if met == no {
					in.release = append(in.release, "make its precondition true, collect the facts again and plan again")
				}
			}
		}
		if in.state == schema.StepPlanned && in.decl.Gate {
			blockers, err := world.blocking(in.decl, in.subject, func(s schema.Subject) ([]schema.Finding, error) { return judge.Findings(ctx, s) }, c.rules)
			if err != nil {
				return err
			}
			for _, f := range blockers {
				in.hold(c.blockerReason(f), nil)
				in.release = append(in.release, c.release(f))
			}
		}
		if in.state != schema.StepPlanned {
			continue
		}
		made.note(c.estate, c.lib, in.decl.Name, in.subject)
		if world == nil {
			continue
		}
		if _, _, err := world.perform(judge, in.decl, in.subject); err != nil {
			return err
		}
	}
	return nil
}

// heldFirsts says of those that could go first why they cannot, and lets their release be that of the step. Three are enough to
// see what is the matter.
func (c *compilation) heldFirsts(in *instance) string {
	var out []string
	for _, other := range slices.SortedFunc(slices.Values(c.byStep[in.decl.AfterFirst.Step]), func(a, b *instance) int { return strings.Compare(a.id, b.id) }) {
		if other.state == schema.StepHeld && c.isFirst(in.decl, other.subject.Key) && len(out) < 3 {
			out = append(out, other.id+" "+strings.Join(other.held, " and "))
			in.release = append(in.release, other.release...)
		}
	}
	if len(out) == 0 {
		return ""
	}
	return ": " + strings.Join(out, "; ")
}

// named lists what the maps that an expression reads hold for a subject: whoever has to make it true looks for names.
func (e *estate) named(d *Declaration, name string, s schema.Subject) string {
	chain := e.chain(s)
	var out []string
	for _, t := range d.expr[name].Variables() {
		names := traversalNames(t)
		if roots[names[0]] == nil && names[0] != "failed" {
			continue
		}
		var value any
		found := true
		if names[0] == "failed" {
			value = e.failedBefore(s)
		} else {
			value, found = schema.Lookup(e.object(names[0], chain).Interface(), names[1:])
		}
		if v := reflect.ValueOf(value); found && v.Kind() == reflect.Map && v.Len() > 0 {
			var keys []string
			for _, key := range v.MapKeys() {
				keys = append(keys, key.String())
			}
			out = append(out, strings.Join(names, ".")+" has "+strings.Join(slices.Sorted(slices.Values(keys)), ", "))
		}
	}
	if out = unique(out); len(out) == 0 {
		return ""
	}
	return " (" + strings.Join(out, "; ") + ")"
}

// keepWatch holds what takes the present watch from a server whose sensor is held, and says whether there was any: what came
// after it has to be asked again.
func (c *compilation) keepWatch(ordered []*instance) bool {
	gates := map[schema.Subject][]*instance{}
	for _, in := range ordered {
		if in.decl.Gate && in.state != schema.StepSatisfied {
			gates[in.subject] = append(gates[in.subject], in)
		}
	}
	found := false
	for _, in := range ordered {
		if in.state != schema.StepPlanned || !in.decl.OnlyWithGate {
			continue
		}
		open := slices.ContainsFunc(gates[in.subject], func(gate *instance) bool { return gate.state == schema.StepPlanned })
		if open || len(gates[in.subject]) == 0 {
			continue
		}
		in.hold("the sensor of this server is held, and nothing else would watch it", nil)
		for _, gate := range gates[in.subject] {
			in.release = append(in.release, gate.release...)
		}
		found = true
	}
	return found
}

// firsts are the steps that come after the first of their kind and no longer have to wait, because one was made.
type firsts map[string]bool

func (f firsts) note(e *estate, lib *Library, step string, s schema.Subject) {
	for _, d := range lib.later[step] {
		f[d.Name] = f[d.Name] || e.isFirst(d, s.Key)
	}
}

// withdraw holds what is in the plan only because others require it when none of those is planned any more; what a cut asks for
// stays. It says whether one of them states what it changes.
func (c *compilation) withdraw(ordered []*instance) (changed bool) {
	wanted := map[*instance]bool{}
	waiting := map[*instance]*instance{}
	for _, in := range slices.Backward(ordered) {
		if in.state == schema.StepPlanned && !in.asked && !in.chosen && len(in.because) == 0 && !wanted[in] {
			changed = changed || in.decl.HasEffects()
			reason := "nothing in the plan requires it"
			if other := waiting[in]; other != nil {
				reason = "what requires it is held: " + other.id
				in.release = append(in.release, other.release...)
			}
			in.hold(reason, nil)
		}
		for _, other := range in.requires {
			if in.state == schema.StepPlanned {
				wanted[other] = true
			} else {
				waiting[other] = in
			}
		}
	}
	return changed
}

// perform applies a step's effects to the facts, tells the judge, and returns the effects. A step without effects changes
// nothing that is known; stated then is false.
func (e *estate) perform(judge Judge, d *Declaration, s schema.Subject) (patches map[schema.Subject]map[string]any, stated bool, err error) {
	patches, stated, err = e.patches(d, s)
	if err != nil {
		return nil, false, err
	}
	for _, target := range sortedSubjects(patches) {
		if err := apply(e.facts, target, patches[target]); err != nil {
			return nil, false, fmt.Errorf("step %s at %s: effects on %s: %w", d.Name, s, target, err)
		}
		judge.Touch(target, slices.Sorted(maps.Keys(patches[target]))...)
		if target.Kind == "server" || target.Kind == "sensor" {
			clear(e.firstRuns)
		}
	}
	return patches, stated, nil
}

func sortedSubjects[V any](m map[schema.Subject]V) []schema.Subject {
	return slices.SortedFunc(maps.Keys(m), func(a, b schema.Subject) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Key, b.Key)) })
}

// inheritHold holds a step whose requirement is held. Of requirements at several servers that a wave or a domain waits
// for, one that can run is enough: one held server does not stop the others, be it the only one of its generation.
func (c *compilation) inheritHold(in *instance) {
	if !slices.ContainsFunc(in.requires, func(other *instance) bool { return other.state == schema.StepHeld }) {
		return
	}
	belongs := c.chain(in.subject)
	open, held, elsewhere := map[string]bool{}, map[string]*instance{}, false
	for _, other := range in.requires {
		if other.state != schema.StepHeld {
			open[other.decl.Name] = true
			elsewhere = elsewhere || in.subject.Kind == "wave" && other.subject.Kind == "server"
			continue
		}
		if slices.Contains(belongs, other.subject) || other.subject.Kind == "wave" {
			in.hold("waits for "+other.id+", which is held", nil)
			in.release = append(in.release, other.release...)
			continue
		}
		held[other.decl.Name] = other
	}
	for _, name := range slices.Sorted(keysOf(held)) {
		switch {
		case !open[name] && !(elsewhere && held[name].subject.Kind == "server"):
			in.hold("waits for "+name+", which is held everywhere", nil)
			in.release = append(in.release, held[name].release...)
		case in.decl.AllRequired:
			in.hold("waits for "+held[name].id+", which is held", nil)
			in.release = append(in.release, held[name].release...)
		}
	}
}

func (c *compilation) blockerReason(f schema.Finding) string {
	title := c.rules[f.Rule].Title
	switch f.Outcome {
	case schema.Unknown:
		return fmt.Sprintf("%s at %s is unknown: %s", f.Rule, f.Subject, title)
	case schema.Failed:
		return fmt.Sprintf("%s at %s could not be judged: %s", f.Rule, f.Subject, f.Error)
	}
	return fmt.Sprintf("%s at %s fails: %s", f.Rule, f.Subject, title)
}

func (c *compilation) release(f schema.Finding) string {
	if f.Outcome == schema.Unknown {
		return "collect " + strings.Join(cmpOr(f.Missing, c.rules[f.Rule].Facts), ", ")
	}
	if steps := c.rules[f.Rule].Remediation; len(steps) > 0 {
		return fmt.Sprintf("do %s, collect the facts again and plan again", strings.Join(steps, " or "))
	}
	return fmt.Sprintf("change what %s asks for, or waive the rule", f.Rule)
}

func cmpOr(a, b []string) []string {
	if len(a) > 0 {
		return a
	}
	return b
}
