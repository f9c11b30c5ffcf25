package compiler

import (
	"context"
	"fmt"
	"slices"

	"github.com/mdiplan/mdiplan/schema"
)

// Prove replays a runbook on a fresh copy of the facts with a judge of its own, and says what can be said of it. It trusts
// nothing the compiler concluded on the way: order, preconditions and gates are checked from the runbook's own list of
// steps. The intent of the request holds the decisions of the runbook.
func Prove(ctx context.Context, req Request, r *schema.Runbook) (schema.Proof, error) {
	judge := req.Judge(req.Facts, req.Intent)
	before, err := judge.Audit(ctx)
	if err != nil {
		return schema.Proof{}, err
	}
	p := &prover{req: req, before: before, judge: judge}
	return p.prove(ctx, r)
}

// prover is one proof. The world is what the facts have become so far.
type prover struct {
	req    Request
	before *schema.Verdict // of the facts as they were read
	// undecided is the intent before decisions were taken; nil when they are not to be taken again.
	undecided *schema.Intent

	world    *estate
	judge    Judge // of before, then of the world
	rules    map[string]schema.Rule
	proof    schema.Proof
	planned  []*schema.Step
	finished map[string]bool
	asked    map[string]bool // planned steps that their own condition asks for, or who cut the plan
	written  []change        // in order
	after    *schema.Verdict
	bound    map[string][]string // by step: the constraints that bind it
}

// change is what one step did to the facts of one subject.
type change struct {
	step   string
	target schema.Subject
	patch  map[string]any
	// shift says that it changed which generations there are on a server, hence which rules apply to it.
	shift bool
}

func (p *prover) violate(id, format string, args ...any) {
	p.proof.Sound = false
	p.proof.Violations = append(p.proof.Violations, schema.Violation{Step: id, Reason: fmt.Sprintf(format, args...)})
}

func (p *prover) prove(ctx context.Context, r *schema.Runbook) (schema.Proof, error) {
	p.proof = schema.Proof{Sound: true, Complete: true, Partial: r.Cut != nil && len(r.Cut.Left) > 0}
	p.rules, p.finished, p.asked = map[string]schema.Rule{}, map[string]bool{}, map[string]bool{}
	for _, rule := range p.before.Rules {
		p.rules[rule.ID] = rule
	}
	p.world = newEstate(p.req.Spec, p.req.Facts, p.req.Intent, p.req.Run, r.Decisions).after()
	p.world.cloud = p.judge.Cloud()
	p.world.deploymentFails = deploymentFails(p.before)
	p.judge = p.req.fork(p.judge, p.world)
	if err := p.demand(r); err != nil {
		return schema.Proof{}, err
	}
	if err := p.replay(ctx, r); err != nil {
		return schema.Proof{}, err
	}
	p.checkTimes(r)
	if err := p.checkConstraints(r); err != nil {
		return schema.Proof{}, err
	}
	var err error
	if p.after, err = p.judge.Audit(ctx); err != nil {
		return schema.Proof{}, err
	}
	p.complete()
	p.before = nil // it is large, and nothing is compared with it any more
	if err := p.minimise(ctx); err != nil {
		return schema.Proof{}, err
	}
	if err := p.converge(ctx, r); err != nil { // the last, for it goes on from there
		return schema.Proof{}, err
	}
	return p.proof, nil
}

// demand finds what spec and facts ask for at the outset, and checks that the runbook speaks of all of it.
func (p *prover) demand(r *schema.Runbook) error {
	there := map[string]bool{}
	for _, s := range r.Steps {
		there[s.ID] = true
	}
	if p.proof.Partial {
		for _, s := range r.Cut.Left {
			there[s.ID] = true
		}
	}
	c := newCompilation(p.req, p.world, p.before)
	if err := c.instantiate(); err != nil {
		return err
	}
	for _, id := range slices.Sorted(keysOf(c.instances)) {
		p.asked[id] = c.instances[id].asked
		if !there[id] && c.instances[id].asked {
			p.violate(id, "it is asked for, and the runbook does not speak of it")
		}
	}
	if p.proof.Partial { // what requires a chosen step may be left out
		required := setOf(r.Cut.Required)
		for _, s := range r.Steps {
			p.asked[s.ID] = p.asked[s.ID] || !required[s.ID]
		}
	}
	return nil
}

