package compiler

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/mdiplan/mdiplan/schema"
)

// Selection is what a person wants of a plan; the zero value is all of it. What it names is joined: Only and Waves add to
// each other, Until takes from them.
type Selection struct {
	// Only are names of subjects (dc01.contoso.com, domain/contoso.com), of steps (server.install_sensor, with or without
	// its subject) or of waves.
	Only []string
	// Waves are names of waves.
	Waves []string
	// Until is a step or a time (RFC 3339): what comes after it in the plan, or would end later, is left out.
	Until string
}

// Given says that something is selected.
func (s Selection) Given() bool { return len(s.Only) > 0 || len(s.Waves) > 0 || s.Until != "" }

// cut keeps of an ordered plan what is selected and whatever that requires, in the same order, and lists the rest. What is
// satisfied stays: there is nothing to leave out. A name that the plan does not know is a diagnostic.
func (c *compilation) cut(spec *Spec, want Selection, ordered []*instance) ([]*instance, *schema.Cut, schema.Diagnostics) {
	out := &schema.Cut{Only: want.Only, Waves: want.Waves, Until: want.Until, Left: []schema.LeftOut{}}
	chosen, diags := c.chosen(want, ordered)
	before, moreDiags := c.until(spec, want.Until, ordered)
	if diags = append(diags, moreDiags...); diags.HasErrors() {
		return nil, nil, diags
	}
	keep := map[*instance]bool{}
	var pull func(*instance)
	pull = func(in *instance) {
		if !keep[in] {
			keep[in] = true
			for _, other := range in.needs {
				pull(other)
			}
		}
	}
	for _, in := range ordered {
		if in.chosen = chosen[in] && before[in]; in.chosen {
			pull(in)
		}
	}
	var kept []*instance
	for _, in := range ordered {
		if !keep[in] && in.state != schema.StepSatisfied {
			in.left = true
			out.Left = append(out.Left, schema.LeftOut{ID: in.id, Title: in.decl.Title, Wave: c.waveName(in), State: in.state})
			continue
		}
		kept = append(kept, in)
		if !chosen[in] && in.state != schema.StepSatisfied {
			out.Required = append(out.Required, in.id)
		}
	}
	out.Ahead = c.ahead(ordered)
	for _, wave := range out.Ahead {
		diags = append(diags, schema.Diagnostic{Severity: "warning", Code: "flag_cut_wave", Summary: "Wave without the waves before it",
			Detail: fmt.Sprintf("Steps of wave %q are kept, and steps of a wave that comes before it are left out. Do those first, or keep their wave as well.", wave)})
	}
	return kept, out, diags
}

// waveName is the wave of an instance as a runbook has it: empty for the foundation.
func (c *compilation) waveName(in *instance) string {
	if in.waveIdx == 0 {
		return ""
	}
	return c.waves[in.waveIdx].Name
}

// names are all by which an instance can be asked for.
func (c *compilation) names(in *instance) []string {
	out := []string{in.id, in.decl.Name, in.subject.String(), c.waves[in.waveIdx].Name}
	if in.subject.Key != "" {
		out = append(out, in.subject.Key)
	}
	return out
}

func (c *compilation) chosen(want Selection, ordered []*instance) (map[*instance]bool, schema.Diagnostics) {
	chosen := map[*instance]bool{}
	if len(want.Only)+len(want.Waves) == 0 {
		for _, in := range ordered {
			chosen[in] = true
		}
		return chosen, nil
	}
	byName, waves := map[string][]*instance{}, map[string][]*instance{}
	for _, w := range c.waves {
		byName[w.Name], waves[w.Name] = nil, nil
	}
	for _, in := range ordered {
		for _, name := range c.names(in) {
			byName[name] = append(byName[name], in)
		}
		wave := c.waves[in.waveIdx].Name
		waves[wave] = append(waves[wave], in)
	}
	var diags schema.Diagnostics
	choose := func(flag, what string, names []string, known map[string][]*instance) {
		for _, name := range names {
			found, ok := known[name]
			if !ok {
				diags = append(diags, unknownName(flag, what, name, slices.Collect(keysOf(known))))
			}
			for _, in := range found {
				chosen[in] = true
			}
		}
	}
	choose("--only", "subject, step or wave", want.Only, byName)
	choose("--wave", "wave", want.Waves, waves)
	return chosen, diags
}

