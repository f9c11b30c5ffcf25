package policies

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/mdiplan/mdiplan/schema"
)

func TestChangedTellsRulesThatComeAndGoFromOutcomesThatDiffer(t *testing.T) {
	at := func(rule, server string, outcome schema.Outcome) schema.Finding {
		return schema.Finding{Rule: rule, Subject: schema.Subject{Kind: "server", Key: server}, Outcome: outcome}
	}
	own := &schema.Verdict{Run: schema.Run{Profile: "v2-current"}, Findings: []schema.Finding{
		at("GONE", "a", schema.Pass), at("GONE", "b", schema.Fail),
		at("SAME", "a", schema.Fail),
		at("SOME", "b", schema.Pass), at("SOME", "a", schema.Pass), at("SOME", "c", schema.Unknown), at("SOME", "d", schema.Fail),
	}}
	judged := &schema.Verdict{Run: schema.Run{Profile: "classic-2023"}, Findings: []schema.Finding{
		at("NEW", "a", schema.Unknown), at("NEW", "b", schema.Unknown),
		at("SAME", "a", schema.Fail),
		at("SOME", "a", schema.Fail), at("SOME", "b", schema.Unknown), at("SOME", "c", schema.Unknown), at("SOME", "e", schema.Pass),
	}}
	change := func(server string, from, to schema.Outcome) schema.OutcomeChange {
		return schema.OutcomeChange{Rule: "SOME", Subject: schema.Subject{Kind: "server", Key: server}, From: from, To: to}
	}
	assert.Equal(t, &schema.ProfileChange{From: "v2-current",
		Appear:    []schema.RuleOutcomes{{Rule: "NEW", Outcomes: map[schema.Outcome]int{schema.Unknown: 2}}},
		Disappear: []schema.RuleOutcomes{{Rule: "GONE", Outcomes: map[schema.Outcome]int{schema.Pass: 1, schema.Fail: 1}}},
		Changes: []schema.OutcomeChange{change("a", schema.Pass, schema.Fail), change("b", schema.Pass, schema.Unknown),
			change("d", schema.Fail, schema.NotApplicable), change("e", schema.NotApplicable, schema.Pass)},
	}, Changed(own, judged))
}
