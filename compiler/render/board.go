package render

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/mdiplan/mdiplan/schema"
)

// chapter is a part of the change record as every format prints it: sentences, a table, a list. Nothing in it is quoted yet.
type chapter struct {
	ID, Title string
	Text      []string
	List      []string
	Tables    []table
}

// table has a caption where a chapter has several.
type table struct {
	Caption string
	Head    []string
	Rows    [][]cell
	// Form says that the rows are for people to fill in.
	Form bool
}

// cell is a text, with a kind of its own where a format can say more than by words.
type cell struct {
	Text string
	// Kind is code for names, band for a band of risk, time for a moment, number, or empty.
	Kind string
}

func plain(s string) cell    { return cell{Text: s} }
func code(s string) cell     { return cell{s, "code"} }
func moment(s string) cell   { return cell{s, "time"} }
func tally(n int) cell       { return cell{fmt.Sprint(n), "number"} }
func riskBand(s string) cell { return cell{s, "band"} }

// headings are those of a table; a blank between two is written as an underscore.
func headings(names string) []string {
	out := strings.Fields(names)
	for i, name := range out {
		out[i] = strings.ReplaceAll(name, "_", " ")
	}
	return out
}

func spaced(name string) string { return strings.ReplaceAll(name, "_", " ") }

// request is what is asked for: why, what is watched afterwards, and which configuration items it touches.
func request(r schema.Runbook) []chapter {
	b := r.Board
	change := chapter{ID: "change", Title: "The change", Text: []string{fmt.Sprintf("A %s change. %s", r.Change.Type, b.Title)}, List: b.Reasons}
	if r.Change.Reason != "" {
		change.Text = append(change.Text, r.Change.Reason)
	}
	coverage := table{Caption: "Coverage", Head: headings("Servers All Watched_today Watched_afterwards Held Excluded")}
	for _, c := range b.Coverage {
		coverage.Rows = append(coverage.Rows, []cell{plain(c.Of), tally(c.Total), tally(c.Before), tally(c.After), tally(c.Held), tally(c.Excluded)})
	}
	change.Tables = []table{coverage}
	items := table{Head: headings("Kind Name Planned_steps")}
	for _, i := range b.Items {
		name := i.Name
		if i.Detail != "" {
			name += " (" + i.Detail + ")"
		}
		items.Rows = append(items.Rows, []cell{plain(spaced(i.Kind)), code(name), tally(i.Steps)})
	}
	return []chapter{change, {ID: "items", Title: "Configuration items", Text: []string{"What the planned steps touch. A step at a domain counts for every server that it affects."}, Tables: []table{items}}}
}

// assessment is what may go wrong, who has to accept it, and what others notice.
func assessment(r schema.Runbook) []chapter {
	b := r.Board
	score := chapter{ID: "score", Title: "Risk score", Text: []string{
		fmt.Sprintf("The risk of this change is %s (%d points). A wave has the risk of its worst step, the change that of its worst wave; every step below says what its points are for.", b.Risk.Band, b.Risk.Score)}}
	waves := table{Head: headings("Wave Risk Points Steps_with_the_most_points As_a_standard_change")}
	for _, w := range b.Risk.Waves {
		standard := "no"
		if w.StandardEligible {
			standard = "after a clean pilot"
		}
		waves.Rows = append(waves.Rows, []cell{plain(waveName(w.Wave)), riskBand(w.Band), tally(w.Score), plain(shortList(w.Steps)), plain(standard)})
	}
	var weights []string
	for _, w := range b.Risk.Weights {
		weights = append(weights, fmt.Sprintf("%s %d", spaced(w.Name), w.Points))
	}
	score.Tables = []table{waves}
	score.List = []string{"Points: " + strings.Join(weights, ", ")}
	out := []chapter{score}
	if len(b.Acceptances) > 0 {
		accept := table{Form: true, Head: headings("Warning Severity Outcome At Accepted_by Date_or_end")}
		for _, a := range b.Acceptances {
			by, title := a.By, strings.TrimSpace(a.Rule+" "+a.Title)
			if a.Reason != "" {
				by += ": " + a.Reason
			}
			accept.Rows = append(accept.Rows, []cell{plain(title), plain(a.Severity), plain(string(a.Outcome)), plain(subjectList(a.Subjects)), plain(by), plain(a.Until)})
		}
		out = append(out, chapter{ID: "acceptance", Title: "Warnings to accept", Text: []string{"No planned step answers these. Whoever approves the change accepts each by name; a waiver has been accepted already."}, Tables: []table{accept}})
	}
	out = append(out, chapter{ID: "impact", Title: "Impact", List: b.Impact})
	security := table{Head: headings("About Why Steps Places Hands-on_time")}
	for _, n := range b.Security {
		security.Rows = append(security.Rows, []cell{plain(spaced(n.About)), plain(n.Text), plain(shortList(n.Steps)), tally(n.Places), plain(span(n.Seconds))})
	}
	if len(security.Rows) > 0 {
		out = append(out, chapter{ID: "security", Title: "Security and compliance", Tables: []table{security}})
	}
	return append(out, licences(b.Licences))
}