func unknownName(flag, what, name string, known []string) schema.Diagnostic {
	hint := ""
	if s := schema.Suggest(name, known); s != "" {
		hint = fmt.Sprintf(" Did you mean %q?", s)
	}
	return schema.Diagnostic{Severity: "error", Code: "flag_unknown_name", Summary: "Name that the plan does not know",
		Detail: fmt.Sprintf("%s names %q, and the plan has no %s of that name.%s", flag, name, what, hint)}
}

// until are the instances that do not come after a step, or that have ended at a time.
func (c *compilation) until(spec *Spec, limit string, ordered []*instance) (map[*instance]bool, schema.Diagnostics) {
	before := map[*instance]bool{}
	t, err := time.Parse(time.RFC3339, limit)
	last := len(ordered) - 1
	switch {
	case limit == "":
	case err == nil:
		for in, end := range c.ends(spec, ordered) {
			before[in] = !end.After(t)
		}
		return before, nil
	default:
		known := map[string]bool{}
		last = -1
		for i, in := range ordered {
			known[in.id], known[in.decl.Name] = true, true
			if limit == in.id || limit == in.decl.Name {
				last = i
			}
		}
		if last < 0 {
			return nil, schema.Diagnostics{unknownName("--until", "step", limit, slices.Collect(keysOf(known)))}
		}
	}
	for _, in := range ordered[:last+1] {
		before[in] = true
	}
	return before, nil
}

// ends schedules the whole plan on trial and says when each planned step ends.
func (c *compilation) ends(spec *Spec, ordered []*instance) map[*instance]time.Time {
	waves, tooShort, diags := slices.Clone(c.waves), maps.Clone(c.tooShort), c.diags
	saved := make([]instance, len(ordered))
	for i, in := range ordered {
		saved[i] = *in
	}
	c.schedule(spec, ordered)
	out := map[*instance]time.Time{}
	for i, in := range ordered {
		if in.state == schema.StepPlanned {
			out[in] = c.now().Add(time.Duration(in.ended) * time.Second)
		}
		*in = saved[i]
	}
	c.waves, c.tooShort, c.diags = waves, tooShort, diags
	return out
}

// ahead names the waves with steps to do that begin although steps of a wave before them are left out.
func (c *compilation) ahead(ordered []*instance) []string {
	kept, left := map[string]bool{}, map[string]bool{}
	for _, in := range ordered {
		if in.waveIdx > 0 && in.state == schema.StepPlanned {
			kept[c.waveName(in)] = kept[c.waveName(in)] || !in.left
			left[c.waveName(in)] = left[c.waveName(in)] || in.left
		}
	}
	var out []string
	for _, w := range c.waves { // in the order in which they run, so that what is left out before a wave is known here
		for _, before := range w.After {
			if left[before] {
				left[w.Name] = true
				if kept[w.Name] && !slices.Contains(out, w.Name) {
					out = append(out, w.Name)
				}
			}
		}
	}
	return out
}

// resimulate holds what could run only because of a step that was left out and that it does not require by name.
func (c *compilation) resimulate(ctx context.Context, begin func() (*estate, Judge), kept []*instance) error {
	planned := slices.DeleteFunc(slices.Clone(kept), func(in *instance) bool { return in.state != schema.StepPlanned })
	if err := c.simulate(ctx, begin, kept); err != nil {
		return err
	}
	for _, in := range planned {
		if in.state == schema.StepHeld {
			in.release = append(in.release, "keep the step that brings it about, or plan without the cut")
		}
	}
	return nil
}

// keptBatches are the batches of a wave without the servers that have nothing left to do.
func keptBatches(batches [][]string, kept []*instance) [][]string {
	busy := map[string]bool{}
	for _, in := range kept {
		busy[in.subject.Key] = busy[in.subject.Key] || in.subject.Kind == "server" && in.state != schema.StepSatisfied
	}
	var out [][]string
	for _, batch := range batches {
		if batch = slices.DeleteFunc(slices.Clone(batch), func(fqdn string) bool { return !busy[fqdn] }); len(batch) > 0 {
			out = append(out, batch)
		}
	}
	return out
}
