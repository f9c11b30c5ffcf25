package render

import (
	"bufio"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/mdiplan/mdiplan/internal/quote"
	"github.com/mdiplan/mdiplan/internal/words"
	"github.com/mdiplan/mdiplan/schema"
)

var html = Renderer{Name: "html", Ext: ".html", Render: renderHTML}

// pageFuncs are what the page calls. Every text from outside goes through text or lines, which show what is hidden; the
// escaping is that of html/template.
var pageFuncs = template.FuncMap{
	"text": quote.Visible, "lines": quote.Lines, "span": span, "times": times, "value": valueText, "fill": fill, "isLink": isLink, "yesNo": yesNo, "plural": plural,
	"waveName": waveName, "atOnce": atOnce, "minute": minute, "spaced": spaced, "failure": failure, "condition": condition,
	"first": func(refs []reference) []reference { return refs[:min(len(refs), most)] },
	"rest":  func(refs []reference) []reference { return refs[min(len(refs), most):] },
	"subjects": func(list []schema.Subject) string {
		names := make([]string, len(list))
		for i, s := range list {
			names[i] = orKind(s)
		}
		return shortList(names)
	},
	"sensorClass": func(state string) string {
		switch state {
		case "held":
			return "held"
		case "present":
			return "satisfied"
		}
		return "none"
	},
}

// most is how many references stand in the open; the rest is behind a click, and printed.
const most = 12

// webPage is what the template walks: the runbook, and what it says in other arrangements.
type webPage struct {
	schema.Runbook
	Policy, Title, Claim, Reason string
	Partial                      string // what a partial plan was cut to
	Facts                        []pair
	Figures                      []figure
	Contents                     []pair
	Choices                      []choice
	Risks                        []riskRow
	Path, Unproven               []reference
	Time                         timeline
	GraphText                    string
	Graph                        []picture // one below the other
	States, People               []string
	Waves                        []waveRef
	Groups                       []stepGroup
	Satisfied                    []webStep
	Request, Assessment          []chapter
	Arrangement, Record          []chapter
	Evidence                     []webFinding
	Scripts                      []webScript
}

type pair struct{ Name, Value string }

type figure struct{ Name, Value, Note string }

type choice struct {
	ID, Title, Choice, Reasons string
	For                        []string
}

type riskRow struct {
	Class, Word, Text string
	Steps             []reference
}

// reference is the name of a step, with its anchor if the page has one.
type reference struct {
	Name   string
	Anchor int
}

type waveRef struct {
	Number int
	Name   string
}

type stepGroup struct {
	Name  string
	Steps []webStep
}

// webStep is a step with what the page shows of it.
type webStep struct {
	schema.Step
	Anchor, WaveNumber                           int
	Now                                          string // its state
	Class, Risk, RiskWord, RiskText, Where, Doer string
	Answers                                      []string
	Before, Others                               []reference
	ByHand                                       bool
	Mode, Points                                 string
}

type webFinding struct {
	Rule, Title, Outcome, Where, Comparison string
	Facts                                   []webFact
}

type webFact struct {
	Path, Value, Read, Conflict string
	Absent                      bool
}

type webScript struct{ Name, SHA256, Text string }

// renderHTML writes the change record as one file that needs nothing else: no asset, no network. The content is that of the
// Markdown document, with pictures, and a search where scripts are allowed.
func renderHTML(w io.Writer, r schema.Runbook) error {
	out := bufio.NewWriter(w)
	if err := pages().ExecuteTemplate(out, "page", webPageOf(r)); err != nil {
		return err
	}
	return out.Flush()
}

// policy is the content security policy of the page: nothing but our style sheet and our script, named by digest. So even
// markup that got past the escaping would load nothing, run nothing and send nothing.
var policy = sync.OnceValue(func() string {
	return fmt.Sprintf("default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; form-action 'none'", digest("style", "page.style"), digest("script", "page.js"))
})

// digest is that of the text that a template leaves inside an element; html/template takes comments out of it.
func digest(element, name string) string {
	var b strings.Builder
	probe := template.Must(parsePages().New("probe").Parse("<" + element + ">{{template \"" + name + "\"}}</" + element + ">"))
	if err := probe.Execute(&b, nil); err != nil {
		panic("render: " + name + " is not static: " + err.Error())
	}
	text := strings.TrimSuffix(strings.TrimPrefix(b.String(), "<"+element+">"), "</"+element+">")
	sum := sha256.Sum256([]byte(text))
	return base64.StdEncoding.EncodeToString(sum[:])
}

