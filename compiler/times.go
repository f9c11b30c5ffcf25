package compiler

import (
	"cmp"
	"slices"
	"time"

	"github.com/mdiplan/mdiplan/schema"
)

// stretch is a time in which a server is worked on. Times of a runbook compare as text.
type stretch struct {
	from, to string
	step     string // its first
}

func (s *stretch) include(x *schema.Step) {
	if s.step == "" || x.StartsAt < s.from {
		s.from, s.step = x.StartsAt, x.ID
	}
	s.to = max(s.to, x.EndsAt)
}

// checkTimes holds the times of the runbook to the spec: how many servers of a wave are worked on at once, which must not be
// disturbed together whatever their wave, windows and freezes.
func (p *prover) checkTimes(r *schema.Runbook) {
	work := map[string]map[string]*stretch{} // by wave and server
	disturbed := map[string][]stretch{}      // by what servers are exclusive about; one entry for each step
	owner := map[string]string{}
	general := p.req.Spec.freezes(time.UTC)
	calendars := map[string]calendar{}
	for _, w := range p.world.waves {
		if cal, ok := p.req.Spec.calendar(w.Window); ok {
			calendars[w.Name] = cal
		}
	}
	for _, s := range p.planned {
		disturbs := s.Risk != "none"
		if s.Subject.Kind == "server" {
			owner[s.ID] = s.Subject.Key
			if s.Wave != "" {
				if work[s.Wave] == nil {
					work[s.Wave] = map[string]*stretch{}
				}
				if work[s.Wave][s.Subject.Key] == nil {
					work[s.Wave][s.Subject.Key] = &stretch{}
				}
				work[s.Wave][s.Subject.Key].include(s)
			}
			for _, name := range p.world.exclusive(s.Subject.Key) {
				if disturbs {
					disturbed[name] = append(disturbed[name], stretch{s.StartsAt, s.EndsAt, s.ID})
				}
			}
		}
		if !disturbs {
			continue
		}
		freezes := general
		if cal, ok := calendars[s.Wave]; ok && s.Subject.Kind == "server" {
			freezes = cal.freezes
			if !cal.holds(s) {
				p.violate(s.ID, "it is planned outside of the window of its wave")
			}
		}
		for _, f := range freezes {
			if s.StartsAt < f.end.UTC().Format(time.RFC3339) && f.start.UTC().Format(time.RFC3339) < s.EndsAt {
				p.violate(s.ID, "it is planned inside a freeze")
			}
		}
	}
	for _, w := range p.world.waves {
		limits, spans := map[string]int{}, map[string][]stretch{}
		for _, fqdn := range slices.Sorted(keysOf(work[w.Name])) {
			for name, most := range p.world.limits(w, fqdn) {
				limits[name] = most
				spans[name] = append(spans[name], *work[w.Name][fqdn])
			}
		}
		for _, name := range slices.Sorted(keysOf(spans)) {
			if step := crowded(spans[name], limits[name]); step != "" {
				p.violate(step, "more than %d servers of the same %s are worked on at once", limits[name], name)
			}
		}
	}
	for _, name := range slices.Sorted(keysOf(disturbed)) {
		byStart := slices.SortedFunc(slices.Values(disturbed[name]), func(a, b stretch) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.step, b.step)) })
		last := stretch{}
		for _, s := range byStart {
			if last.step != "" && s.from < last.to && owner[s.step] != owner[last.step] {
				p.violate(s.step, "%s and %s must not be disturbed at once (%s)", owner[s.step], owner[last.step], name)
			}
			if s.to > last.to {
				last = s
			}
		}
	}
}

// crowded is the first step at which more stretches than allowed are under way; empty when there is none.
func crowded(all []stretch, most int) string {
	type event struct {
		at    string
		delta int
		step  string
	}
	var events []event
	for _, s := range all {
		if s.from < s.to {
			events = append(events, event{s.from, 1, s.step}, event{s.to, -1, s.step})
		}
	}
	slices.SortFunc(events, func(a, b event) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.delta, b.delta), cmp.Compare(a.step, b.step))
	})
	at := 0
	for _, e := range events {
		if at += e.delta; at > most {
			return e.step
		}
	}
	return ""
}

// holds says whether a step lies within one occurrence of the window.
func (c calendar) holds(s *schema.Step) bool {
	from, err := time.Parse(time.RFC3339, s.StartsAt)
	to, moreErr := time.Parse(time.RFC3339, s.EndsAt)
	if err != nil || moreErr != nil || from.Before(c.first) {
		return false
	}
	days := 0
	if c.every > 0 {
		days = max(int(from.Sub(c.first)/(24*time.Hour))/c.every-1, 0) * c.every // daylight saving may cost an hour
	}
	for range 3 {
		o := opening{start: c.first.AddDate(0, 0, days)}
		o.end = o.start.Add(c.duration)
		if !from.Before(o.start) && !to.After(o.end) {
			return true
		}
		if c.every == 0 {
			return false
		}
		days += c.every
	}
	return false
}
