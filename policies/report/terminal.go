package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/mdiplan/mdiplan/internal/quote"
	"github.com/mdiplan/mdiplan/internal/words"
	"github.com/mdiplan/mdiplan/schema"
)

var terminal = Renderer{Name: "terminal", Ext: ".txt", Render: renderTerminal}

// shownSubjects bounds how many subjects of one rule a terminal lists; the JSON has them all.
const shownSubjects = 8

// renderTerminal prints what a person has to act on, the worst first: failing rules, then what could not be told, then
// the counts.
func renderTerminal(w io.Writer, v schema.Verdict) error {
	out := bufio.NewWriter(w)
	rules := map[string]schema.Rule{}
	for _, r := range v.Rules {
		rules[r.ID] = r
	}
	for _, outcome := range []schema.Outcome{schema.Failed, schema.Fail, schema.Unknown} {
		groups := map[string][]schema.Finding{}
		for _, f := range v.Findings {
			if f.Outcome == outcome && f.Waived == nil {
				groups[f.Rule] = append(groups[f.Rule], f)
			}
		}
		ids := make([]string, 0, len(groups))
		for id := range groups {
			ids = append(ids, id)
		}
		slices.SortFunc(ids, func(a, b string) int {
			return cmp.Or(cmp.Compare(schema.SeverityRank(groups[a][0].Severity), schema.SeverityRank(groups[b][0].Severity)), cmp.Compare(a, b))
		})
		if len(ids) > 0 {
			fmt.Fprintf(out, "%s\n\n", map[schema.Outcome]string{schema.Failed: "COULD NOT BE JUDGED", schema.Fail: "FAILING", schema.Unknown: "UNKNOWN (facts are missing or too old)"}[outcome])
		}
		for _, id := range ids {
			group(out, rules[id], groups[id])
		}
	}
	if v.Profile != nil {
		profile(out, v, rules)
	}
	summary(out, v)
	return out.Flush()
}

// profile prints what another profile than that of the spec changes.
func profile(w io.Writer, v schema.Verdict, rules map[string]schema.Rule) {
	fmt.Fprintf(w, "PROFILE %s INSTEAD OF %s\n\n", v.Run.Profile, v.Profile.From)
	list := func(what string, changed []schema.RuleOutcomes) {
		for _, c := range changed {
			var counts []string
			for _, outcome := range []schema.Outcome{schema.Pass, schema.Fail, schema.Unknown, schema.Failed} {
				if n := c.Outcomes[outcome]; n > 0 {
					counts = append(counts, fmt.Sprintf("%d %s", n, outcome))
				}
			}
			fmt.Fprintf(w, "%-9s %s  %s: %s\n", what, c.Rule, quote.Visible(rules[c.Rule].Title), strings.Join(counts, ", "))
		}
	}
	list("only now", v.Profile.Appear)
	list("no longer", v.Profile.Disappear)
	for _, c := range v.Profile.Changes {
		fmt.Fprintf(w, "%-9s %s  %s: %s -> %s\n", "changes", c.Rule, quote.Visible(c.Subject.String()), c.From, c.To)
	}
	if len(v.Profile.Appear)+len(v.Profile.Disappear)+len(v.Profile.Changes) == 0 {
		fmt.Fprintln(w, "no outcome differs")
	}
	fmt.Fprintln(w)
}

func group(w io.Writer, rule schema.Rule, findings []schema.Finding) {
	fmt.Fprintf(w, "%-8s %s  %s\n", findings[0].Severity, rule.ID, quote.Visible(rule.Title))
	for i, f := range findings {
		if i == shownSubjects {
			fmt.Fprintf(w, "           and %d more\n", len(findings)-i)
			break
		}
		fmt.Fprintf(w, "           %s%s\n", quote.Visible(f.Subject.String()), reason(rule, f))
		for _, e := range f.Evidence {
			if e.Conflict != "" {
				fmt.Fprintf(w, "             sources disagree on %s: %s\n", e.Path, short(Disagreement(e)))
			}
		}
	}
	if findings[0].Outcome == schema.Fail && len(rule.Remediation) > 0 {
		fmt.Fprintf(w, "         -> %s\n", strings.Join(rule.Remediation, ", "))
	}
	fmt.Fprintln(w)
}

// reason is what a finding says in one line.
func reason(rule schema.Rule, f schema.Finding) string {
	switch {
	case f.Outcome == schema.Failed:
		return ": " + quote.Visible(f.Error)
	case f.Outcome == schema.Unknown && len(f.Missing) > 0:
		return ": missing " + strings.Join(f.Missing, ", ") + why(f)
	case f.Observed == nil:
		// The rule could not say what it saw, so the facts speak for themselves.
		var read []string
		for _, e := range f.Evidence {
			if _, whole := e.Value.(map[string]any); e.Value != nil && !whole {
				read = append(read, e.Path+" "+words.Value(e.Path, e.Value))
			}
		}
		if len(read) == 0 {
			return ""
		}
		return ": " + short(strings.Join(read, ", "))
	}
	return ": " + Against(rule, f)
}

// Against is what was observed beside what is required, on one line.
func Against(rule schema.Rule, f schema.Finding) string {
	return short(words.Against(rule.Observes, f.Observed, f.Required))
}

// Disagreement is what each source says of a value.
func Disagreement(e schema.Evidence) string {
	return fmt.Sprintf("%s says %s, %s", e.Source, words.Value(e.Path, e.Value), e.Conflict)
}

// why is the collector's own word about the first missing fact.
func why(f schema.Finding) string {
	for _, e := range f.Evidence {
		if e.Value == nil && e.Error != "" {
			return " (" + quote.Visible(e.Error) + ")"
		}
	}
	return ""
}

// short cuts a line where a reader would stop reading, brief a value beside others.
func short(line string) string  { return cut(line, 300) }
func brief(value string) string { return cut(value, 100) }

func cut(line string, at int) string {
	text := []rune(quote.Visible(line))
	if len(text) > at {
		return string(text[:at-3]) + "..."
	}
	return string(text)
}

func summary(w io.Writer, v schema.Verdict) {
	o := v.Summary.Outcomes
	fmt.Fprintf(w, "%d rules on %d subjects: %d pass, %d fail, %d unknown, %d could not be judged, %d do not apply; %d waived\n",
		v.Summary.Rules, v.Summary.Subjects, o[schema.Pass], o[schema.Fail], o[schema.Unknown], o[schema.Failed], o[schema.NotApplicable], v.Summary.Waived)
	for _, severity := range schema.Severities {
		if counts := v.Summary.Unresolved[severity]; len(counts) > 0 {
			fmt.Fprintf(w, "  %-8s %d fail, %d unknown\n", severity, counts[schema.Fail], counts[schema.Unknown])
		}
	}
	for _, waiver := range v.Waivers {
		if waiver.State != "used" {
			fmt.Fprintf(w, "  waiver of %s for %s is %s\n", quote.Visible(waiver.Rule), quote.Visible(strings.Join(waiver.Subjects, ", ")), waiver.State)
		}
	}
	for _, p := range v.Parameters {
		fmt.Fprintf(w, "  parameter %s is %s instead of %s (%s to %s, %s)\n", quote.Visible(p.Name), words.Value("", p.Value), words.Value("", p.Table), words.Value("", p.Min), words.Value("", p.Max), quote.Visible(p.Unit))
	}
	for _, o := range v.Severities {
		fmt.Fprintf(w, "  severity of %s is %s instead of %s: %s\n", quote.Visible(o.Rule), quote.Visible(o.Is), o.Was, quote.Visible(o.Reason))
	}
}
