package compiler

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/mdiplan/mdiplan/schema"
)

// opening is one occurrence of a change window.
type opening struct{ start, end time.Time }

// calendar yields the occurrences of a window that no freeze touches. Repeats are counted in local time, so a window
// keeps its wall-clock hour across daylight saving.
type calendar struct {
	first    time.Time // in the window's location
	duration time.Duration
	every    int // days between occurrences; 0 is once
	freezes  []opening
}

// horizon bounds the search for an occurrence: a change that cannot start within two years is a mistake in the spec.
const horizon = 2 * 366

// next is the first free occurrence in which work that takes `needed` can be done, not before t.
func (c calendar) next(t time.Time, needed time.Duration) (opening, bool) {
	for days := 0; days <= horizon; days += max(c.every, 1) {
		o := opening{start: c.first.AddDate(0, 0, days)}
		o.end = o.start.Add(c.duration)
		frozen := slices.ContainsFunc(c.freezes, func(f opening) bool { return o.start.Before(f.end) && f.start.Before(o.end) })
		from := o.start
		if t.After(from) {
			from = t
		}
		if !frozen && !from.Add(needed).After(o.end) {
			return opening{from, o.end}, true
		}
		if c.every == 0 {
			break
		}
	}
	return opening{}, false
}

// clear is the first moment, not before t, at which work that takes `needed` touches no freeze.
func (c calendar) clear(t time.Time, needed time.Duration) time.Time {
	for moved := true; moved; {
		moved = false
		for _, f := range c.freezes {
			if t.Before(f.end) && f.start.Before(t.Add(needed)) {
				t, moved = f.end, true
			}
		}
	}
	return t
}

func (e *estate) at(seconds int64) string {
	return e.now().Add(time.Duration(seconds) * time.Second).UTC().Format(time.RFC3339)
}

func (e *estate) now() time.Time {
	t, err := time.Parse(time.RFC3339, e.run.Now)
	if err != nil {
		panic("compiler: run.now is not a time: " + e.run.Now)
	}
	return t
}

// moment is a time of the schedule, in seconds from now, and the step that determined it.
type moment struct {
	at int64
	by *instance
}

func (m *moment) push(at int64, by *instance) {
	if at > m.at {
		m.at, m.by = at, by
	}
}

// barriers are the times at which waves and batches begin and end. Steps are placed in an order that respects waves and
// batches, so what came before is complete when the first step of the next asks for it; what has no step ends as it begins.
type barriers struct {
	waves       []schema.Wave
	number      map[string]int
	begin, end  map[int]moment    // by wave
	batch, work map[[2]int]moment // by wave and batch: when it begins, when its steps end
}

func (b *barriers) start(wave int) moment {
	m, known := b.begin[wave]
	if !known && wave > 0 {
		for _, name := range b.waves[wave].After {
			before := b.number[name]
			begun, ended := b.start(before), b.end[before]
			m.push(begun.at, begun.by)
			m.push(ended.at, ended.by)
		}
		b.begin[wave] = m
	}
	return m
}

func (b *barriers) startOfBatch(wave, batch int) moment {
	m, known := b.batch[[2]int{wave, batch}]
	if !known {
		m = b.start(wave)
		if batch > 0 {
			begun, ended := b.startOfBatch(wave, batch-1), b.work[[2]int{wave, batch - 1}]
			m.push(begun.at, begun.by)
			m.push(ended.at, ended.by)
		}
		b.batch[[2]int{wave, batch}] = m
	}
	return m
}

func (b *barriers) done(in *instance, finish int64) {
	batch := [2]int{in.waveIdx, in.batch}
	ofBatch, ofWave := b.work[batch], b.end[in.waveIdx]
	ofBatch.push(finish, in)
	ofWave.push(finish, in)
	b.work[batch], b.end[in.waveIdx] = ofBatch, ofWave
}

