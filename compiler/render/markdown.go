package render

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/mdiplan/mdiplan/internal/quote"
	"github.com/mdiplan/mdiplan/internal/words"
	"github.com/mdiplan/mdiplan/schema"
)

var markdown = Renderer{Name: "markdown", Ext: ".md", Render: renderMarkdown}

// page collects output and keeps the first error, so that the text below reads as text.
type page struct {
	w      *bufio.Writer
	r      schema.Runbook
	titles map[string]string // of rules
	err    error
}

func (p *page) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

// renderMarkdown writes the change record: scope, reason, risk, prerequisites, schedule, steps with verification and
// back-out, what is held and why, evidence.
func renderMarkdown(w io.Writer, r schema.Runbook) error {
	p := &page{w: bufio.NewWriter(w), r: r, titles: ruleTitles(r.Rules)}
	p.head()
	p.chapters(request(r))
	p.scope()
	p.decisions()
	p.risk()
	p.chapters(assessment(r))
	p.held()
	p.cut()
	p.collect()
	p.scheduleSection()
	p.chapters(arrangement(r))
	p.steps()
	p.satisfied()
	p.notes()
	p.proof()
	p.evidence()
	p.chapters(record(r))
	if p.err == nil {
		p.err = p.w.Flush()
	}
	return p.err
}

func (p *page) chapters(list []chapter) {
	for _, c := range list {
		p.line("## %s\n", quote.Markdown(c.Title))
		for _, text := range c.Text {
			p.line("%s\n", quote.Markdown(text))
		}
		for _, item := range c.List {
			p.line("- %s", quote.Markdown(item))
		}
		if len(c.List) > 0 {
			p.line("")
		}
		for _, t := range c.Tables {
			if t.Caption != "" {
				p.line("### %s\n", quote.Markdown(t.Caption))
			}
			p.line("| %s |\n|%s", strings.Join(t.Head, " | "), strings.Repeat("---|", len(t.Head)))
			for _, row := range t.Rows {
				cells := make([]string, len(row))
				for i, c := range row {
					switch {
					case c.Text == "":
					case c.Kind == "code":
						cells[i] = quote.MarkdownCode(c.Text)
					default:
						cells[i] = quote.Markdown(c.Text)
					}
				}
				p.line("| %s |", strings.Join(cells, " | "))
			}
			p.line("")
		}
	}
}

func (p *page) planned() []schema.Step {
	return filter(p.r.Steps, func(s schema.Step) bool { return s.State == schema.StepPlanned })
}

func filter[T any](list []T, keep func(T) bool) []T {
	var out []T
	for _, x := range list {
		if keep(x) {
			out = append(out, x)
		}
	}
	return out
}

func (p *page) head() {
	r := p.r
	p.line("# %s\n", quote.Markdown(title(r)))
	p.line("| | |\n|---|---|")
	row := func(name, value string) {
		if value != "" {
			p.line("| %s | %s |", name, quote.Markdown(value))
		}
	}
	for _, f := range headline(r) {
		row(f.Name, f.Value)
	}
	p.line("")
	if partial(r) {
		p.line("**This is a partial plan.** %s\n", quote.Markdown(cutTo(*r.Cut)))
	}
	claim, reason := status(r)
	p.line("**%s** %s\n", claim, reason)
	states := countStates(r.Steps)
	p.line("%d steps to do, %d already satisfied, %d held. Hands-on time %s; earliest end %s after the start.\n",
		states[schema.StepPlanned], states[schema.StepSatisfied], states[schema.StepHeld], span(r.Schedule.HandsOnSeconds), span(r.Schedule.ElapsedSeconds))
}

// cut lists what a partial plan does not hold.
func (p *page) cut() {
	c := p.r.Cut
	if !partial(p.r) {
		return
	}
	p.line("## Left out\n")
	for _, wave := range c.Ahead {
		p.line("**Wave %s begins although steps of a wave before it are left out.** Do those first.\n", quote.Markdown(wave))
	}
	if len(c.Required) > 0 {
		p.line("Kept only because a step that was asked for requires them: %s.\n", codesOrNothing(c.Required))
	}
	p.line("| Step | What | Wave | State |\n|---|---|---|---|")
	for _, s := range c.Left {
		wave := s.Wave
		if wave == "" {
			wave = "foundation"
		}
		p.line("| %s | %s | %s | %s |", quote.MarkdownCode(s.ID), quote.Markdown(s.Title), quote.Markdown(wave), quote.Markdown(string(s.State)))
	}
	p.line("")
}

