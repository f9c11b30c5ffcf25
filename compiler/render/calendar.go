package render

import (
	"bufio"
	"crypto/sha256"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/mdiplan/mdiplan/internal/quote"
	"github.com/mdiplan/mdiplan/schema"
)

var ical = Renderer{Name: "ical", Ext: ".ics", Render: renderICal}

// period is work on a batch of a wave that belongs together: the steps with a risk and what lies between them. A batch
// that its window is too short for has several.
type period struct {
	wave         schema.Wave
	batch, part  int // from 0
	start, end   time.Time
	steps        []schema.Step
	held, worked []string
}

// pause is the longest time between two steps of one period; a longer one means that the next occurrence of the window was
// waited for.
const pause = 6 * time.Hour

// periods are in the order of waves, batches and time.
func periods(r schema.Runbook) []period {
	type key struct {
		wave, server string
	}
	batchOf := map[key]int{}
	for _, w := range r.Waves {
		for i, batch := range w.Batches {
			for _, server := range batch {
				batchOf[key{w.Name, server}] = i
			}
		}
	}
	type place struct {
		wave  string
		batch int
	}
	work, held := map[place][]schema.Step{}, map[place]map[string]bool{}
	for _, s := range r.Steps {
		i, known := batchOf[key{s.Wave, s.Subject.Key}]
		if !known || s.Subject.Kind != "server" || s.Wave == "" {
			continue
		}
		at := place{s.Wave, i}
		_, _, timed := within(s)
		switch {
		case s.State == schema.StepHeld:
			if held[at] == nil {
				held[at] = map[string]bool{}
			}
			held[at][s.Subject.Key] = true
		case s.State == schema.StepPlanned && riskOf(s) != "none" && timed:
			work[at] = append(work[at], s)
		}
	}
	var out []period
	for _, w := range r.Waves {
		for i, batch := range w.Batches {
			at := place{w.Name, i}
			steps := work[at]
			slices.SortStableFunc(steps, func(a, b schema.Step) int {
				x, _, _ := within(a)
				y, _, _ := within(b)
				return x.Compare(y)
			})
			part := -1
			for _, s := range steps {
				start, end, _ := within(s)
				if last := len(out) - 1; part < 0 || start.Sub(out[last].end) > pause {
					part++
					out = append(out, period{wave: w, batch: i, part: part, start: start, end: end})
				}
				p := &out[len(out)-1]
				p.steps = append(p.steps, s)
				if end.After(p.end) {
					p.end = end
				}
			}
			for j := len(out) - 1 - part; part >= 0 && j < len(out); j++ {
				busy := map[string]bool{}
				for _, s := range out[j].steps {
					busy[s.Subject.Key] = true
				}
				out[j].worked = filter(batch, func(server string) bool { return busy[server] })
				out[j].held = filter(batch, func(server string) bool { return held[at][server] })
			}
		}
	}
	return out
}

// within is when a step happens; false when it has no time.
func within(s schema.Step) (start, end time.Time, ok bool) {
	start, err := time.Parse(time.RFC3339, s.StartsAt)
	if err != nil {
		return start, end, false
	}
	end, err = time.Parse(time.RFC3339, s.EndsAt)
	return start, end, err == nil
}

// calendar writes properties and keeps the first error.
type calendar struct {
	w   *bufio.Writer
	r   schema.Runbook
	now string
	err error
}