// replay carries the plan out, step by step, on the copy of the facts.
func (p *prover) replay(ctx context.Context, r *schema.Runbook) error {
	state := map[string]schema.StepState{}
	for i := range r.Steps {
		s := &r.Steps[i]
		state[s.ID] = s.State
		if s.State != schema.StepPlanned {
			continue
		}
		p.planned = append(p.planned, s)
	}
	made := firsts{}
	start := p.world.on(p.req.Facts) // which sensors there were
	for _, s := range p.planned {
		if err := ctx.Err(); err != nil {
			return err
		}
		d, _ := p.req.Steps.Step(s.Step)
		for _, id := range s.Requires {
			switch st, known := state[id]; {
			case !known:
				p.violate(s.ID, "%s is required and is not in the runbook", id)
			case st == schema.StepPlanned && !p.finished[id]:
				p.violate(s.ID, "%s is required and comes later", id)
			}
		}
		if !made[d.Name] && start.waitsForFirst(d, s.Subject) {
			p.violate(s.ID, "no %s was done before at a server with the role it has to be done at first", d.AfterFirst.Step)
		}
		if err := p.admit(ctx, d, s); err != nil {
			return err
		}
		generations := p.world.generations(s.Subject.Key)
		patches, stated, err := p.world.perform(p.judge, d, s.Subject)
		if err != nil {
			return err
		}
		if !stated && len(s.Because) > 0 {
			p.proof.Unproven = append(p.proof.Unproven, s.ID)
		}
		shift := s.Subject.Kind == "server" && !slices.Equal(generations, p.world.generations(s.Subject.Key))
		for _, target := range sortedSubjects(patches) {
			p.written = append(p.written, change{s.ID, target, patches[target], shift})
		}
		made.note(p.world, p.req.Steps, d.Name, s.Subject)
		p.finished[s.ID] = true
		p.proof.Steps++
	}
	return nil
}

// admit checks what has to hold at the moment a step runs: its precondition and its gate.
func (p *prover) admit(ctx context.Context, d *Declaration, s *schema.Step) error {
	if d.expr["precondition"] != nil {
		met, err := p.world.test(d, "precondition", s.Subject)
		if err != nil {
			return err
		}
		if met != yes {
			p.violate(s.ID, "the precondition does not hold: %s", d.text("precondition"))
		}
	}
	if !d.Gate {
		return nil
	}
	p.proof.Audits++
	blockers, err := p.world.blocking(d, s.Subject, func(x schema.Subject) ([]schema.Finding, error) { return p.judge.Findings(ctx, x) }, p.rules)
	if err != nil {
		return err
	}
	for _, f := range blockers {
		p.violate(s.ID, "%s at %s is %s", f.Rule, f.Subject, f.Outcome)
	}
	return nil
}

// complete compares the verdicts before and after.
func (p *prover) complete() {
	failing := map[schema.FindingRef]bool{}
	for _, f := range p.after.Findings {
		if f.Outcome != schema.Fail || f.Waived != nil {
			continue
		}
		ref := schema.FindingRef{Rule: f.Rule, Subject: f.Subject}
		failing[ref] = true
		if len(p.rules[f.Rule].Remediation) > 0 {
			p.proof.Complete = false
			p.proof.Remaining = append(p.proof.Remaining, ref)
		}
	}
	for _, f := range p.before.Findings {
		if f.Outcome == schema.Fail && f.Waived == nil && !failing[schema.FindingRef{Rule: f.Rule, Subject: f.Subject}] {
			p.proof.Resolved++
		}
	}
}