func licences(l schema.Licences) chapter {
	out := chapter{ID: "licences", Title: "Licences"}
	count := func(n *int64) string {
		if n == nil {
			return "not read"
		}
		return fmt.Sprint(*n)
	}
	out.Text = []string{fmt.Sprintf("Seats: %s. Identities that were active during 28 days: %s.", count(l.Units), count(l.Identities))}
	switch {
	case l.Enough == nil:
		out.Text = append(out.Text, "Whether that is enough cannot be told: compare the two on the About page of the workspace.")
	case *l.Enough:
		out.Text = append(out.Text, "That is enough.")
	default:
		out.Text = append(out.Text, "That is not enough: order the rest before the first wave.")
	}
	return out
}

// subjectList names a few subjects of many.
func subjectList(subjects []schema.Subject) string {
	names := make([]string, len(subjects))
	for i, s := range subjects {
		names[i] = orKind(s)
	}
	slices.Sort(names)
	return shortList(slices.Compact(names))
}

// arrangement is when it happens, what has to come first, and where the work stops.
func arrangement(r schema.Runbook) []chapter {
	b := r.Board
	var out []chapter
	if len(b.Windows) > 0 {
		windows := table{Head: headings("Wave Batches Window Opens Closes Earliest_start Work_ends Latest_start Buffer")}
		for _, w := range b.Windows {
			batches := fmt.Sprint(w.FirstBatch)
			if w.LastBatch > w.FirstBatch {
				batches = fmt.Sprintf("%d to %d", w.FirstBatch, w.LastBatch)
			}
			windows.Rows = append(windows.Rows, []cell{plain(waveName(w.Wave)), plain(batches), plain(w.Window + ", " + w.Timezone), plain(localTime(w.OpensAt)), plain(localTime(w.ClosesAt)), plain(localTime(w.EarliestStart)),
				plain(localTime(w.EndsAt)), plain(localTime(w.LatestStart)), plain(buffer(w.BufferSeconds))})
		}
		out = append(out, chapter{ID: "windows", Title: "Windows", Text: []string{"By the clock of each window. Who starts later than the latest start has no time left to back out."}, Tables: []table{windows}})
	}
	if len(b.Dependencies) > 0 {
		needs := table{Form: true, Head: headings("What Who Kind Places Takes Needed_by Ticket")}
		for _, d := range b.Dependencies {
			needs.Rows = append(needs.Rows, []cell{plain(d.Title + " (" + d.Step + ")"), plain(d.Who), plain(d.Kind), tally(d.Places), plain(span(d.LeadSeconds)), moment(d.NeededBy), plain("")})
		}
		out = append(out, chapter{ID: "dependencies", Title: "Dependencies and lead times", Text: []string{"What others do, and what takes time. The longest stands first: begin with it."}, Tables: []table{needs}})
	}
	holds := table{Form: true, Head: headings("No. Hold_point When Look_for Otherwise Steps Seen_by_and_when")}
	for _, h := range b.HoldPoints {
		when := h.When
		if h.Due != "" {
			when += "; decide by " + h.Due
		}
		steps := "none planned"
		if h.Places > 0 {
			steps = fmt.Sprintf("%s (%d places)", strings.Join(h.Steps, ", "), h.Places)
		}
		holds.Rows = append(holds.Rows, []cell{tally(h.Number), plain(h.Title), plain(when), plain(strings.Join(h.Look, ". ") + "."), plain(h.Otherwise), plain(steps), plain("")})
	}
	out = append(out, chapter{ID: "holdpoints", Title: "Hold points", Text: []string{"The work stops here until everything is seen."}, Tables: []table{holds}})
	roles := table{Form: true, Head: headings("Who Least_privilege Steps Hands-on_time Name")}
	for _, n := range b.Roles {
		roles.Rows = append(roles.Rows, []cell{plain(n.Who), plain(strings.Join(n.Privileges, "; ")), tally(n.Steps), plain(span(n.DurationSeconds)), plain("")})
	}
	out = append(out, chapter{ID: "roles", Title: "Roles required", Tables: []table{roles}})
	tests := chapter{ID: "tests", Title: "Test plan", Text: []string{"What is expected after each kind of step. The steps below say how to look."}}
	for _, g := range b.Tests {
		t := table{Caption: capital(cmp.Or(lookText[g.Look], g.Look)), Head: headings("After Expected Tester Places")}
		for _, x := range g.Tests {
			t.Rows = append(t.Rows, []cell{plain(x.Title + " (" + x.Step + ")"), plain(x.Expect), plain(x.Who), tally(x.Places)})
		}
		tests.Tables = append(tests.Tables, t)
	}
	return append(out, tests, backOut(b.BackOut), communication(r.Change.Contacts, b.Messages))
}