// schedule gives every planned step its earliest time. Steps on different servers of a batch run side by side, steps on
// one server one after the other; work on a server of a wave with a window happens inside the window, and nothing that
// disturbs anybody happens inside a freeze or beside work on a server that must not be down together with this one. It
// says whether it had to hold a step: what the simulation concluded then has to be asked again.
func (c *compilation) schedule(spec *Spec, ordered []*instance) (out schema.Schedule, held bool) {
	now := c.now()
	backOut := time.Duration(spec.changeRecord().BackOutBySeconds) * time.Second
	waves := &barriers{waves: c.waves, number: map[string]int{}, begin: map[int]moment{}, end: map[int]moment{}, batch: map[[2]int]moment{}, work: map[[2]int]moment{}}
	calendars := map[string]*calendar{}
	for i := range c.waves {
		w := &c.waves[i]
		waves.number[w.Name], w.StartsAt, w.EndsAt = i, "", ""
		if cal, ok := spec.calendar(w.Window); ok {
			calendars[w.Window] = &cal
		}
	}
	always := calendar{freezes: spec.freezes(time.UTC)}
	for _, f := range spec.all("freeze") {
		out.Freezes = append(out.Freezes, schema.Freeze{Name: f.label, From: f.text("from"), To: f.text("to")})
	}
	busy := map[string]moment{} // by server, and by what servers are exclusive about
	boundBy := map[*instance]*instance{}
	moved, placed := map[string]bool{}, map[*instance]bool{}
	var last *instance
	need, whole := c.batchNeeds(ordered)
	opened := map[[2]int]bool{}
	for _, in := range ordered { // what an earlier attempt found is not true any more
		for _, f := range in.fronts {
			f.at = moment{}
		}
	}
	for _, in := range ordered {
		in.critical = false
		if in.state != schema.StepPlanned {
			continue
		}
		var t moment
		for _, other := range in.requires {
			if other.state == schema.StepPlanned {
				t.push(other.ended+other.wait, other)
			}
		}
		for _, other := range in.follows {
			if placed[other] {
				t.push(other.ended+other.wait, other)
			}
		}
		for _, f := range in.behind {
			t.push(f.at.at, f.at.by)
		}
		wave := &c.waves[in.waveIdx]
		batch := [2]int{in.waveIdx, in.batch}
		if in.waveIdx > 0 {
			begun := waves.start(in.waveIdx)
			if in.batch >= 0 {
				begun = waves.startOfBatch(in.waveIdx, in.batch)
			}
			t.push(begun.at, begun.by)
		}
		disturbs := in.decl.Risk != "none"
		alone := slices.Clone(in.apart)
		if in.subject.Kind == "server" {
			alone = append(alone, in.subject.Key)
			if disturbs {
				alone = append(alone, c.exclusive(in.subject.Key)...)
			}
		}
		for _, name := range alone {
			t.push(busy[name].at, busy[name].by)
		}
		boundBy[in] = t.by
		if cal := calendars[wave.Window]; cal != nil && in.decl.OpensWindow {
			wanted, needed := now.Add(time.Duration(t.at)*time.Second), time.Duration(in.duration)*time.Second+backOut
			slot, found := cal.next(wanted, needed+whole[[2]int{in.waveIdx, 0}])
			if !found {
				slot, found = cal.next(wanted, needed)
			}
			if found { // where none is long enough, the work that does not fit says so
				t.at = int64(slot.start.Sub(now) / time.Second)
			}
		}
		if disturbs {
			wanted := now.Add(time.Duration(t.at) * time.Second)
			needed := time.Duration(in.duration)*time.Second + backOut
			start, late := always.clear(wanted, max(needed, time.Second)), true
			if cal := calendars[wave.Window]; cal != nil && in.subject.Kind == "server" {
				first := needed
				if !opened[batch] {
					first = max(needed, need[batch]+backOut)
				}
				slot, found := cal.next(wanted, first)
				if !found {
					// A batch that is longer than any occurrence is spread over several; a step that is longer cannot be placed.
					slot, found = cal.next(wanted, needed)
				}
				if !found {
					c.unreachable(wave, in, wanted, needed, backOut)
					held = true
					continue
				}
				start, late = slot.start, wanted.After(cal.first)
				opened[batch] = true
			}
			if start.After(wanted) {
				if late && !moved[wave.Name] {
					moved[wave.Name] = true
					out.Moved = append(out.Moved, fmt.Sprintf("Wave %s: %s at %s did not fit before %s and moves to %s.", wave.Name, in.decl.Name, cmp.Or(in.subject.Key, in.subject.Kind),
						wanted.UTC().Format(time.RFC3339), start.UTC().Format(time.RFC3339)))
				}
				t.at = int64(start.Sub(now) / time.Second)
			}
		}
		in.started, in.ended = t.at, t.at+in.duration
		placed[in] = true
		out.HandsOnSeconds += in.duration
		for _, name := range alone {
			b := busy[name]
			b.push(in.ended, in)
			busy[name] = b
		}
		finish := in.ended + in.wait
		for _, f := range in.fronts {
			f.at.push(finish, in)
		}
		if in.waveIdx > 0 {
			waves.done(in, finish)
			if at := c.at(in.started); wave.StartsAt == "" || at < wave.StartsAt {
				wave.StartsAt = at
			}
			wave.EndsAt = max(wave.EndsAt, c.at(finish))
		}
		if finish > out.ElapsedSeconds {
			out.ElapsedSeconds, last = finish, in
		}
	}
	for in := last; in != nil; in = boundBy[in] {
		in.critical = true
		out.CriticalPath = append(out.CriticalPath, in.id)
	}
	slices.Reverse(out.CriticalPath)
	return out, held
}

