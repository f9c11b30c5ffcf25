package render

import (
	"fmt"
	"slices"
	"time"

	"github.com/mdiplan/mdiplan/internal/quote"
	"github.com/mdiplan/mdiplan/schema"
)

// timeline is when the waves run, as shapes: one row a wave, in it its whole span, the work in its windows, the waits and
// the approvals.
type timeline struct {
	Title, Text                        string
	Width, Height                      int
	Ticks                              []timeTick
	Freezes                            []timeFreeze
	Rows                               []timeRow
	Legend                             []pictureSign
	SignX, SignY, SignTextX, SignTextY int
	start                              time.Time
	seconds                            int64
}

type timeTick struct {
	X, TextX, Bottom int
	Label            string
}

// timeFreeze is a freeze behind the rows.
type timeFreeze struct {
	X, W, H, TextX, TextY int
	Label, Hint           string
}

type timeRow struct {
	TextY int
	Label string
	Bars  []timeBar
	Marks []timeMark
}

type timeBar struct {
	X, Y, W, H  int
	Class, Hint string
}

type timeMark struct {
	X, Y int
	Hint string
}

const (
	timeWidth, timeLabel, timeRight = 1100, 150, 76
	rowHeight, rowsTop              = 34, 26
)

// timelineOf is without rows when nothing has a time.
func timelineOf(r schema.Runbook) timeline {
	t := timeline{Title: "When the waves run", Width: timeWidth}
	type extent struct{ start, end time.Time }
	waves := map[string]extent{}
	var whole extent
	grow := func(e *extent, start, end time.Time) {
		if e.start.IsZero() || start.Before(e.start) {
			e.start = start
		}
		if end.After(e.end) {
			e.end = end
		}
	}
	for _, s := range r.Steps {
		start, end, timed := within(s)
		if s.State != schema.StepPlanned || !timed {
			continue
		}
		end = end.Add(time.Duration(s.WaitSeconds) * time.Second)
		e := waves[s.Wave]
		grow(&e, start, end)
		waves[s.Wave] = e
		grow(&whole, start, end)
	}
	if whole.start.IsZero() {
		return t
	}
	t.start, t.seconds = whole.start, max(int64(whole.end.Sub(whole.start)/time.Second), 1)
	rows := map[string]*timeRow{}
	var names []string
	for _, w := range r.Waves {
		e, timed := waves[w.Name]
		if !timed || rows[w.Name] != nil {
			continue
		}
		y := rowsTop + rowHeight*len(names)
		label := waveName(w.Name)
		rows[w.Name] = &timeRow{TextY: y + 19, Label: cut(quote.Visible(label), 22)}
		rows[w.Name].Bars = append(rows[w.Name].Bars, t.bar("span", y+4, 22, e.start, e.end, label))
		names = append(names, w.Name)
	}
	y := func(wave string) int { return rowsTop + rowHeight*slices.Index(names, wave) }
	for _, s := range r.Steps {
		start, end, timed := within(s)
		row := rows[s.Wave]
		if s.State != schema.StepPlanned || !timed || row == nil || s.Subject.Kind == "server" {
			continue
		}
		if s.WaitSeconds > 0 {
			row.add(t.bar("wait", y(s.Wave)+8, 14, end, end.Add(time.Duration(s.WaitSeconds)*time.Second), s.Title))
		}
		if s.Kind == "approval" {
			mark := timeMark{t.x(start), y(s.Wave) + 9, quote.Visible(fmt.Sprintf("%s: %s", s.Title, s.StartsAt))}
			if n := len(row.Marks); n == 0 || mark.X > row.Marks[n-1].X+2 {
				row.Marks = append(row.Marks, mark)
			}
		}
	}
	for _, p := range periods(r) {
		if row := rows[p.wave.Name]; row != nil {
			row.add(t.bar("work", y(p.wave.Name)+8, 14, p.start, p.end, fmt.Sprintf("Batch %d of %d", p.batch+1, len(p.wave.Batches))))
		}
	}
	for _, name := range names {
		t.Rows = append(t.Rows, *rows[name])
	}
	bottom := rowsTop + rowHeight*len(names)
	t.ticks(bottom)
	t.freezes(r.Schedule.Freezes, bottom)
	x := timeLabel
	signs := []struct{ class, word string }{{"span", "wave, first step to last wait"}, {"work", "change window with work on servers"}, {"wait", "time that must pass"}}
	if len(t.Freezes) > 0 {
		signs = append(signs, struct{ class, word string }{"freeze", "freeze"})
	}
	for _, sign := range signs {
		t.Legend = append(t.Legend, pictureSign{x, bottom + 10, x + 22, bottom + 19, sign.class, sign.word})
		x += 50 + 7*len(sign.word)
	}
	t.SignX, t.SignY, t.SignTextX, t.SignTextY = x+6, bottom+9, x+16, bottom+19
	t.Height = bottom + 30
	t.Text = fmt.Sprintf("%d waves between %s and %s. The table of the schedule holds the same times.", len(names), whole.start.Format(time.RFC3339), whole.end.Format(time.RFC3339))
	return t
}