var lookText = map[string]string{
	"before": "before the change", "host": "on the server", "directory": "in the directory", "portal": "in the portal", "data": "data that arrive", "health": "health",
	"regression": "what must not have become worse", "people": "with people",
}

// buffer is the time that a window has left, or what it lacks.
func buffer(seconds int64) string {
	if seconds < 0 {
		return span(-seconds) + " too short"
	}
	return span(seconds)
}

// clock is a local time without its seconds; its zone stands beside it.
func localTime(at string) string {
	t, err := time.Parse(time.RFC3339, at)
	if err != nil {
		return at
	}
	return t.Format("2006-01-02 15:04")
}

func backOut(b schema.BackOut) chapter {
	out := chapter{ID: "backout", Title: "Back-out plan", Text: []string{"Begin when one of these is seen:"}, List: b.Triggers}
	if b.Owner != "" {
		out.List = append(slices.Clone(out.List), b.Owner+" decides.")
	}
	if b.BySeconds > 0 {
		out.Text = append([]string{fmt.Sprintf("A back-out starts at the latest %s before a window ends.", span(b.BySeconds))}, out.Text...)
	}
	if b.NoReturn != nil {
		out.Text = append([]string{fmt.Sprintf("Point of no return: %s (%s)%s. What comes before can be taken back whole; of what comes after, the residue stays.", b.NoReturn.Title, b.NoReturn.Step, from(b.NoReturn.At))}, out.Text...)
	} else {
		out.Text = append([]string{"There is no point of no return: every planned step can be taken back."}, out.Text...)
	}
	for _, w := range b.Waves {
		fits := ""
		if w.Fits != nil {
			fits = "; it does not fit into the time that is kept for it"
			if *w.Fits {
				fits = "; it fits into the time that is kept for it"
			}
		}
		t := table{Caption: fmt.Sprintf("Wave %s, back from the last step: about %s%s", waveName(w.Wave), span(w.Seconds), fits), Head: headings("Undo How By Places")}
		for _, s := range w.Steps {
			by := "hand"
			if s.Automatic {
				by = "script"
			}
			t.Rows = append(t.Rows, []cell{plain(s.Title + " (" + s.Step + ")"), plain(s.Undo), plain(by), tally(s.Places)})
		}
		out.Tables = append(out.Tables, t)
	}
	if len(b.Residue) > 0 {
		t := table{Caption: "Residue: what stays and is accepted with this change", Head: headings("Step What_stays Places")}
		for _, s := range b.Residue {
			t.Rows = append(t.Rows, []cell{plain(s.Title + " (" + s.Step + ")"), plain(s.Stays), tally(s.Places)})
		}
		out.Tables = append(out.Tables, t)
	}
	return out
}