func (p *page) scope() {
	p.line("## Scope\n")
	p.line("Forests: %s. Domains: %s.\n", codes(p.r.Scope.Forests), codes(p.r.Scope.Domains))
	p.line("| Server | Sensor | Wave | Site | State |\n|---|---|---|---|---|")
	for _, s := range p.r.Scope.Sensors {
		generation := s.Generation
		if generation == "" {
			generation = "undecided"
		}
		p.line("| %s | %s | %s | %s | %s |", quote.MarkdownCode(s.Server), quote.Markdown(generation), quote.Markdown(s.Wave), quote.Markdown(s.Site), quote.Markdown(s.State))
	}
	p.line("")
	if len(p.r.Scope.Excluded) > 0 {
		p.line("Left out on purpose:\n")
		names := []string{}
		for name := range p.r.Scope.Excluded {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			p.line("- %s: %s", quote.MarkdownCode(name), quote.Markdown(p.r.Scope.Excluded[name]))
		}
		p.line("")
	}
}

func codes(names []string) string {
	if len(names) == 0 {
		return "none known"
	}
	quoted := make([]string, len(names))
	for i, n := range names {
		quoted[i] = quote.MarkdownCode(n)
	}
	return strings.Join(quoted, ", ")
}

func (p *page) decisions() {
	if len(p.r.Decisions) == 0 {
		return
	}
	p.line("## Decisions\n")
	p.line("| Decision | For | Choice | Because |\n|---|---|---|---|")
	for _, same := range alike(p.r.Decisions) {
		d := same[0]
		var subjects []string
		for _, x := range same {
			subjects = append(subjects, x.Subject.String())
		}
		choice, reasons := chosen(d)
		p.line("| %s %s | %s | %s | %s |", quote.Markdown(d.ID), quote.Markdown(d.Title), codes(subjects), quote.Markdown(choice), quote.Markdown(reasons))
	}
	p.line("")
}

func (p *page) risk() {
	p.line("## Risk\n")
	counts := map[string][]string{}
	for _, s := range p.planned() {
		if risk := riskOf(s); risk != "none" {
			counts[risk] = append(counts[risk], fmt.Sprint(s.Number))
		}
	}
	if len(counts) == 0 {
		p.line("No planned step restarts a service, reboots a server, changes the directory or is irreversible.\n")
	}
	for _, risk := range risks {
		if steps := counts[risk]; len(steps) > 0 {
			p.line("- %s (%d %s): %s", capital(riskText[risk]), len(steps), plural(len(steps), "step", "steps"), abridged(steps))
		}
	}
	p.line("")
}

func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// abridged names the first steps and counts the rest.
func abridged(steps []string) string {
	if len(steps) <= 12 {
		return "step " + strings.Join(steps, ", ")
	}
	return fmt.Sprintf("step %s and %d more", strings.Join(steps[:12], ", "), len(steps)-12)
}

func (p *page) held() {
	if len(p.r.Held) == 0 {
		return
	}
	p.line("## Held sensors\n")
	p.line("These sensors are not deployed by this plan. Everything that does not depend on them goes on.\n")
	for _, h := range p.r.Held {
		p.line("### %s\n", quote.MarkdownCode(h.Server))
		for _, reason := range h.Reasons {
			p.line("- %s", quote.Markdown(reason))
		}
		if len(h.Release) > 0 {
			p.line("\nReleased by:\n")
			for _, release := range h.Release {
				p.line("- %s", quote.Markdown(release))
			}
		}
		p.line("")
	}
}

func (p *page) collect() {
	if len(p.r.Collect) == 0 {
		return
	}
	p.line("## Facts to collect\n")
	p.line("Nobody read these facts. What rests on them is unknown; look at it by hand, or collect the facts and plan again.\n")
	for _, c := range p.r.Collect {
		p.line("- **%s** (%s), %d %s:", quote.Markdown(c.Collector), quote.Markdown(c.Command), len(c.Subjects), plural(len(c.Subjects), "subject", "subjects"))
		for _, fact := range c.Facts {
			p.line("  - %s", quote.MarkdownCode(fact))
		}
	}
	p.line("")
}

