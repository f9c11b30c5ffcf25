package render

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	webtext "golang.org/x/net/html"

	"github.com/mdiplan/mdiplan/internal/quote"
	"github.com/mdiplan/mdiplan/schema"
)

// hostile is what anybody who can name an object in a directory could try, for every language at once. The number makes
// each of them another.
func hostile(n int) string {
	return fmt.Sprintf("=cmd|'/c calc'!A%d \"><script>alert(1)</script> $(calc) `x` {{.}} &amp; --> ]]> ]; end\nEND:VCALENDAR\r\u202e\x1b[2J\u200b\ufffe <img src=x onerror=y> #35; \\ %%%% ü 漢", n)
}

// everything is a runbook in which every string is hostile, and only what has a form of its own (states, times, numbers) is
// well formed. It is filled by reflection, so that a field that is added to the schema is hostile by itself.
func everything() schema.Runbook {
	var r schema.Runbook
	n := 0
	fill := func(v reflect.Value) {}
	fill = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			n++
			v.SetString(hostile(n))
		case reflect.Struct:
			for i := range v.NumField() {
				fill(v.Field(i))
			}
		case reflect.Slice:
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			for i := range 2 {
				fill(v.Index(i))
			}
		case reflect.Map:
			v.Set(reflect.MakeMap(v.Type()))
			for range 2 {
				key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
				fill(key)
				fill(value)
				v.SetMapIndex(key, value)
			}
		case reflect.Pointer:
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem())
		case reflect.Interface:
			n++
			v.Set(reflect.ValueOf(hostile(n)))
		case reflect.Int, reflect.Int64:
			v.SetInt(int64(3600 + n))
		case reflect.Bool, reflect.Float64:
		default:
			panic("no way to fill a " + v.Kind().String())
		}
	}
	fill(reflect.ValueOf(&r).Elem())
	r.Run.Now = "2026-11-24T09:00:00Z"
	r.Waves[0].After, r.Waves[1].After = nil, []string{r.Waves[0].Name}
	states := []schema.StepState{schema.StepPlanned, schema.StepSatisfied, schema.StepHeld}
	kinds := []string{"script", "approval", "wait", "manual"}
	var steps []schema.Step
	for i := range 24 {
		s := r.Steps[i%2]
		n++
		s.ID, s.Step, s.Title, s.Subject = hostile(n+1000), hostile(n+2000), hostile(n+3000), schema.Subject{Kind: "server", Key: hostile(n + 4000)}
		s.State, s.Kind, s.RunsOn = states[i%7%3], kinds[i%4], "portal"
		s.Risk = append(risks, "none")[i%5]
		s.Wave = []string{"", r.Waves[0].Name, r.Waves[1].Name}[i/8]
		if i%3 == 0 {
			s.Subject.Kind = "domain"
		} else if i >= 8 {
			wave := &r.Waves[i/8-1]
			wave.Batches = append(wave.Batches, []string{s.Subject.Key})
		}
		s.StartsAt, s.EndsAt = fmt.Sprintf("2026-11-%02dT10:00:00Z", i%6+24), fmt.Sprintf("2026-11-%02dT11:00:00Z", i%6+24)
		s.Requires, s.Number = nil, 0
		for j := range i {
			if (i+j)%3 == 0 {
				s.Requires = append(s.Requires, steps[j].ID)
			}
		}
		if s.State == schema.StepPlanned {
			s.Number = i + 1
		}
		// A script is ours: its name is a name and its text is ASCII, which compiler.LoadSteps holds it to.
		s.Step, s.Script, s.Params = fmt.Sprintf("domain.step_%d", i), "", append([]schema.Param{}, s.Params...)
		s.ScriptSHA256 = fmt.Sprintf("%064x", i)
		if s.Kind == "script" {
			s.Script = "function Test-Step { param([string]$Name) $true -and '<b>' }"
		}
		for j := range s.Params {
			s.Params[j].Name, s.Params[j].Type = fmt.Sprintf("Name%d", j), "string"
		}
		s.Secrets = slices.Clone(s.Secrets) // their names are names too
		for j := range s.Secrets {
			s.Secrets[j].Name = fmt.Sprintf("Secret%d", j)
		}
		steps = append(steps, s)
	}
	r.Steps = steps
	r.Schedule.CriticalPath, r.Proof.Unproven = nil, nil
	for _, s := range steps {
		r.Schedule.CriticalPath, r.Proof.Unproven = append(r.Schedule.CriticalPath, s.ID), append(r.Proof.Unproven, s.ID)
	}
	r.Findings[0].Rule, r.Rules[0].ID = "MDI-X-001", "MDI-X-001"
	for i := range r.Findings {
		r.Findings[i].Outcome, r.Findings[i].Evidence[0].Value = schema.Fail, nil
		r.Findings[i].Evidence[1].Value = hostile(n + 5000 + i)
	}
	return r
}