// add puts a bar into the row, unless it cannot be told from the one before: a wave of thousands of batches has no more bars
// than a screen has columns.
func (row *timeRow) add(bar timeBar) {
	last := &row.Bars[len(row.Bars)-1]
	if last.Class == bar.Class && bar.X < last.X+last.W {
		last.W = max(last.W, bar.X+bar.W-last.X)
		return
	}
	row.Bars = append(row.Bars, bar)
}

// x is the column of a moment.
func (t timeline) x(at time.Time) int {
	return timeLabel + int(int64(at.Sub(t.start)/time.Second)*(timeWidth-timeLabel-timeRight)/t.seconds)
}

func (t timeline) bar(class string, y, height int, start, end time.Time, what string) timeBar {
	x := t.x(start)
	return timeBar{x, y, max(t.x(end)-x, 2), height, class,
		quote.Visible(fmt.Sprintf("%s: %s to %s", what, start.UTC().Format(time.RFC3339), end.UTC().Format(time.RFC3339)))}
}

// freezes are the parts of them that lie in the picture. Their days are drawn in UTC, as the axis is.
func (t *timeline) freezes(all []schema.Freeze, bottom int) {
	end := t.start.Add(time.Duration(t.seconds) * time.Second)
	for _, f := range all {
		from, err := time.Parse(time.DateOnly, f.From)
		to, moreErr := time.Parse(time.DateOnly, f.To)
		if err != nil || moreErr != nil {
			continue
		}
		if to = to.AddDate(0, 0, 1); !from.Before(end) || !to.After(t.start) {
			continue
		}
		if from.Before(t.start) {
			from = t.start
		}
		if to.After(end) {
			to = end
		}
		x := t.x(from)
		w := max(t.x(to)-x, 2)
		t.Freezes = append(t.Freezes, timeFreeze{x, w, bottom - 18, x + 4, rowsTop + 1, cut(quote.Visible(f.Name), max(w/7, 2)), quote.Visible(fmt.Sprintf("Freeze %s: %s to %s", f.Name, f.From, f.To))})
	}
}

// ticks marks round times, about ten of them.
func (t *timeline) ticks(bottom int) {
	const day = 24 * time.Hour
	steps := []time.Duration{time.Hour, 2 * time.Hour, 6 * time.Hour, 12 * time.Hour, day, 2 * day, 7 * day, 14 * day, 28 * day, 56 * day, 182 * day, 364 * day}
	step := steps[len(steps)-1]
	for _, s := range steps {
		if t.seconds/int64(s/time.Second) <= 10 {
			step = s
			break
		}
	}
	form := "2 Jan 2006"
	if step < day {
		form = "2 Jan 15:04"
	}
	end := t.start.Add(time.Duration(t.seconds) * time.Second)
	for at := t.start.UTC().Truncate(day); !at.After(end); at = at.Add(step) {
		if !at.Before(t.start) {
			t.Ticks = append(t.Ticks, timeTick{t.x(at), t.x(at) + 3, bottom, at.Format(form)})
		}
	}
}