func (p *page) scheduleSection() {
	p.line("## Schedule\n")
	p.line("| Wave | Batches | After | At once | Window | Starts | Ends | Soak | Approval |\n|---|---|---|---|---|---|---|---|---|")
	for _, w := range p.r.Waves {
		p.line("| %s | %d | %s | %s | %s | %s | %s | %s | %s |", quote.Markdown(waveName(w.Name)), len(w.Batches), quote.Markdown(strings.Join(w.After, ", ")), atOnce(w),
			quote.Markdown(w.Window), quote.Markdown(w.StartsAt), quote.Markdown(w.EndsAt), span(w.SoakSeconds), quote.Markdown(w.Approval))
	}
	p.line("")
	for _, moved := range p.r.Schedule.Moved {
		p.line("- %s", quote.Markdown(moved))
	}
	if path := p.r.Schedule.CriticalPath; len(path) > 0 {
		shown := path
		if len(shown) > 12 {
			shown = shown[len(shown)-12:]
		}
		p.line("\nCritical path (%d steps, the last ones): %s\n", len(path), codes(shown))
	}
}

func (p *page) steps() {
	p.line("## Steps\n")
	wave, first := "", true
	for _, s := range p.r.Steps {
		if s.State == schema.StepSatisfied {
			continue
		}
		if s.Wave != wave || first {
			p.line("### Wave: %s\n", quote.Markdown(waveName(s.Wave)))
			wave, first = s.Wave, false
		}
		p.step(s)
	}
}

func (p *page) step(s schema.Step) {
	number := fmt.Sprintf("%d.", s.Number)
	if s.State == schema.StepHeld {
		number = "Held:"
	}
	p.line("#### %s %s at %s\n", number, quote.Markdown(s.Title), quote.MarkdownCode(orKind(s.Subject)))
	p.line("%s\n", quote.Markdown(s.Why))
	field := func(name, value string) {
		if value != "" {
			p.line("- %s: %s", name, value)
		}
	}
	field("Step", quote.MarkdownCode(s.ID)+", "+mode(s))
	for _, reason := range s.Held {
		field("**Held**", quote.Markdown(reason))
	}
	if len(s.Because) > 0 {
		field("Answers", p.because(s.Because))
	}
	field("Done by", quote.Markdown(who(s)))
	field("Needs first", codesOrNothing(s.Requires))
	for _, c := range s.Conditions {
		field("Only if", quote.Markdown(c.Text+" ("+condition(c)+")"))
	}
	field("Risk", riskText[s.Risk])
	field("Risk score", quote.Markdown(points(s)))
	field("Takes", times(s))
	if s.StartsAt != "" {
		field("Earliest", quote.Markdown(s.StartsAt+" to "+s.EndsAt))
	}
	if s.DueAt != "" {
		field("**Decide by**", quote.Markdown(s.DueAt))
	}
	field("Also affects", codesOrNothing(s.Affects))
	for _, t := range s.Touches {
		field("Touches", quote.Markdown(spaced(t.Kind))+" "+quote.MarkdownCode(t.Name))
	}
	field("Where", quote.Markdown(s.PortalPath))
	for _, param := range s.Params {
		field("Value "+quote.Markdown(param.Name), quote.MarkdownCode(valueText(param.Value)))
	}
	for _, secret := range s.Secrets {
		field("Asks for", quote.Markdown(secret.Prompt))
	}
	if s.ScriptSHA256 != "" {
		field("Script", fmt.Sprintf("%s, SHA-256 %s", quote.MarkdownCode(s.Step+".ps1"), quote.MarkdownCode(s.ScriptSHA256)))
	}
	if s.Instructions != "" {
		p.line("- What to do:\n")
		p.line("%s", quote.MarkdownBlock(fill(s), "text", "  "))
	}
	field("Dry run", quote.Markdown(s.DryRun))
	field("Expected", quote.Markdown(s.Verify))
	for _, f := range s.Failures {
		field("If "+quote.MarkdownCode(f.Sign), quote.Markdown(failure(f)))
	}
	undo := "Undo"
	if !s.Reversible {
		undo = "**Cannot be undone**"
	}
	field(undo, quote.Markdown(s.Undo))
	for _, secret := range s.Secrets {
		field("Asked for when it runs", quote.MarkdownCode(secret.Name)+" ("+quote.Markdown(secret.Prompt)+")")
	}
	for _, note := range s.Notes {
		field("Note", quote.Markdown(note))
	}
	for _, source := range s.Sources {
		field("Source", link(source))
	}
	if s.State == schema.StepPlanned && mode(s) != "automatic" {
		field("Done", "&#9744; operator ______________ time ______________")
	}
	p.line("")
}