func from(at string) string {
	if at == "" {
		return ""
	}
	return ", from " + at
}

func communication(contacts map[string]string, messages []schema.Message) chapter {
	out := chapter{ID: "communication", Title: "Communication plan"}
	for _, to := range slices.Sorted(maps.Keys(contacts)) {
		out.List = append(out.List, capital(spaced(to))+": "+contacts[to])
	}
	t := table{Head: headings("Wave To Before During After")}
	for _, m := range messages {
		t.Rows = append(t.Rows, []cell{plain(waveName(m.Wave)), plain(spaced(m.To)), plain(m.Before), plain(m.During), plain(m.After)})
	}
	if len(t.Rows) == 0 {
		out.Text = []string{"Nothing changes, so nobody has to be told."}
		return out
	}
	out.Tables = []table{t}
	return out
}

// record is what is signed, attached and asked afterwards.
func record(r schema.Runbook) []chapter {
	b := r.Board
	attachments := table{Form: true, Head: headings("Document From SHA-256")}
	for _, a := range b.Attachments {
		attachments.Rows = append(attachments.Rows, []cell{plain(a.Name), plain(a.From), plain("")})
	}
	approvals := table{Form: true, Head: headings("Role For Name State Time")}
	for _, a := range b.Approvals {
		what := a.For
		if a.Step != "" {
			what += " (" + a.Step + ", wave " + waveName(a.Wave) + ")"
		}
		approvals.Rows = append(approvals.Rows, []cell{plain(a.Role), plain(what), plain(""), plain(""), plain("")})
	}
	review := table{Form: true, Head: headings("Question Planned Actual")}
	for _, row := range b.Review {
		review.Rows = append(review.Rows, []cell{plain(row.Question), plain(row.Planned), plain("")})
	}
	return []chapter{{ID: "attachments", Title: "Attachments", Text: []string{"What the steps leave for the record; its digest is written down when it is made. Facts, spec and rules are among the evidence above."}, Tables: []table{attachments}},
		{ID: "approvals", Title: "Approvals", Tables: []table{approvals}},
		{ID: "review", Title: "Review after the change", Tables: []table{review}}}
}

// points says what the risk of a step is made of.
func points(s schema.Step) string {
	if len(s.Points) == 0 {
		return ""
	}
	parts := make([]string, len(s.Points))
	for i, p := range s.Points {
		parts[i] = fmt.Sprintf("%s %+d", spaced(p.Name), p.Points)
	}
	return fmt.Sprintf("%d (%s)", s.Score, strings.Join(parts, ", "))
}

// condition says whether what a step asks for holds today.
func condition(c schema.Condition) string {
	return cmp.Or(map[string]string{"holds": "holds today", "by_then": "does not hold yet; earlier steps make it true", "open": "does not hold"}[c.Now], c.Now)
}

// mode is who does a step: the sign that a person looks for first.
func mode(s schema.Step) string {
	switch s.Kind {
	case "script":
		return "automatic"
	case "approval", "wait":
		return s.Kind
	}
	return "manual"
}

// failure is what a known sign means, and where to go on.
func failure(f schema.Failure) string {
	out := f.Means + ". Go on with " + strings.Join(f.GoTo, ", ") + "."
	if f.RetryAfter != "" {
		out += " Do not try again before " + f.RetryAfter + " has succeeded."
	}
	return out
}