func webPageOf(r schema.Runbook) webPage {
	p := webPage{Runbook: r, Policy: policy(), Title: title(r), Time: timelineOf(r)}
	whole := pictureOf(r)
	p.Graph, p.GraphText = whole.parts(), whole.Text
	p.Claim, p.Reason = status(r)
	if partial(r) {
		p.Partial = cutTo(*r.Cut)
	}
	for _, same := range alike(r.Decisions) {
		d := same[0]
		c := choice{ID: d.ID, Title: d.Title}
		for _, x := range same {
			c.For = append(c.For, x.Subject.String())
		}
		c.Choice, c.Reasons = chosen(d)
		p.Choices = append(p.Choices, c)
	}
	p.Request, p.Assessment, p.Arrangement, p.Record = request(r), assessment(r), arrangement(r), record(r)
	p.stepLists()
	p.evidence()
	p.head()
	return p
}

func (p *webPage) head() {
	r := p.Runbook
	for _, f := range headline(r) {
		if f.Value != "" {
			p.Facts = append(p.Facts, f)
		}
	}
	states := countStates(r.Steps)
	p.Figures = []figure{
		{"Steps to do", fmt.Sprint(states[schema.StepPlanned]), fmt.Sprintf("%d held, %d already satisfied", states[schema.StepHeld], states[schema.StepSatisfied])},
		{"Sensors held", fmt.Sprint(len(r.Held)), fmt.Sprintf("of %d in scope", len(r.Scope.Sensors))},
	}
	for _, risk := range p.Risks {
		p.Figures = append(p.Figures, figure{capital(risk.Word), fmt.Sprint(len(risk.Steps)), plural(len(risk.Steps), "step", "steps")})
	}
	p.Figures = append(p.Figures,
		figure{"Risk", r.Board.Risk.Band, fmt.Sprintf("%d points", r.Board.Risk.Score)},
		figure{"Hands-on time", span(r.Schedule.HandsOnSeconds), "work of all people together"},
		figure{"Earliest end", span(r.Schedule.ElapsedSeconds), "after the start"},
		figure{"Proof", proven(r.Proof), fmt.Sprintf("%d violated, %d findings left", len(r.Proof.Violations), len(r.Proof.Remaining))})
	of := func(chapters []chapter) []pair {
		var out []pair
		for _, c := range chapters {
			out = append(out, pair{c.ID, c.Title})
		}
		return out
	}
	only := func(there bool, id, title string) []pair {
		if !there {
			return nil
		}
		return []pair{{id, title}}
	}
	p.Contents = slices.Concat(of(p.Request), only(true, "scope", "Scope"), only(len(r.Decisions) > 0, "decisions", "Decisions"), only(true, "risk", "Risk"), of(p.Assessment),
		only(len(r.Held) > 0, "held", "Held sensors"), only(p.Partial != "", "leftout", "Left out"), only(len(r.Collect) > 0, "collect", "Facts to collect"), only(true, "schedule", "Schedule"),
		of(p.Arrangement), only(true, "graph", "What comes before what"), only(true, "steps", "Steps"), only(len(p.Satisfied) > 0, "satisfied", "Already satisfied"), only(len(r.Notes) > 0, "notes", "Good to know"),
		only(true, "proof", "Proof"), only(true, "evidence", "Evidence"), only(len(p.Scripts) > 0, "scripts", "Scripts"), of(p.Record))
}

func proven(p schema.Proof) string {
	switch {
	case !p.Sound:
		return "not sound"
	case !p.Complete:
		return "sound, not complete"
	case !p.Convergent:
		return "sound and complete, not convergent"
	case !p.Minimal:
		return "sound, complete and convergent, not minimal"
	}
	return "sound, complete, convergent and minimal"
}

