package diff

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/mdiplan/mdiplan/internal/quote"
	"github.com/mdiplan/mdiplan/internal/words"
	"github.com/mdiplan/mdiplan/schema"
)

// Renderer writes a difference in one format.
type Renderer struct {
	// Name is what a user types after -o; Ext is the usual file extension.
	Name, Ext string
	// Render writes the whole document; the same difference gives the same bytes.
	Render func(io.Writer, schema.Diff) error
}

// All lists the formats, the default first.
var All = []Renderer{
	{Name: "terminal", Ext: ".txt", Render: func(w io.Writer, d schema.Diff) error { return render(w, d, terminal) }},
	{Name: "markdown", Ext: ".md", Render: func(w io.Writer, d schema.Diff) error { return render(w, d, markdown) }},
	{Name: "json", Ext: ".json", Render: func(w io.Writer, d schema.Diff) error { return schema.Encode(w, d) }},
}

// style is how a format writes the parts of a page. text quotes what others wrote, code what can be typed or looked up.
type style struct {
	title, section, item, detail string // with one verb each
	bad                          string // what marks a regression
	text, code                   func(string) string
}

var (
	terminal = style{title: "%s\n\n", section: "%s\n", item: "  %s\n", detail: "      %s\n", bad: "REGRESSION ", text: quote.Visible, code: quote.Visible}
	markdown = style{title: "## %s\n\n", section: "### %s\n\n", item: "- %s\n", detail: "  - %s\n", bad: "**Regression:** ", text: quote.Markdown, code: quote.MarkdownCode}
)

// most is how many entries of one list a person reads; the JSON form has all.
const most = 50

type page struct {
	style
	w *bufio.Writer
}

func render(w io.Writer, d schema.Diff, s style) error {
	p := &page{s, bufio.NewWriter(w)}
	p.head(d)
	switch {
	case d.Facts != nil:
		p.facts(*d.Facts)
	case d.Verdict != nil:
		p.verdict(*d.Verdict)
	case d.Runbook != nil:
		p.runbook(*d.Runbook)
	}
	return p.w.Flush()
}

// list writes a section of entries, cut where a reader would stop; an entry is one line and its details.
func list[T any](p *page, title string, entries []T, line func(T) []string) {
	if len(entries) == 0 {
		return
	}
	fmt.Fprintf(p.w, p.section, fmt.Sprintf("%s (%d)", title, len(entries)))
	for i, x := range entries {
		if i == most {
			fmt.Fprintf(p.w, p.item, fmt.Sprintf("and %d more", len(entries)-i))
			break
		}
		for j, text := range line(x) {
			if j == 0 {
				fmt.Fprintf(p.w, p.item, text)
			} else {
				fmt.Fprintf(p.w, p.detail, text)
			}
		}
	}
	fmt.Fprintln(p.w)
}

func (p *page) head(d schema.Diff) {
	fmt.Fprintf(p.w, p.title, fmt.Sprintf("%s %s -> %s", d.Kind, p.code(d.Old.Name), p.code(d.New.Name)))
	switch {
	case len(d.Incomparable) > 0:
		list(p, "Not comparable", d.Incomparable, func(reason string) []string { return []string{p.text(reason)} })
		return
	case d.Same:
		fmt.Fprint(p.w, "Nothing differs.\n")
		return
	case d.Regressions == 0:
		fmt.Fprint(p.w, "No regression.\n\n")
	default:
		fmt.Fprintf(p.w, "%d %s.\n\n", d.Regressions, plural(d.Regressions, "regression", "regressions"))
	}
	list(p, "Inputs", d.Inputs, func(c schema.InputChange) []string {
		return []string{fmt.Sprintf("%s: %s -> %s", p.text(c.Name), digest(p, c.Old), digest(p, c.New))}
	})
	p.values("Assumptions", d.Settings)
}