// documents are the formats of one file; folder_test.go is about the others.
func documents() []Renderer {
	return slices.DeleteFunc(slices.Clone(All), func(r Renderer) bool { return r.Render == nil })
}

func render(t testing.TB, name string, r schema.Runbook) string {
	t.Helper()
	for _, f := range documents() {
		if f.Name == name {
			var b bytes.Buffer
			require.NoError(t, f.Render(&b, r))
			return b.String()
		}
	}
	require.Fail(t, "no format "+name)
	return ""
}

func TestEveryFormatIsTheSameEveryTimeAndChangesNothing(t *testing.T) {
	for _, f := range documents() {
		r := everything()
		first := render(t, f.Name, r)
		assert.NotEmpty(t, first)
		assert.True(t, reflect.DeepEqual(everything(), r), "%s changes what it is given", f.Name)
		assert.True(t, first == render(t, f.Name, r), "%s differs from time to time", f.Name)
	}
}

// TestNoFormatForPeopleHidesACharacter covers every string of the schema, in every format that a person opens.
func TestNoFormatForPeopleHidesACharacter(t *testing.T) {
	for _, f := range documents() {
		if f.Name == "json" || f.Name == "csv-raw" {
			continue
		}
		out := render(t, f.Name, everything())
		for i, c := range out {
			if c == '\n' || c == '\t' && f.Name == "powershell" || c == '\r' && i+1 < len(out) && out[i+1] == '\n' && (f.Name == "csv" || f.Name == "ical") {
				continue
			}
			if unicode.In(c, unicode.Cc, unicode.Cf, unicode.Noncharacter_Code_Point) {
				require.Fail(t, "a hidden character", "%s: U+%04X after %q", f.Name, c, out[max(0, i-80):i])
			}
		}
	}
}

func TestEmptyRunbookIsADocument(t *testing.T) {
	for _, f := range documents() {
		var b bytes.Buffer
		require.NoError(t, f.Render(&b, schema.Runbook{Run: schema.Run{Now: "2026-11-24T09:00:00Z"}}), f.Name)
		assert.NotEmpty(t, b.String(), f.Name)
	}
}

// void are the elements of HTML without an end.
var void = map[string]bool{"meta": true, "br": true, "input": true}

// elements reads a page strictly: every element is ended by itself, in order.
func elements(t *testing.T, page string) (all []webtext.Token, texts string) {
	t.Helper()
	var open []string
	var text strings.Builder
	z := webtext.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case webtext.ErrorToken:
			require.ErrorIs(t, z.Err(), io.EOF)
			require.Empty(t, open)
			return all, text.String()
		case webtext.TextToken:
			text.WriteString(z.Token().Data)
		case webtext.StartTagToken:
			token := z.Token()
			all = append(all, token)
			if !void[token.Data] {
				open = append(open, token.Data)
			}
		case webtext.SelfClosingTagToken:
			all = append(all, z.Token())
		case webtext.EndTagToken:
			token := z.Token()
			require.NotEmpty(t, open, token.Data)
			require.Equal(t, open[len(open)-1], token.Data)
			open = open[:len(open)-1]
		}
	}
}

func TestHTMLHoldsNothingButItsOwnMarkup(t *testing.T) {
	page := render(t, "html", everything())
	all, _ := elements(t, page)
	counts, ids := map[string]int{}, map[string]bool{}
	for _, e := range all {
		counts[e.Data]++
		for _, a := range e.Attr {
			assert.False(t, strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "style" || a.Key == "srcdoc", "%s has %s", e.Data, a.Key)
			switch a.Key {
			case "href":
				assert.Regexp(t, `^(#[a-z0-9]+|https://.*)$`, a.Val)
			case "id":
				assert.False(t, ids[a.Val], "two elements are %s", a.Val)
				ids[a.Val] = true
			}
		}
	}
	// A parser that has to repair the page adds or moves elements.
	tree, err := webtext.Parse(strings.NewReader(page))
	require.NoError(t, err)
	parsed := map[string]int{}
	for n := range tree.Descendants() {
		if n.Type == webtext.ElementNode {
			parsed[n.Data]++
		}
	}
	assert.Equal(t, parsed, counts)
	assert.Equal(t, 1, counts["script"])
	assert.Equal(t, 1, counts["style"])
	for _, name := range []string{"img", "iframe", "link", "object", "embed", "base"} {
		assert.Zero(t, counts[name], name)
	}
	for _, e := range all {
		for _, a := range e.Attr {
			if a.Key == "href" && strings.HasPrefix(a.Val, "#") || a.Key == "aria-labelledby" {
				for id := range strings.FieldsSeq(strings.TrimPrefix(a.Val, "#")) {
					assert.True(t, ids[id], "nothing is %s", id)
				}
			}
		}
	}
	assert.NotContains(t, page, "ZgotmplZ")
}

