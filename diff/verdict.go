package diff

import (
	"cmp"
	"slices"

	"github.com/mdiplan/mdiplan/schema"
)

// place is one rule at one subject.
type place struct {
	rule    string
	subject schema.Subject
}

func ends(oldName string, old any, newName string, new any) ([2]schema.DiffEnd, error) {
	var out [2]schema.DiffEnd
	for i, x := range []struct {
		name string
		doc  any
	}{{oldName, old}, {newName, new}} {
		digest, err := schema.Digest(x.doc)
		if err != nil {
			return out, err
		}
		version, _ := schema.Lookup(x.doc, []string{"schema"})
		text, _ := version.(string)
		out[i] = schema.DiffEnd{Name: x.name, Schema: text, SHA256: digest}
	}
	return out, nil
}

// Verdicts compares two verdicts.
func Verdicts(oldName string, old *schema.Verdict, newName string, new *schema.Verdict) (*schema.Diff, schema.Diagnostics, error) {
	ends, err := ends(oldName, old, newName, new)
	if err != nil {
		return nil, nil, err
	}
	ends[0].At, ends[0].ToolVersion = old.Run.Now, old.ToolVersion
	ends[1].At, ends[1].ToolVersion = new.Run.Now, new.ToolVersion
	d := begin("verdict", ends[0], ends[1])
	made(d, old.Tool+" "+old.ToolVersion, new.Tool+" "+new.ToolVersion, old.Run, new.Run, old.Inputs, new.Inputs)
	v := &schema.VerdictDiff{Waivers: waivers(old.Waivers, new.Waivers), Decisions: decisions(old.Decisions, new.Decisions)}
	d.Verdict = v
	oldRules := keyed(old.Rules, func(r schema.Rule) string { return r.ID })
	newRules := keyed(new.Rules, func(r schema.Rule) string { return r.ID })
	oldSubjects, newSubjects := outcomesBySubject(old), outcomesBySubject(new)
	for _, id := range union(oldRules, newRules) {
		x, before := oldRules[id]
		y, after := newRules[id]
		switch {
		case !before:
			v.RulesAdded = append(v.RulesAdded, ruleOutcomes(new, id))
		case !after:
			v.RulesGone = append(v.RulesGone, ruleOutcomes(old, id))
		default:
			if changes := fields("", x, y, "file", "package", "area", "source", "observes"); len(changes) > 0 {
				v.RulesChanged = append(v.RulesChanged, schema.RuleChange{Rule: id, Title: y.Title, Changes: changes})
			}
		}
	}
	oldBlocked, newBlocked := blocked(old), blocked(new)
	for _, s := range subjectsOf(oldSubjects, newSubjects) {
		switch {
		case oldSubjects[s] == nil:
			v.Added = append(v.Added, schema.SubjectOutcomes{Subject: s, Outcomes: newSubjects[s]})
		case newSubjects[s] == nil:
			v.Gone = append(v.Gone, schema.SubjectOutcomes{Subject: s, Outcomes: oldSubjects[s]})
		case oldBlocked[s] && !newBlocked[s]:
			v.Unblocked = append(v.Unblocked, s)
		case newBlocked[s] && !oldBlocked[s]:
			v.Blocked = append(v.Blocked, s)
		}
	}
	a := keyed(old.Findings, func(f schema.Finding) place { return place{f.Rule, f.Subject} })
	b := keyed(new.Findings, func(f schema.Finding) place { return place{f.Rule, f.Subject} })
	consider := func(p place) {
		x, y := a[p], b[p]
		_, inOld := oldRules[p.rule]
		rule, inNew := newRules[p.rule]
		if !inOld || !inNew || oldSubjects[p.subject] == nil || newSubjects[p.subject] == nil {
			return // a rule or a subject that only one of them has is listed as such
		}
		if c, differs := findingChange(rule, p, x, y); differs {
			v.Findings = append(v.Findings, c)
		} else {
			v.Unchanged++
		}
	}
	for p := range a {
		consider(p)
	}
	for p := range b {
		if _, seen := a[p]; !seen {
			consider(p)
		}
	}
	kinds := []string{schema.FindingRegressed, schema.FindingResolved, schema.FindingChanged}
	slices.SortFunc(v.Findings, func(x, y schema.FindingChange) int {
		return cmp.Or(cmp.Compare(slices.Index(kinds, x.Change), slices.Index(kinds, y.Change)), cmp.Compare(worst(x), worst(y)),
			cmp.Compare(x.Rule, y.Rule), bySubject(x.Subject, y.Subject))
	})
	return end(d), nil, nil
}

func worst(c schema.FindingChange) int {
	return min(schema.SeverityRank(c.Old.Severity), schema.SeverityRank(c.New.Severity))
}

// findingChange compares a rule's answers at a subject; one that is not there does not apply.
func findingChange(rule schema.Rule, p place, old, new schema.Finding) (schema.FindingChange, bool) {
	c := schema.FindingChange{Rule: p.rule, Title: rule.Title, Subject: p.subject, Observes: rule.Observes, Old: stateOf(old), New: stateOf(new), Change: schema.FindingChanged}
	worse := old.Unresolved() && new.Unresolved() && schema.SeverityRank(new.Severity) < schema.SeverityRank(old.Severity)
	milder := old.Unresolved() && new.Unresolved() && schema.SeverityRank(new.Severity) > schema.SeverityRank(old.Severity)
	switch {
	case !old.Unresolved() && new.Unresolved(), worse:
		c.Change, c.Regression = schema.FindingRegressed, true
	case old.Unresolved() && !new.Unresolved(), milder:
		c.Change = schema.FindingResolved
	case c.Old.Outcome == c.New.Outcome && c.Old.Waived == c.New.Waived:
		return c, false
	}
	return c, true
}

func stateOf(f schema.Finding) schema.FindingState {
	if f.Outcome == "" {
		return schema.FindingState{Outcome: schema.NotApplicable}
	}
	return schema.FindingState{Outcome: f.Outcome, Severity: f.Severity, Waived: f.Waived != nil, Observed: f.Observed, Required: f.Required, Missing: f.Missing, Error: f.Error}
}

func outcomesBySubject(v *schema.Verdict) map[schema.Subject]map[schema.Outcome]int {
	out := map[schema.Subject]map[schema.Outcome]int{}
	for _, f := range v.Findings {
		if out[f.Subject] == nil {
			out[f.Subject] = map[schema.Outcome]int{}
		}
		out[f.Subject][f.Outcome]++
	}
	return out
}

func ruleOutcomes(v *schema.Verdict, id string) schema.RuleOutcomes {
	out := schema.RuleOutcomes{Rule: id, Outcomes: map[schema.Outcome]int{}}
	for _, f := range v.Findings {
		if f.Rule == id {
			out.Outcomes[f.Outcome]++
		}
	}
	return out
}

// blocked are the subjects with an unresolved blocker.
func blocked(v *schema.Verdict) map[schema.Subject]bool {
	out := map[schema.Subject]bool{}
	for _, f := range v.Findings {
		if f.Severity == schema.Severities[0] && f.Unresolved() {
			out[f.Subject] = true
		}
	}
	return out
}