// digest is the beginning of a digest: enough to tell two apart.
func digest(p *page, sum string) string {
	if sum == "" {
		return "none"
	}
	return p.code(sum[:min(12, len(sum))])
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

func (p *page) mark(regression bool) string {
	if regression {
		return p.bad
	}
	return ""
}

func (p *page) values(title string, changes []schema.ValueChange) {
	list(p, title, changes, func(c schema.ValueChange) []string { return []string{p.value(c)} })
}

func (p *page) value(c schema.ValueChange) string {
	return p.mark(c.Regression) + p.code(c.Path) + ": " + p.fromTo(c.Path, c.Old, c.New)
}

// fromTo writes a value beside what it was. A digest is shown by its beginning, and two values that read the same are not.
func (p *page) fromTo(path string, old, new any) string {
	name := path[strings.LastIndexAny(path, "./")+1:]
	if strings.HasSuffix(name, "sha256") {
		a, _ := old.(string)
		b, _ := new.(string)
		return digest(p, a) + " -> " + digest(p, b)
	}
	if text, isList := p.members(old, new); isList {
		return text
	}
	a, b := words.Value(name, old), words.Value(name, new)
	if a == b {
		return "differs in a part that is not shown here"
	}
	return p.shown(a) + " -> " + p.shown(b)
}

// members says of lists what came (+) and what went (-); an absent list is an empty one.
func (p *page) members(old, new any) (string, bool) {
	a, aIsList := old.([]any)
	b, bIsList := new.([]any)
	if !aIsList && !bIsList || !aIsList && old != nil || !bIsList && new != nil {
		return "", false
	}
	var parts []string
	only := func(sign string, of, in []any) {
		for _, x := range of {
			if !slices.ContainsFunc(in, func(y any) bool { return reflect.DeepEqual(x, y) }) {
				text, isText := x.(string)
				if !isText {
					text = words.Value("", x)
				}
				parts = append(parts, sign+p.shown(text))
			}
		}
	}
	only("+ ", b, a)
	only("- ", a, b)
	return cmp.Or(strings.Join(parts, "; "), "in another order"), true
}

// shown cuts a value where a reader would stop reading.
func (p *page) shown(text string) string {
	if runes := []rune(text); len(runes) > 100 {
		text = string(runes[:97]) + "..."
	}
	return p.text(text)
}

func (p *page) facts(f schema.FactsDiff) {
	p.values("Sources", f.Sources)
	list(p, "Read otherwise", f.Sections, func(c schema.SectionChange) []string {
		return []string{p.mark(c.Regression) + p.code(cmp.Or(c.Pointer, "/")) + ": " + p.reading(c.Old) + " -> " + p.reading(c.New)}
	})
	subjects := func(s schema.SubjectFacts) []string {
		line := fmt.Sprintf("%s, %d %s", p.code(s.Subject.String()), s.Facts, plural(s.Facts, "fact", "facts"))
		if len(s.Sources) > 0 {
			line += " from " + p.text(strings.Join(s.Sources, ", "))
		}
		return []string{line}
	}
	list(p, "New subjects", f.Added, subjects)
	list(p, "Subjects that are gone", f.Gone, subjects)
	titles := map[string]string{schema.FactLost: "Not known any more", schema.FactChanged: "Changed", schema.FactRemoved: "Known not to exist any more", schema.FactAdded: "Newly known"}
	for _, change := range []string{schema.FactLost, schema.FactChanged, schema.FactRemoved, schema.FactAdded} {
		var of []schema.FactChange
		for _, c := range f.Changes {
			if c.Change == change {
				of = append(of, c)
			}
		}
		list(p, titles[change], of, p.fact)
	}
	fmt.Fprintf(p.w, "%d %s the same.\n", f.Unchanged, plural(f.Unchanged, "fact is", "facts are"))
}

// reading is a section on one line.
func (p *page) reading(s *schema.Section) string {
	if s == nil {
		return "not asked"
	}
	line := s.Status
	for _, said := range []string{s.Error, s.Conflict} {
		if said != "" {
			line += " (" + said + ")"
		}
	}
	return p.text(line)
}

func (p *page) fact(c schema.FactChange) []string {
	name := c.Path[strings.LastIndexByte(c.Path, '.')+1:]
	value := func(v any, s *schema.Section) string {
		said := p.shown(words.Value(name, v))
		if s != nil && s.Source != "" {
			said += " (" + p.text(strings.TrimSpace(s.Source+" "+s.ReadAt)) + ")"
		}
		return said
	}
	line := p.mark(c.Regression) + p.code(c.Pointer) + ": "
	switch c.Change {
	case schema.FactAdded:
		return []string{line + value(c.New, c.To)}
	case schema.FactChanged:
		return []string{line + value(c.Old, c.From) + " -> " + value(c.New, c.To)}
	}
	line += "was " + value(c.Old, c.From)
	if c.To != nil && c.To.Error != "" {
		line += ", now " + p.text(c.To.Status+": "+c.To.Error)
	}
	return []string{line}
}

func (p *page) verdict(v schema.VerdictDiff) {
	subject := func(s schema.Subject) []string { return []string{p.code(s.String())} }
	list(p, "Unblocked: no unresolved blocker stands there any more", v.Unblocked, subject)
	list(p, "Blocked now", v.Blocked, subject)
	titles := map[string]string{schema.FindingRegressed: "Regressed", schema.FindingResolved: "Resolved", schema.FindingChanged: "Another outcome"}
	for _, change := range []string{schema.FindingRegressed, schema.FindingResolved, schema.FindingChanged} {
		var of []schema.FindingChange
		for _, c := range v.Findings {
			if c.Change == change {
				of = append(of, c)
			}
		}
		list(p, titles[change], of, p.finding)
	}
	rules := func(r schema.RuleOutcomes) []string { return []string{p.code(r.Rule) + ": " + outcomes(r.Outcomes)} }
	list(p, "New rules", v.RulesAdded, rules)
	list(p, "Rules that are gone", v.RulesGone, rules)
	list(p, "Rules with another text", v.RulesChanged, func(r schema.RuleChange) []string {
		lines := []string{p.code(r.Rule) + " " + p.text(r.Title)}
		for _, c := range r.Changes {
			lines = append(lines, p.value(c))
		}
		return lines
	})
	subjects := func(s schema.SubjectOutcomes) []string {
		return []string{p.code(s.Subject.String()) + ": " + outcomes(s.Outcomes)}
	}
	list(p, "New subjects", v.Added, subjects)
	list(p, "Subjects that are gone", v.Gone, subjects)
	list(p, "Waivers", v.Waivers, p.waiver)
	list(p, "Decisions", v.Decisions, p.decision)
	fmt.Fprintf(p.w, "%d %s the same outcome.\n", v.Unchanged, plural(v.Unchanged, "finding has", "findings have"))
}

func outcomes(counts map[schema.Outcome]int) string {
	var parts []string
	for _, outcome := range slices.Sorted(maps.Keys(counts)) {
		parts = append(parts, fmt.Sprintf("%d %s", counts[outcome], outcome))
	}
	if len(parts) == 0 {
		return "no finding"
	}
	return strings.Join(parts, ", ")
}

func (p *page) finding(c schema.FindingChange) []string {
	state := func(s schema.FindingState) string {
		text := string(s.Outcome)
		if s.Waived {
			text += ", waived"
		}
		if c.Old.Severity != c.New.Severity && c.Old.Severity != "" && c.New.Severity != "" {
			text += " (" + s.Severity + ")"
		}
		return text
	}
	lines := []string{fmt.Sprintf("%s%s %s at %s: %s -> %s", p.mark(c.Regression), cmp.Or(c.New.Severity, c.Old.Severity), p.code(c.Rule), p.code(c.Subject.String()), state(c.Old), state(c.New)), p.text(c.Title)}
	for i, s := range []schema.FindingState{c.Old, c.New} {
		said := ""
		switch {
		case s.Error != "":
			said = s.Error
		case len(s.Missing) > 0:
			said = "missing " + strings.Join(s.Missing, ", ")
		case s.Observed != nil:
			said = words.Against(c.Observes, s.Observed, s.Required)
		}
		if said != "" {
			lines = append(lines, []string{"was: ", "is: "}[i]+p.shown(said))
		}
	}
	return lines
}

func (p *page) waiver(c schema.WaiverChange) []string {
	state := func(w *schema.WaiverUse) string {
		if w == nil {
			return "none"
		}
		return w.State + " until " + w.Expires
	}
	line := fmt.Sprintf("%s for %s: %s -> %s", p.code(c.Rule), p.text(words.Value("", anyList(c.Subjects))), p.text(state(c.Old)), p.text(state(c.New)))
	if c.Old == nil {
		line += p.text(", approved by " + c.New.Approver + ": " + c.New.Reason)
	}
	return []string{line}
}

func anyList(names []string) []any {
	out := make([]any, len(names))
	for i, n := range names {
		out[i] = n
	}
	return out
}

func (p *page) decision(c schema.DecisionChange) []string {
	choice := func(d *schema.Decision) string {
		switch {
		case d == nil:
			return "not asked"
		case d.Choice == "":
			return "not possible yet"
		case d.Source == "asked":
			return d.Choice + " (asked for by the spec)"
		}
		return d.Choice
	}
	lines := []string{fmt.Sprintf("%s at %s: %s -> %s", p.code(c.Name), p.code(c.Subject.String()), p.text(choice(c.Old)), p.text(choice(c.New)))}
	if c.New != nil {
		for _, reason := range c.New.Reasons {
			lines = append(lines, p.shown(reason))
		}
	}
	return lines
}

func (p *page) runbook(r schema.RunbookDiff) {
	p.values("Proof", r.Proof)
	list(p, "Sensors", r.Sensors, p.sensor)
	list(p, "Decisions", r.Decisions, p.decision)
	ref := func(s schema.StepRef) []string {
		number := "held"
		switch s.State {
		case schema.StepPlanned:
			number = fmt.Sprintf("%d.", s.Number)
		case schema.StepSatisfied:
			number = "satisfied"
		}
		return []string{fmt.Sprintf("%s %s %s", number, p.code(s.ID), p.text(s.Title))}
	}
	list(p, "New steps", r.Added, ref)
	list(p, "Steps that are gone", r.Gone, ref)
	list(p, "Moved steps", r.Moved, func(m schema.StepMove) []string {
		start := func(id string) string {
			if id == "" {
				return "at the start"
			}
			return "after " + p.code(id)
		}
		return []string{fmt.Sprintf("%s: %d. -> %d.", p.code(m.ID), m.WasNumber, m.Number), "was " + start(m.WasAfter), "is " + start(m.After)}
	})
	list(p, "Changed steps", r.Steps, func(c schema.StepChange) []string {
		lines := []string{p.code(c.ID) + " " + p.text(c.Title)}
		for _, change := range c.Changes {
			lines = append(lines, p.value(change))
		}
		return lines
	})
	finding := func(f schema.FindingRef) []string {
		return []string{p.code(f.Rule) + " at " + p.code(f.Subject.String())}
	}
	list(p, "Findings that are left at the end only now", r.RemainingAdded, finding)
	list(p, "Findings that are not left at the end any more", r.RemainingGone, finding)
	p.values("Waves", r.Waves)
	p.values("Schedule", r.Schedule)
	list(p, "Waivers", r.Waivers, p.waiver)
	fmt.Fprintf(p.w, "%d %s the same.\n", r.Unchanged, plural(r.Unchanged, "step is", "steps are"))
}

func (p *page) sensor(c schema.SensorChange) []string {
	state := func(s *schema.ScopeSensor) string {
		if s == nil {
			return "none"
		}
		text := s.State + ", " + cmp.Or(s.Generation, "undecided")
		if s.Wave != "" {
			text += ", wave " + s.Wave
		}
		return text
	}
	lines := []string{fmt.Sprintf("%s%s %s: %s -> %s", p.mark(c.Regression), p.code(c.Server), c.Change, p.text(state(c.Old)), p.text(state(c.New)))}
	for _, reason := range c.Reasons {
		lines = append(lines, p.text(reason))
	}
	return lines
}