func orKind(s schema.Subject) string {
	if s.Key == "" {
		return s.Kind
	}
	return s.Key
}

func who(s schema.Step) string {
	text := s.Who
	if s.Privilege != "" {
		text += " (least privilege: " + s.Privilege + ")"
	}
	if s.Computer != "" && s.RunsOn == "domain_controller" {
		return text + ", on the domain controller " + s.Computer
	}
	return text + ", on " + map[string]string{"target": "the server itself", "admin_workstation": "the administration workstation",
		"domain_controller": "a domain controller", "portal": "the portal", "person": "paper"}[s.RunsOn]
}

func times(s schema.Step) string {
	text := span(s.DurationSeconds)
	if s.WaitSeconds > 0 {
		text += ", then " + span(s.WaitSeconds) + " must pass"
	}
	return text
}

func codesOrNothing(names []string) string {
	if len(names) == 0 {
		return ""
	}
	if len(names) > 12 {
		return codes(names[:12]) + fmt.Sprintf(" and %d more", len(names)-12)
	}
	return codes(names)
}

// link makes a link of an address of ours; anything else stays text.
func link(source string) string {
	if isLink(source) {
		return "<" + source + ">"
	}
	return quote.Markdown(source)
}

// fill puts the parameter values into the placeholders of a text for a person.
func fill(s schema.Step) string {
	text := s.Instructions
	for _, param := range s.Params {
		text = strings.ReplaceAll(text, "{"+param.Name+"}", quote.Visible(valueText(param.Value)))
	}
	return text
}

func valueText(v any) string {
	switch x := v.(type) {
	case string:
		return x
	case []any:
		parts := make([]string, len(x))
		for i, item := range x {
			parts[i] = valueText(item)
		}
		return strings.Join(parts, ", ")
	}
	return fmt.Sprint(v)
}