// renderICal writes the change windows, the approvals and the waits as RFC 5545 has them. What happens at a single server
// lies within the event of its batch.
func renderICal(w io.Writer, r schema.Runbook) error {
	now, err := time.Parse(time.RFC3339, r.Run.Now)
	if err != nil {
		return fmt.Errorf("the moment the runbook was made for is not a time: %w", err)
	}
	c := &calendar{w: bufio.NewWriter(w), r: r, now: utc(now)}
	c.property("BEGIN", "VCALENDAR")
	c.property("VERSION", "2.0")
	c.property("PRODID", "-//mdiplan//runbook//EN")
	c.property("CALSCALE", "GREGORIAN")
	c.property("METHOD", "PUBLISH")
	c.property("X-WR-CALNAME", quote.ICalendar(title(r)))
	for _, p := range periods(r) {
		c.batch(p)
	}
	for _, s := range r.Steps {
		start, end, timed := within(s)
		if s.State != schema.StepPlanned || !timed || s.Subject.Kind == "server" {
			continue
		}
		if s.Kind == "approval" {
			c.event("approval", s.ID, s.Title+" ("+orKind(s.Subject)+")", start, end, true, c.stepLines(s))
		}
		if s.WaitSeconds > 0 {
			c.event("wait", s.ID, "Wait: "+s.Title+" ("+orKind(s.Subject)+")", end, end.Add(time.Duration(s.WaitSeconds)*time.Second), false, c.stepLines(s))
		}
	}
	c.property("END", "VCALENDAR")
	if c.err == nil {
		c.err = c.w.Flush()
	}
	return c.err
}

func (c *calendar) batch(p period) {
	name := fmt.Sprintf("wave %s, batch %d of %d", p.wave.Name, p.batch+1, len(p.wave.Batches))
	if p.part > 0 {
		name += fmt.Sprintf(", continued (%d)", p.part+1)
	}
	lines := []string{"Servers: " + strings.Join(p.worked, ", ")}
	if len(p.held) > 0 {
		lines = append(lines, "With something held: "+strings.Join(p.held, ", "))
	}
	if p.wave.Window != "" {
		lines = append(lines, "Window: "+p.wave.Window)
	}
	if back := c.r.Change.BackOutBySeconds; back > 0 {
		lines = append(lines, "A back-out starts at the latest "+span(back)+" before the window ends.")
	}
	for _, s := range p.steps {
		lines = append(lines, fmt.Sprintf("%d. %s at %s (%s)", s.Number, s.Title, orKind(s.Subject), riskText[riskOf(s)]))
	}
	c.event("batch", fmt.Sprint(p.wave.Name, "/", p.batch, "/", p.part), capital(name)+": "+shortList(p.worked), p.start, p.end, true, lines)
}

func (c *calendar) stepLines(s schema.Step) []string {
	lines := []string{fmt.Sprintf("Step %d, %s", s.Number, s.ID), s.Why, "Done by: " + who(s)}
	if s.Verify != "" {
		lines = append(lines, "Verify: "+s.Verify)
	}
	return lines
}

// event writes one event. Its identity is a digest of what it is about and not of when it happens, so that a newer runbook
// moves the event instead of adding another.
func (c *calendar) event(kind, about, summary string, start, end time.Time, busy bool, lines []string) {
	if id := c.r.Change.ID; id != "" {
		summary = id + " " + summary
	}
	quoted := make([]string, len(lines))
	for i, line := range lines {
		quoted[i] = quote.ICalendar(line)
	}
	c.property("BEGIN", "VEVENT")
	c.property("UID", fmt.Sprintf("%x@mdiplan", sha256.Sum256(fmt.Appendf(nil, "%q", []string{c.r.Deployment, c.r.Change.ID, kind, about}))))
	c.property("DTSTAMP", c.now)
	c.property("DTSTART", utc(start))
	c.property("DTEND", utc(end))
	c.property("SUMMARY", quote.ICalendar(summary))
	c.property("DESCRIPTION", strings.Join(quoted, `\n`))
	c.property("CATEGORIES", strings.ToUpper(kind))
	if busy {
		c.property("TRANSP", "OPAQUE")
	} else {
		c.property("TRANSP", "TRANSPARENT")
	}
	c.property("END", "VEVENT")
}

func utc(t time.Time) string { return t.UTC().Format("20060102T150405Z") }

// property writes one content line, folded after 75 octets but never inside a character.
func (c *calendar) property(name, value string) {
	line, room := name+":"+value, 75
	for len(line) > room {
		end := room
		for !utf8.RuneStart(line[end]) {
			end--
		}
		c.write(line[:end] + "\r\n ")
		line, room = line[end:], 74
	}
	c.write(line + "\r\n")
}

func (c *calendar) write(text string) {
	if c.err == nil {
		_, c.err = c.w.WriteString(text)
	}
}
