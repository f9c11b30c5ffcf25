package compiler

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/mdiplan/mdiplan/schema"
)

// converge makes the plan that would come next: from the facts as they are at the end, with the decisions that would be
// taken then. What it asks for is listed; as long as none of that changes something, the plan has come to rest.
//
// A step that is done counts as asked for again when its own condition still holds and its done does not, or when a finding
// that its declared effects should have answered still fails. A finding that fails on because the step declares no effects
// says nothing: it is among the unproven. What is there only because another step requires it follows from that one.
func (p *prover) converge(ctx context.Context, r *schema.Runbook) error {
	intent, decisions, verdict, judge := p.world.intent, r.Decisions, p.after, p.judge
	if p.undecided != nil {
		next := schema.Clone(p.undecided)
		again, err := p.req.Judge(p.world.facts, next).Decide(ctx)
		if err != nil {
			return fmt.Errorf("decide again: %w", err)
		}
		if !sameChoices(again, decisions) {
			ApplyDecisions(next, again)
			intent, decisions = next, again
			judge = p.req.Judge(p.world.facts, next)
			if verdict, err = judge.Audit(ctx); err != nil {
				return err
			}
		}
	}
	c := newCompilation(p.req, newEstate(p.req.Spec, p.world.facts, intent, p.req.Run, decisions), verdict)
	if err := c.instantiate(); err != nil {
		return err
	}
	c.holdUndecided(decisions)
	ordered, cycle := c.order()
	if cycle != nil {
		ordered = nil
		p.proof.Again = append(p.proof.Again, schema.Again{Step: cycle[0], Reason: "the next plan could not be ordered: " + strings.Join(cycle, " -> "), Changes: true, New: true})
	} else if err := c.simulate(ctx, func() (*estate, Judge) { return c.estate, judge }, ordered); err != nil {
		return err
	}
	for _, in := range ordered {
		if in.state != schema.StepPlanned || !in.asked && len(in.because) == 0 {
			continue
		}
		again := schema.Again{Step: in.id, Changes: !slices.Contains(schema.KindsWithoutChange, in.decl.Kind), New: !p.finished[in.id]}
		if in.asked {
			again.Reason = "it is still asked for: " + in.decl.text("when")
		} else {
			if !again.New && slices.Contains(p.proof.Unproven, in.id) {
				continue
			}
			again.Reason = fmt.Sprintf("%s at %s fails", in.because[0].Rule, in.because[0].Subject)
		}
		p.proof.Again = append(p.proof.Again, again)
	}
	p.proof.Convergent = !slices.ContainsFunc(p.proof.Again, func(a schema.Again) bool { return a.Changes })
	return nil
}

// sameChoices says whether decisions agree on everything that was decided; reasons may differ.
func sameChoices(a, b []schema.Decision) bool {
	return slices.EqualFunc(a, b, func(x, y schema.Decision) bool {
		return x.ID == y.ID && x.Subject == y.Subject && x.Choice == y.Choice
	})
}