// TestHTMLPolicyNamesItsOwnScriptAndStyle computes the digests from the page as a browser does.
func TestHTMLPolicyNamesItsOwnScriptAndStyle(t *testing.T) {
	page := render(t, "html", everything())
	all, _ := elements(t, page)
	found := ""
	for _, e := range all {
		for i, a := range e.Attr {
			if a.Key == "http-equiv" && a.Val == "Content-Security-Policy" {
				found = e.Attr[i+1].Val
			}
		}
	}
	between := func(element string) string {
		return page[strings.Index(page, "<"+element+">")+len(element)+2 : strings.Index(page, "</"+element+">")]
	}
	assert.Equal(t, fmt.Sprintf("default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; form-action 'none'", sum(between("style")), sum(between("script"))), found)
	assert.Contains(t, between("script"), "form.hidden = false")
}

// TestHTMLSaysAllThatIsInTheRunbook: a change board finds every text of the runbook on the page, but for the fields named
// here.
func TestHTMLSaysAllThatIsInTheRunbook(t *testing.T) {
	r := everything()
	_, page := elements(t, render(t, "html", r))
	page = strings.Join(strings.Fields(page), " ")
	without := map[string]string{
		"Runbook.Schema": "names the format", "Run.PolicyDate": "is part of the rules' digest", "Runbook.Diagnostics": "go to the terminal", "Runbook.Rules": "give their titles to findings",
		"Held.Generation": "stands in the scope", "Held.Because": "are the findings of the evidence", "ScopeSensor.State": "", "Note.Sources": "as in Markdown", "Collect.Command": "",
		"Step.Kind": "shows in what is to do", "Step.RunsOn": "is worded by who", "Step.Risk": "is worded by riskText", "Step.State": "is a class and a section", "Step.Step": "is part of the id",
		"Step.StartsAt": "is worded by minute", "Step.EndsAt": "is worded by minute", "Step.Satisfied": "only of satisfied steps", "Step.Held": "is nil or shown", "Step.Release": "", "Param.Type": "", "Param.Name": "",
		"Decision.Name": "is the machine's name of the title", "Decision.Missing": "only without a choice", "Decision.Source": "is worded", "Finding.Severity": "stands in the verdict", "Finding.Missing": "are the absent facts of the evidence",
		"Finding.Range": "is a place in the spec", "Waiver.Range": "is one too", "Finding.Error": "stands in the verdict", "Finding.Required": "is worded by words.Against", "Finding.Observed": "is worded by words.Against", "Evidence.Pointer": "is the path for programs", "Evidence.Status": "stands in the verdict",
		"Evidence.Value": "is compact JSON", "Evidence.Source": "of absent facts is their error", "Evidence.ReadAt": "", "Evidence.Error": "of facts that are there is empty", "Waiver.Severity": "", "Subject.Kind": "", "FindingRef.Subject": "is counted at steps",
		"Finding.Waived": "", "Run.Now": "",
	}
	fields := 0
	var look func(name string, v reflect.Value)
	look = func(name string, v reflect.Value) {
		if _, left := without[name]; left {
			return
		}
		switch v.Kind() {
		case reflect.String:
			fields++
			if text := strings.Join(strings.Fields(quote.Visible(v.String())), " "); v.String() != "" && !strings.Contains(page, text) &&
				!strings.Contains(page, strings.Join(strings.Fields(quote.Lines(v.String())), " ")) {
				assert.Fail(t, "not on the page", "%s: %q", name, v.String())
			}
		case reflect.Struct:
			for i := range v.NumField() {
				look(v.Type().Name()+"."+v.Type().Field(i).Name, v.Field(i))
			}
		case reflect.Slice:
			for i := range v.Len() {
				look(name, v.Index(i))
			}
		case reflect.Map:
			for _, key := range v.MapKeys() {
				look(name, key)
				look(name, v.MapIndex(key))
			}
		case reflect.Interface, reflect.Pointer:
			if !v.IsNil() {
				look(name, v.Elem())
			}
		}
	}
	for i := range r.Steps {
		if r.Steps[i].State == schema.StepSatisfied { // one line, as in Markdown
			s := r.Steps[i]
			r.Steps[i] = schema.Step{Title: s.Title, Subject: s.Subject}
			assert.Contains(t, page, strings.Join(strings.Fields(quote.Visible(s.Satisfied)), " "))
		}
	}
	look("", reflect.ValueOf(r))
	assert.Greater(t, fields, 300)
}