// unreachable holds a step that no occurrence of its window can take, and says so once for each wave.
func (c *compilation) unreachable(wave *schema.Wave, in *instance, wanted time.Time, needed, backOut time.Duration) {
	in.hold("no occurrence of window "+wave.Window+" is long enough", nil)
	in.release = append(in.release, "lengthen or repeat the window in the spec")
	if c.tooShort[wave.Name] {
		return
	}
	c.tooShort[wave.Name] = true
	c.diags = append(c.diags, schema.Diagnostic{Severity: "warning", Code: "spec_window_unreachable", Summary: "Work does not fit into its window",
		Detail: fmt.Sprintf("Window %q of wave %q has no occurrence after %s that is long enough for %s at %s (%s, %s of it for back-out). Lengthen the window, let it repeat, or move the freeze.",
			wave.Window, wave.Name, wanted.UTC().Format(time.RFC3339), in.decl.Name, in.subject.Key, needed, backOut)})
}

// batchNeeds is how long each batch of a wave works, by the server that takes longest: disturbs counts from its first step that
// disturbs anybody to its last, whole from its first step of all.
func (c *compilation) batchNeeds(ordered []*instance) (disturbs, whole map[[2]int]time.Duration) {
	begun, before := map[string]time.Duration{}, map[string]time.Duration{}
	disturbs, whole = map[[2]int]time.Duration{}, map[[2]int]time.Duration{}
	for _, in := range ordered {
		if in.state != schema.StepPlanned || in.subject.Kind != "server" || in.waveIdx == 0 {
			continue
		}
		fqdn, batch := in.subject.Key, [2]int{in.waveIdx, in.batch}
		if _, known := begun[fqdn]; !known && in.decl.Risk != "none" {
			begun[fqdn] = before[fqdn]
		}
		before[fqdn] += time.Duration(in.duration) * time.Second
		if in.decl.Risk != "none" {
			disturbs[batch] = max(disturbs[batch], before[fqdn]-begun[fqdn])
			whole[batch] = max(whole[batch], before[fqdn])
		}
	}
	return disturbs, whole
}
