package policies

import (
	"cmp"
	"maps"
	"slices"

	"github.com/mdiplan/mdiplan/schema"
)

// Changed says how a verdict differs from the one on the same facts under the profile of the spec.
func Changed(own, judged *schema.Verdict) *schema.ProfileChange {
	out := &schema.ProfileChange{From: own.Run.Profile, Appear: []schema.RuleOutcomes{}, Disappear: []schema.RuleOutcomes{}, Changes: []schema.OutcomeChange{}}
	before, after := byRule(own), byRule(judged)
	rules := maps.Clone(before)
	maps.Copy(rules, after)
	for _, id := range slices.Sorted(maps.Keys(rules)) {
		switch {
		case before[id] == nil:
			out.Appear = append(out.Appear, counted(id, after[id]))
		case after[id] == nil:
			out.Disappear = append(out.Disappear, counted(id, before[id]))
		default:
			out.Changes = append(out.Changes, differing(id, before[id], after[id])...)
		}
	}
	return out
}

func byRule(v *schema.Verdict) map[string]map[schema.Subject]schema.Outcome {
	out := map[string]map[schema.Subject]schema.Outcome{}
	for _, f := range v.Findings {
		if out[f.Rule] == nil {
			out[f.Rule] = map[schema.Subject]schema.Outcome{}
		}
		out[f.Rule][f.Subject] = f.Outcome
	}
	return out
}

func counted(id string, outcomes map[schema.Subject]schema.Outcome) schema.RuleOutcomes {
	out := schema.RuleOutcomes{Rule: id, Outcomes: map[schema.Outcome]int{}}
	for _, outcome := range outcomes {
		out.Outcomes[outcome]++
	}
	return out
}

func differing(id string, before, after map[schema.Subject]schema.Outcome) []schema.OutcomeChange {
	subjects := maps.Clone(before)
	maps.Copy(subjects, after)
	var out []schema.OutcomeChange
	for subject := range subjects {
		from, to := cmp.Or(before[subject], schema.NotApplicable), cmp.Or(after[subject], schema.NotApplicable)
		if from != to {
			out = append(out, schema.OutcomeChange{Rule: id, Subject: subject, From: from, To: to})
		}
	}
	slices.SortFunc(out, func(a, b schema.OutcomeChange) int {
		return cmp.Or(cmp.Compare(a.Subject.Kind, b.Subject.Kind), cmp.Compare(a.Subject.Key, b.Subject.Key))
	})
	return out
}
