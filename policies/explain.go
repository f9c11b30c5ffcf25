package policies

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/mdiplan/mdiplan/schema"
)

// Source is the Rego of a rule, without its metadata; empty when there is no such rule.
func (e *Engine) Source(id string) string {
	for _, r := range e.rules {
		if r.info.ID == id {
			lines := strings.Split(string(e.modules.text[r.info.File]), "\n")
			return strings.TrimSpace(strings.Join(lines[e.modules.parsed[r.info.File].Package.Location.Row:], "\n"))
		}
	}
	return ""
}

// Explain answers one rule, and no other, for every subject it is about, or for the one that is named as "server/<fqdn>" or
// by its key alone. The answers are sorted by subject.
func (s *Session) Explain(ctx context.Context, id, subject string) ([]schema.Explanation, error) {
	if s.err != nil {
		return nil, s.err
	}
	i := slices.IndexFunc(s.engine.rules, func(r *rule) bool { return r.info.ID == id })
	if i < 0 {
		return nil, fmt.Errorf("there is no rule %s", id)
	}
	r := s.engine.rules[i]
	var findings []schema.Finding
	var because []string
	for _, x := range s.subjects {
		if x.Kind != r.info.Subject || subject != "" && !named(x, subject) {
			continue
		}
		input := s.input(x)
		f, why, err := s.ask(ctx, r, x, &input)
		if err != nil {
			return nil, err
		}
		known, read := f.Evidence, []schema.Evidence(nil)
		if f.Outcome != schema.NotApplicable || why == schema.ByCondition { // otherwise the rule was not asked
			read = s.evidence(x, r.places(input))
		}
		for _, e := range read {
			if !slices.ContainsFunc(known, func(k schema.Evidence) bool { return k.Path == e.Path && k.Pointer == e.Pointer }) {
				f.Evidence = append(f.Evidence, e)
			}
		}
		f.Range = s.specRange(r, x.String())
		findings, because = append(findings, f), append(because, why)
	}
	s.waive(findings, make([]int, len(s.intent.Waivers)))
	out := make([]schema.Explanation, len(findings))
	for i, f := range findings {
		if f.Outcome == schema.NotApplicable {
			f.Waived = nil
		}
		out[i] = schema.Explanation{Finding: f, Because: because[i], Reason: s.reason(r, f.Subject, because[i]), Near: f.Outcome == schema.Pass && near(r.info.Observes, f.Observed, f.Required)}
	}
	return out, nil
}

func named(subject schema.Subject, name string) bool {
	return strings.EqualFold(name, subject.String()) || strings.EqualFold(name, cmp.Or(subject.Key, subject.Kind))
}

// reason says in words why a rule does not apply.
func (s *Session) reason(r *rule, subject schema.Subject, because string) string {
	switch because {
	case schema.ByProfile:
		return fmt.Sprintf("it belongs to %s, and %s is judged", strings.Join(r.info.Profiles, ", "), s.run.Profile)
	case schema.ByRole:
		return "the server has none of the roles " + strings.Join(r.info.Roles, ", ")
	case schema.ByGeneration:
		here, _ := s.concerning(subject)
		if len(here) == 0 {
			return "no sensor stands or is planned here"
		}
		return fmt.Sprintf("it is about sensors %s, and here are %s", strings.Join(r.info.Generations, ", "), strings.Join(slices.Sorted(slices.Values(here)), ", "))
	case schema.ByCondition:
		return "its own condition, applies, is false"
	}
	return ""
}

// near says whether a number is within a tenth of the limit. Numbers that are equal may be codes; they are near only where
// the model knows a unit of them.
func near(name string, observed, required any) bool {
	seen, isObject := observed.(map[string]any)
	wanted, both := required.(map[string]any)
	if isObject && both {
		for key, limit := range wanted {
			if near(key, seen[key], limit) {
				return true
			}
		}
		return false
	}
	x, isNumber := float(observed)
	limit, isLimit := float(required)
	if !isNumber || !isLimit || x == limit && !measured(name) {
		return false
	}
	return math.Abs(x-limit) <= 0.1*math.Abs(limit)
}

func measured(name string) bool {
	if f, ok := schema.FieldAt(name); ok {
		return f.Unit != ""
	}
	return slices.ContainsFunc([]string{"_bytes", "_seconds", "_percent", "_per_second", "cores_left"}, func(unit string) bool { return strings.HasSuffix(name, unit) })
}