// stepLists arranges the steps: by wave in their order, satisfied ones apart, and by risk.
func (p *webPage) stepLists() {
	anchors := make(map[string]int, len(p.Steps))
	for i, s := range p.Steps {
		anchors[s.ID] = i + 1
	}
	refs := func(ids []string) []reference {
		out := make([]reference, len(ids))
		for i, id := range ids {
			out[i] = reference{id, anchors[id]}
		}
		return out
	}
	titles := ruleTitles(p.Rules)
	waves, scripts := map[string]int{}, map[string]bool{}
	states, people, byRisk := map[string]bool{}, map[string]bool{}, map[string][]reference{}
	for i, s := range p.Steps {
		step := webStep{Step: s, Anchor: i + 1, Now: string(s.State), Class: classOf(s), Where: orKind(s.Subject), Doer: who(s)}
		if s.State == schema.StepSatisfied {
			p.Satisfied = append(p.Satisfied, step)
			continue
		}
		step.Risk = riskOf(s)
		step.RiskWord, step.RiskText = classWord(step.Risk), riskText[step.Risk]
		for _, a := range answers(s.Because) {
			text := a.rule
			if titles[a.rule] != "" {
				text += " " + titles[a.rule]
			}
			if a.findings > 1 {
				text += fmt.Sprintf(" (%d findings)", a.findings)
			}
			step.Answers = append(step.Answers, text)
		}
		step.Before, step.Others = refs(s.Requires), make([]reference, len(s.Affects))
		for j, name := range s.Affects {
			step.Others[j].Name = name
		}
		step.Mode, step.Points = mode(s), points(s)
		step.ByHand = s.State == schema.StepPlanned && step.Mode != "automatic"
		if _, known := waves[s.Wave]; !known {
			waves[s.Wave] = len(waves) + 1
			p.Waves = append(p.Waves, waveRef{waves[s.Wave], waveName(s.Wave)})
		}
		step.WaveNumber = waves[s.Wave]
		if n := len(p.Groups); n == 0 || p.Groups[n-1].Name != waveName(s.Wave) {
			p.Groups = append(p.Groups, stepGroup{Name: waveName(s.Wave)})
		}
		group := &p.Groups[len(p.Groups)-1]
		group.Steps = append(group.Steps, step)
		if !states[string(s.State)] {
			states[string(s.State)] = true
			p.States = append(p.States, string(s.State))
		}
		if !people[s.Who] {
			people[s.Who] = true
			p.People = append(p.People, s.Who)
		}
		if s.State == schema.StepPlanned {
			byRisk[step.Risk] = append(byRisk[step.Risk], reference{fmt.Sprint(s.Number), i + 1})
		}
		if s.Script != "" && !scripts[s.Step] {
			scripts[s.Step] = true
			p.Scripts = append(p.Scripts, webScript{s.Step, s.ScriptSHA256, s.Script})
		}
	}
	slices.Sort(p.People)
	for _, risk := range risks {
		if len(byRisk[risk]) > 0 {
			p.Risks = append(p.Risks, riskRow{risk, classWord(risk), capital(riskText[risk]), byRisk[risk]})
		}
	}
	p.Path, p.Unproven = refs(p.Schedule.CriticalPath), refs(p.Proof.Unproven)
}

func (p *webPage) evidence() {
	rules := map[string]schema.Rule{}
	for _, r := range p.Rules {
		rules[r.ID] = r
	}
	for _, f := range p.Findings {
		out := webFinding{Rule: f.Rule, Title: rules[f.Rule].Title, Outcome: string(f.Outcome), Where: f.Subject.String()}
		if f.Observed != nil {
			out.Comparison = words.Against(rules[f.Rule].Observes, f.Observed, f.Required)
		}
		for _, e := range f.Evidence {
			fact := webFact{Path: e.Path, Absent: e.Value == nil, Conflict: e.Conflict}
			switch {
			case fact.Absent:
				fact.Read = e.Error
			case e.Declared:
				fact.Value, fact.Read = short(e.Value), "declared in the spec"
			default:
				fact.Value, fact.Read = short(e.Value), readBy(e)
			}
			out.Facts = append(out.Facts, fact)
		}
		p.Evidence = append(p.Evidence, out)
	}
}

// minute is a time as a person reads it; all times are UTC.
func minute(at string) string {
	t, err := time.Parse(time.RFC3339, at)
	if err != nil {
		return at
	}
	return t.UTC().Format("2006-01-02 15:04")
}
