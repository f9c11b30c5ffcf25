package compiler

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/mdiplan/mdiplan/schema"
)

// after returns the estate with a copy of its facts, which effects may change.
func (e *estate) after() *estate {
	copied := *e
	copied.facts = schema.Clone(e.facts)
	return &copied
}

// blocking are the findings that stand between a server and its sensor: unresolved blockers at the server, at what it
// belongs to, at the accounts that serve it and at its paths.
func (e *estate) blocking(fqdn string, at func(schema.Subject) ([]schema.Finding, error), rules map[string]schema.Rule) ([]schema.Finding, error) {
	server := schema.Subject{Kind: "server", Key: fqdn}
	subjects := e.chain(server)
	subjects = append(subjects, e.pathsOf(fqdn)...)
	subjects = append(subjects, e.related(server, "account")...)
	var out []schema.Finding
	generations := e.generations(fqdn)
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

// simulate walks the plan on a copy of the facts and holds what could not run: a step whose precondition is not met at
// its turn, a gated step with a blocker left, and whatever waits for those.
func (c *compilation) simulate(ctx context.Context, open func(*schema.Facts, *schema.Intent) Judge, ordered []*instance) error {
	world := c.after()
	judge := open(world.facts, world.intent)
	for _, in := range ordered {
		if err := ctx.Err(); err != nil {
			return err
		}
		if in.state == schema.StepSatisfied {
			continue
		}
		c.inheritHold(in)
		if in.state != schema.StepPlanned {
			continue
		}
		if in.decl.expr["precondition"] != nil {
			met, err := world.test(in.decl, "precondition", in.subject)
			if err != nil {
				return err
			}
			if met != yes {
				in.hold("its precondition is not met: "+in.decl.text("precondition"), world.missing(in.decl, "precondition", in.subject))
			}
		}
		if in.decl.Gate {
			blockers, err := world.blocking(in.subject.Key, func(s schema.Subject) ([]schema.Finding, error) { return judge.Findings(ctx, s) }, c.rules)
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
		if err := world.perform(judge, in.decl, in.subject); err != nil {
			return err
		}
	}
	return nil
}

// perform applies a step's effects to the facts and tells the judge. A step without effects changes nothing that is known.
func (e *estate) perform(judge Judge, d *Declaration, s schema.Subject) error {
	patches, _, err := e.patches(d, s)
	if err != nil {
		return err
	}
	for _, target := range slices.SortedFunc(keysOfSubjects(patches), func(a, b schema.Subject) int { return cmp.Compare(a.String(), b.String()) }) {
		if err := apply(e.facts, target, patches[target]); err != nil {
			return fmt.Errorf("step %s at %s: effects on %s: %w", d.Name, s, target, err)
		}
		judge.Touch(target)
	}
	return nil
}

func keysOfSubjects[V any](m map[schema.Subject]V) func(func(schema.Subject) bool) {
	return func(yield func(schema.Subject) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// inheritHold holds a step whose requirement is held. Of requirements at several servers that a wave or a domain waits
// for, one that can run is enough: one held server does not stop the others.
func (c *compilation) inheritHold(in *instance) {
	belongs := c.chain(in.subject)
	open, held := map[string]bool{}, map[string]*instance{}
	for _, other := range in.requires {
		if other.state != schema.StepHeld {
			open[other.decl.Name] = true
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
		if !open[name] {
			in.hold("waits for "+name+", which is held everywhere", nil)
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

// prove replays a finished runbook on a fresh copy of the facts with a judge of its own. It trusts nothing the compiler
// concluded on the way: order, preconditions and gates are checked again from the runbook's own list of steps.
func prove(ctx context.Context, req Request, r *schema.Runbook, decisions []schema.Decision) (schema.Proof, error) {
	world := newEstate(req.Spec, req.Facts, req.Intent, req.Run, decisions).after()
	judge := req.Judge(world.facts, world.intent)
	before, err := judge.Audit(ctx)
	if err != nil {
		return schema.Proof{}, err
	}
	world.deploymentFails = deploymentFails(before)
	rules := map[string]schema.Rule{}
	for _, rule := range before.Rules {
		rules[rule.ID] = rule
	}
	proof := schema.Proof{Sound: true, Complete: true}
	violate := func(id, format string, args ...any) {
		proof.Sound = false
		proof.Violations = append(proof.Violations, schema.Violation{Step: id, Reason: fmt.Sprintf(format, args...)})
	}
	finished := map[string]bool{}
	known := map[string]schema.StepState{}
	for _, s := range r.Steps {
		known[s.ID] = s.State
	}
	for _, s := range r.Steps {
		if s.State != schema.StepPlanned {
			continue
		}
		if err := ctx.Err(); err != nil {
			return schema.Proof{}, err
		}
		d, _ := req.Steps.Step(s.Step)
		for _, id := range s.Requires {
			if known[id] == schema.StepPlanned && !finished[id] {
				violate(s.ID, "%s is required and comes later", id)
			}
		}
		if d.expr["precondition"] != nil {
			met, err := world.test(d, "precondition", s.Subject)
			if err != nil {
				return schema.Proof{}, err
			}
			if met != yes {
				violate(s.ID, "the precondition does not hold: %s", d.text("precondition"))
			}
		}
		if d.Gate {
			proof.Audits++
			blockers, err := world.blocking(s.Subject.Key, func(x schema.Subject) ([]schema.Finding, error) { return judge.Findings(ctx, x) }, rules)
			if err != nil {
				return schema.Proof{}, err
			}
			for _, f := range blockers {
				violate(s.ID, "%s at %s is %s", f.Rule, f.Subject, f.Outcome)
			}
		}
		if _, stated, err := world.patches(d, s.Subject); err != nil {
			return schema.Proof{}, err
		} else if !stated && len(s.Because) > 0 {
			proof.Unproven = append(proof.Unproven, s.ID)
		}
		if err := world.perform(judge, d, s.Subject); err != nil {
			return schema.Proof{}, err
		}
		finished[s.ID] = true
		proof.Steps++
	}
	afterwards, err := judge.Audit(ctx)
	if err != nil {
		return schema.Proof{}, err
	}
	failing := map[schema.FindingRef]bool{}
	for _, f := range afterwards.Findings {
		if f.Outcome != schema.Fail || f.Waived != nil {
			continue
		}
		ref := schema.FindingRef{Rule: f.Rule, Subject: f.Subject}
		failing[ref] = true
		if len(rules[f.Rule].Remediation) > 0 {
			proof.Complete = false
			proof.Remaining = append(proof.Remaining, ref)
		}
	}
	for _, f := range before.Findings {
		if f.Outcome == schema.Fail && f.Waived == nil && !failing[schema.FindingRef{Rule: f.Rule, Subject: f.Subject}] {
			proof.Resolved++
		}
	}
	return proof, nil
}