func TestSVGIsXMLOfItsOwnElements(t *testing.T) {
	for name, r := range map[string]schema.Runbook{"hostile": everything(), "many": estate(60)} {
		decoder := xml.NewDecoder(strings.NewReader(render(t, "svg", r)))
		seen := map[string]int{}
		for {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			require.NoError(t, err, name)
			if e, ok := token.(xml.StartElement); ok {
				seen[e.Name.Local]++
				assert.Equal(t, "http://www.w3.org/2000/svg", e.Name.Space)
			}
		}
		for e := range seen {
			assert.Contains(t, []string{"svg", "title", "desc", "style", "defs", "marker", "path", "rect", "text", "g"}, e)
		}
		assert.Greater(t, seen["rect"], 20, name)
		assert.Greater(t, seen["path"], 20, name)
	}
}

// TestDOTIsStatementsAndStrings takes every quoted string out, as the lexer of Graphviz does, and knows what is left.
func TestDOTIsStatementsAndStrings(t *testing.T) {
	out := render(t, "dot", everything())
	bare := regexp.MustCompile(`"(?:[^"\\]|\\.)*"`).ReplaceAllString(out, "S")
	for line := range strings.Lines(bare) {
		assert.Regexp(t, `^(// .*|digraph runbook \{|  (label|fontname|labelloc|compound)=(S|t|true)|  (node|edge) \[.*\]|  subgraph cluster_\w+ \{|    (label|style|color)=S|    (n|legend)\d+ \[label=S( \w+=(S|\d))+\]|  n\d+ -> n\d+( \[ltail=cluster_\d+ lhead=cluster_\d+ style=dashed\])?|  \}|\})\n$`, line)
	}
	assert.Greater(t, strings.Count(out, " -> "), 20)
}

func TestMermaidIsStatementsAndStrings(t *testing.T) {
	out := render(t, "mermaid", everything())
	bare := regexp.MustCompile(`"[^"]*"`).ReplaceAllString(out, "S")
	for line := range strings.Lines(bare) {
		assert.Regexp(t, `^(%% .*|flowchart TB|  subgraph \w+ \[S\]|    (n|legend)\d+\[S\]:::\w+|  n\d+ --> n\d+|  n\d+ -\. all of the wave \.-> n\d+|  end|  classDef \w+ [#\w:, -]+|  class (band\d+|legend) band)\n$`, line)
	}
	assert.Greater(t, strings.Count(out, " --> "), 20)
}

func TestCSVIsATableOfText(t *testing.T) {
	r := everything()
	for _, format := range []string{"csv", "csv-raw"} {
		out := render(t, format, r)
		assert.True(t, strings.HasSuffix(out, "\r\n"))
		if format == "csv" {
			assert.Equal(t, len(r.Steps)+1, strings.Count(out, "\n"))
			assert.Equal(t, strings.Count(out, "\n"), strings.Count(out, "\r\n"))
		}
		rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
		require.NoError(t, err)
		require.Len(t, rows, len(r.Steps)+1)
		assert.Equal(t, "number,id,title,subject,wave,state,who,privilege,runs_on,risk,duration,wait,start,end,requires,because,verify,undo,held", strings.Join(rows[0], ","))
		for i, s := range r.Steps {
			if format == "csv" {
				for _, cell := range rows[i+1] {
					assert.NotContains(t, "=+-@\t\r", cell[:min(len(cell), 1)]+"\x00")
				}
				assert.Equal(t, "'"+quote.Visible(s.ID), rows[i+1][1])
			} else {
				assert.Contains(t, out, `"`+strings.ReplaceAll(s.ID, `"`, `""`)+`"`, "as it is, line breaks included")
			}
		}
	}
	assert.Equal(t, "504:00:05", clock(504*3600+5))
}