// because names the findings a step answers, with the rule's title.
func (p *page) because(refs []schema.FindingRef) string {
	parts := []string{}
	for _, a := range answers(refs) {
		text := quote.Markdown(a.rule)
		if p.titles[a.rule] != "" {
			text += " " + quote.Markdown(p.titles[a.rule])
		}
		if a.findings > 1 {
			text += fmt.Sprintf(" (%d findings)", a.findings)
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, "; ")
}

func (p *page) satisfied() {
	done := filter(p.r.Steps, func(s schema.Step) bool { return s.State == schema.StepSatisfied })
	if len(done) == 0 {
		return
	}
	p.line("## Already satisfied\n")
	for _, s := range done {
		p.line("- %s at %s. %s", quote.Markdown(s.Title), quote.MarkdownCode(orKind(s.Subject)), quote.Markdown(s.Satisfied))
	}
	p.line("")
}

// notes prints what a reader has to know and no step says.
func (p *page) notes() {
	if len(p.r.Notes) == 0 {
		return
	}
	p.line("## Good to know\n")
	p.line("What no fact can decide. Notes on single steps stand with the steps.\n")
	for _, n := range p.r.Notes {
		names := make([]string, len(n.Subjects))
		for i, s := range n.Subjects {
			names[i] = orKind(s)
		}
		p.line("- **%s** %s. %s (%s)", quote.Markdown(n.ID), quote.Markdown(n.Title), quote.Markdown(n.Text), quote.Markdown(shortList(names)))
	}
	p.line("")
}

// shortList names a few of many.
func shortList(names []string) string {
	const most = 5
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
}

func (p *page) proof() {
	proof := p.r.Proof
	p.line("## Proof\n")
	p.line("The plan was replayed on a copy of the facts: the declared effects of %d steps were applied in order and %d gates were judged again on the way.\n", proof.Steps, proof.Audits)
	if proof.Partial {
		p.line("**The proof is partial**: it covers the steps of this plan, not those that are left out.\n")
	}
	p.line("- Sound (every precondition held when its step ran): **%s**", yesNo(proof.Sound))
	for _, v := range proof.Violations {
		p.line("  - %s: %s", quote.MarkdownCode(v.Step), quote.Markdown(v.Reason))
	}
	p.line("- Complete (no failing rule with a remediation is left): **%s**", yesNo(proof.Complete))
	for _, f := range proof.Remaining {
		p.line("  - %s at %s", quote.Markdown(f.Rule), quote.MarkdownCode(f.Subject.String()))
	}
	p.line("- Findings resolved by the plan: %d", proof.Resolved)
	p.line("- Convergent (a plan made from the outcome changes nothing any more): **%s**", yesNo(proof.Convergent))
	var unchanging []string
	for _, again := range proof.Again {
		switch {
		case !again.Changes:
			unchanging = append(unchanging, again.Step)
		case again.New:
			p.line("  - %s, which this plan does not do, would be asked for: %s", quote.MarkdownCode(again.Step), quote.Markdown(again.Reason))
		default:
			p.line("  - %s would be asked for again: %s", quote.MarkdownCode(again.Step), quote.Markdown(again.Reason))
		}
	}
	if len(unchanging) > 0 {
		p.line("  - Checks, approvals and waits that would be asked for once more, and change nothing: %s", quote.Markdown(shortList(unchanging)))
	}
	p.line("- Minimal (every step earns its place): **%s**", yesNo(proof.Minimal))
	for _, s := range proof.Superfluous {
		p.line("  - %s: %s", quote.MarkdownCode(s.Step), quote.Markdown(s.Reason))
	}
	if len(proof.Unproven) > 0 {
		p.line("- Not proven, because the step's result shows only in facts collected afterwards: %s", codesOrNothing(proof.Unproven))
	}
	p.line("")
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func (p *page) evidence() {
	p.line("## Evidence\n")
	p.line("| Document | SHA-256 |\n|---|---|")
	for _, in := range p.r.Inputs {
		p.line("| %s | %s |", quote.Markdown(in.Name), quote.MarkdownCode(in.SHA256))
	}
	p.line("")
	for _, w := range p.r.Waivers {
		p.line("- Waiver of %s for %s, %s, approved by %s until %s: %s", quote.Markdown(w.Rule), codes(w.Subjects), quote.Markdown(w.State), quote.Markdown(w.Approver),
			quote.Markdown(w.Expires), quote.Markdown(w.Reason))
	}
	rules := map[string]schema.Rule{}
	for _, r := range p.r.Rules {
		rules[r.ID] = r
	}
	for _, f := range p.r.Findings {
		p.line("- %s at %s: **%s**%s", quote.Markdown(f.Rule), quote.MarkdownCode(f.Subject.String()), quote.Markdown(string(f.Outcome)), comparison(rules[f.Rule], f))
		for _, e := range f.Evidence {
			switch {
			case e.Value == nil:
				p.line("  - %s is absent%s", quote.MarkdownCode(e.Path), quote.Markdown(because(e.Error)))
			case e.Declared:
				p.line("  - %s = %s (declared in the spec)", quote.MarkdownCode(e.Path), quote.MarkdownCode(short(e.Value)))
			default:
				p.line("  - %s = %s (%s)", quote.MarkdownCode(e.Path), quote.MarkdownCode(short(e.Value)), quote.Markdown(readBy(e)))
			}
			if e.Conflict != "" {
				p.line("    Sources disagree: %s", quote.Markdown(e.Conflict))
			}
		}
	}
	p.line("")
}

func because(reason string) string {
	if reason == "" {
		return ""
	}
	return ": " + reason
}

func comparison(rule schema.Rule, f schema.Finding) string {
	if f.Observed == nil {
		return ""
	}
	return ", observed " + quote.Markdown(words.Against(rule.Observes, f.Observed, f.Required))
}

// short is the compact JSON form of a value, cut where a reader would stop reading.
func short(v any) string {
	var b strings.Builder
	if err := schema.EncodeCompact(&b, v); err != nil {
		return fmt.Sprint(v)
	}
	text := strings.TrimSpace(b.String())
	if runes := []rune(text); len(runes) > 160 {
		return string(runes[:157]) + "..."
	}
	return text
}
