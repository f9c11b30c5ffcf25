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

// schedule gives every planned step its earliest time. Steps on different servers of a batch run side by side, steps on
// one server one after the other; work on a server of a wave with a window happens inside the window.
func (c *compilation) schedule(spec *Spec, ordered []*instance) (schema.Schedule, schema.Diagnostics) {
	var out schema.Schedule
	var diags schema.Diagnostics
	now := c.now()
	backOut := time.Duration(spec.changeRecord().BackOutBySeconds) * time.Second
	waveEnd, busy := map[string]int64{}, map[string]int64{}
	batchEnd := map[[2]int]int64{}
	boundBy := map[*instance]*instance{}
	reported := map[string]bool{}
	var last *instance
	latest := map[[2]int]*instance{}

	need := c.batchNeeds(ordered)
	opened := map[[2]int]time.Time{}
	for _, in := range ordered {
		if in.state != schema.StepPlanned {
			continue
		}
		var t int64
		push := func(at int64, because *instance) {
			if at > t {
				t, boundBy[in] = at, because
			}
		}
		for _, other := range in.requires {
			if other.state == schema.StepPlanned {
				push(other.ended+other.wait, other)
			}
		}
		wave := &c.waves[in.waveIdx]
		batch := [2]int{in.waveIdx, in.batch}
		if in.waveIdx > 0 {
			for _, before := range wave.After {
				push(waveEnd[before], latest[[2]int{c.waveNumber(before), -2}])
			}
			if in.batch > 0 {
				push(batchEnd[[2]int{in.waveIdx, in.batch - 1}], latest[[2]int{in.waveIdx, in.batch - 1}])
			}
		}
		if in.subject.Kind == "server" {
			push(busy[in.subject.Key], boundBy[in])
		}
		if cal, ok := spec.calendar(wave.Window); ok && in.waveIdx > 0 && in.subject.Kind == "server" && in.decl.Risk != "none" {
			wanted := now.Add(time.Duration(t) * time.Second)
			needed := time.Duration(in.duration)*time.Second + backOut
			if _, begun := opened[batch]; !begun {
				needed = max(needed, need[batch]+backOut)
			}
			slot, found := cal.next(wanted, needed)
			if !found {
				// A batch that is longer than any occurrence is spread over several; a step that is longer cannot be placed.
				slot, found = cal.next(wanted, time.Duration(in.duration)*time.Second+backOut)
			}
			if !found {
				if !reported[wave.Name] {
					reported[wave.Name] = true
					diags = append(diags, schema.Diagnostic{Severity: "warning", Code: "spec_window_unreachable", Summary: "Work does not fit into its window",
						Detail: fmt.Sprintf("Window %q of wave %q has no occurrence after %s that is long enough for %s at %s (%s, %s of it for back-out). Lengthen the window, let it repeat, or move the freeze.",
							wave.Window, wave.Name, wanted.UTC().Format(time.RFC3339), in.decl.Name, in.subject.Key, needed, backOut)})
				}
				in.hold("no occurrence of window "+wave.Window+" is long enough", nil)
				in.release = append(in.release, "lengthen or repeat the window in the spec")
				continue
			}
			opened[batch] = slot.end
			start := int64(slot.start.Sub(now) / time.Second)
			if start > t {
				if at := wave.Name; !reported["moved "+at] && wanted.After(cal.first) {
					reported["moved "+at] = true
					out.Moved = append(out.Moved, fmt.Sprintf("Wave %s: %s at %s did not fit before %s and moves to %s.", at, in.decl.Name, in.subject.Key,
						wanted.UTC().Format(time.RFC3339), slot.start.UTC().Format(time.RFC3339)))
				}
				t = start
			}
		}
		in.started, in.ended = t, t+in.duration
		out.HandsOnSeconds += in.duration
		finish := in.ended + in.wait
		if in.subject.Kind == "server" {
			busy[in.subject.Key] = max(busy[in.subject.Key], in.ended)
		}
		if in.waveIdx > 0 {
			if finish >= waveEnd[wave.Name] {
				waveEnd[wave.Name] = finish
				latest[[2]int{in.waveIdx, -2}] = in
			}
			if in.batch >= 0 && finish >= batchEnd[batch] {
				batchEnd[batch] = finish
				latest[batch] = in
			}
			if wave.StartsAt == "" || c.at(t) < wave.StartsAt {
				wave.StartsAt = c.at(t)
			}
			wave.EndsAt = max(wave.EndsAt, c.at(finish))
		}
		if finish > out.ElapsedSeconds {
			out.ElapsedSeconds, last = finish, in
		}
	}
	// What was held by the calendar holds what waits for it.
	for _, in := range ordered {
		if in.state == schema.StepPlanned && len(reported) > 0 {
			c.inheritHold(in)
		}
	}
	for in := last; in != nil; in = boundBy[in] {
		in.critical = true
		out.CriticalPath = append(out.CriticalPath, in.id)
	}
	slices.Reverse(out.CriticalPath)
	return out, diags
}

func (c *compilation) waveNumber(name string) int {
	return slices.IndexFunc(c.waves, func(w schema.Wave) bool { return w.Name == name })
}

// batchNeeds is how long each batch of a wave works: the longest chain of disruptive steps on one of its servers.
func (c *compilation) batchNeeds(ordered []*instance) map[[2]int]time.Duration {
	chains := map[string]time.Duration{}
	out := map[[2]int]time.Duration{}
	for _, in := range ordered {
		if in.state == schema.StepPlanned && in.subject.Kind == "server" && in.waveIdx > 0 && in.decl.Risk != "none" {
			chains[in.subject.Key] += time.Duration(in.duration) * time.Second
			batch := [2]int{in.waveIdx, in.batch}
			out[batch] = max(out[batch], chains[in.subject.Key])
		}
	}
	return out
}

// batches groups the servers of a wave: writable controllers first, then read-only ones, role servers after the
// controllers they rely on, the PDC emulator last of its kind and alone, and never more at once than the wave allows.
func (e *estate) batches(servers []string, maxParallel, perSite int) [][]string {
	rank := func(fqdn string) int {
		server := e.facts.Servers[fqdn]
		switch {
		case server != nil && server.FSMO["pdc_emulator"]:
			return 2
		case e.hasRole(fqdn, "rodc"):
			return 1
		case e.hasRole(fqdn, "dc"):
			return 0
		case e.hasRole(fqdn, "adcs"):
			return 3
		case e.hasRole(fqdn, "adfs"):
			if server.ADFS != nil && server.ADFS.Primary != nil && *server.ADFS.Primary {
				return 5
			}
			return 4
		case e.hasRole(fqdn, "entra_connect"):
			if server.EntraConnect != nil && server.EntraConnect.Mode == "active" {
				return 7
			}
			return 6
		}
		return 8
	}
	sorted := slices.SortedFunc(slices.Values(servers), func(a, b string) int { return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b)) })
	var out [][]string
	sites := map[string]int{}
	previous := -1
	for _, fqdn := range sorted {
		site := ""
		if server := e.facts.Servers[fqdn]; server != nil {
			site = server.Site
		}
		r := rank(fqdn)
		full := len(out) == 0 || r != previous || r == 2 ||
			maxParallel > 0 && len(out[len(out)-1]) >= maxParallel || perSite > 0 && sites[site] >= perSite
		if full {
			out = append(out, nil)
			clear(sites)
		}
		out[len(out)-1] = append(out[len(out)-1], fqdn)
		sites[site]++
		previous = r
	}
	return out
}