// calendarOf unfolds and reads a calendar; each event is a map of its properties.
func calendarOf(t *testing.T, out string) []map[string]string {
	t.Helper()
	require.Equal(t, strings.Count(out, "\n"), strings.Count(out, "\r\n"))
	for line := range strings.SplitSeq(out, "\r\n") {
		require.LessOrEqual(t, len(line), 75)
		require.True(t, strings.ToValidUTF8(line, "") == line, "a character is folded in the middle: %q", line)
	}
	var events []map[string]string
	depth := 0
	for line := range strings.SplitSeq(strings.TrimSuffix(strings.ReplaceAll(out, "\r\n ", ""), "\r\n"), "\r\n") {
		name, value, ok := strings.Cut(line, ":")
		require.True(t, ok, line)
		require.Regexp(t, `^[A-Z-]+$`, name)
		switch {
		case name == "BEGIN":
			depth++
			if value == "VEVENT" {
				events = append(events, map[string]string{})
			}
		case name == "END":
			depth--
		case depth == 2:
			events[len(events)-1][name] = value
		}
	}
	require.Zero(t, depth)
	return events
}

func TestCalendarIsOfEventsThatKeepTheirIdentity(t *testing.T) {
	r := everything()
	events := calendarOf(t, render(t, "ical", r))
	ids, categories := map[string]string{}, map[string]int{}
	for _, e := range events {
		assert.Empty(t, ids[e["UID"]], "two events are one: %s and %s", ids[e["UID"]], e["SUMMARY"])
		ids[e["UID"]] = e["SUMMARY"]
		categories[e["CATEGORIES"]]++
		assert.Equal(t, "20261124T090000Z", e["DTSTAMP"])
		assert.Less(t, e["DTSTART"], e["DTEND"])
	}
	for _, kind := range []string{"BATCH", "APPROVAL", "WAIT"} {
		assert.NotZero(t, categories[kind], kind)
	}
	for i := range r.Steps { // a day later
		r.Steps[i].StartsAt = strings.Replace(r.Steps[i].StartsAt, "2026-11", "2026-12", 1)
		r.Steps[i].EndsAt = strings.Replace(r.Steps[i].EndsAt, "2026-11", "2026-12", 1)
	}
	later := calendarOf(t, render(t, "ical", r))
	require.Len(t, later, len(events))
	for i, e := range later {
		assert.Equal(t, events[i]["UID"], e["UID"])
		assert.NotEqual(t, events[i]["DTSTART"], e["DTSTART"])
	}
}

func TestLinesFoldBetweenCharacters(t *testing.T) {
	for shift := range 4 {
		r := schema.Runbook{Run: schema.Run{Now: "2026-11-24T09:00:00Z"}, Change: schema.Change{Summary: strings.Repeat("x", shift) + strings.Repeat("漢", 90)}}
		out := render(t, "ical", r)
		calendarOf(t, out)
		assert.Contains(t, strings.ReplaceAll(out, "\r\n ", ""), "X-WR-CALNAME:"+r.Change.Summary+"\r\n")
	}
}

// TestPeriodsAreTheWorkOfABatchInItsWindows: checks without a risk may come days before; a pause splits.
func TestPeriodsAreTheWorkOfABatchInItsWindows(t *testing.T) {
	at := func(server, start, end, risk string) schema.Step {
		return schema.Step{ID: server + start, State: schema.StepPlanned, Wave: "w", Risk: risk, Reversible: true, Subject: schema.Subject{Kind: "server", Key: server}, StartsAt: start, EndsAt: end}
	}
	held := at("c", "", "", "reboot")
	held.State = schema.StepHeld
	got := periods(schema.Runbook{
		Waves: []schema.Wave{{Name: "w", Batches: [][]string{{"a", "b", "c"}, {"d"}}}},
		Steps: []schema.Step{
			at("a", "2026-01-01T08:00:00Z", "2026-01-01T08:10:00Z", "none"), at("a", "2026-01-03T20:00:00Z", "2026-01-03T21:00:00Z", "reboot"),
			at("b", "2026-01-03T20:30:00Z", "2026-01-03T22:30:00Z", "reboot"), at("a", "2026-01-10T20:00:00Z", "2026-01-10T20:10:00Z", "service_restart"), held,
		},
	})
	require.Len(t, got, 2, "batch d has no work")
	assert.Equal(t, "2026-01-03 20:00 to 22:30", got[0].start.Format("2006-01-02 15:04")+" to "+got[0].end.Format("15:04"))
	assert.Equal(t, []string{"a", "b"}, got[0].worked)
	assert.Equal(t, []string{"c"}, got[0].held)
	assert.Equal(t, 1, got[1].part)
	assert.Equal(t, []string{"a"}, got[1].worked)
}
