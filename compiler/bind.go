package compiler

import (
	"cmp"
	"maps"
	"slices"

	"github.com/mdiplan/mdiplan/schema"
)

// binding answers which steps a constraint is about in an estate, and which of them are meant together. The facts it asks are
// those that were read: what a plan changes on the way does not move its own constraints.
type binding struct {
	*estate
	lib     *Library
	applies []bool                             // by constraint
	joined  map[relation][]schema.Subject      // caches related
	fits    map[*Stage]map[schema.Subject]bool // caches inStage
	earlier map[string][]string                // by wave: those that end before it begins
	running map[filing]bool                    // where a sensor runs that is as good as one of some
	fault   error                              // the first condition that could not be evaluated
}

type relation struct {
	subject schema.Subject
	kind    string
}

// filing is where steps of one stage of a constraint are looked up: the subject that they share.
type filing struct {
	place
	at schema.Subject
}

func (e *estate) bind(lib *Library) *binding {
	b := &binding{estate: e, lib: lib, joined: map[relation][]schema.Subject{}, fits: map[*Stage]map[schema.Subject]bool{}, earlier: map[string][]string{}, running: map[filing]bool{}}
	for _, c := range lib.constraints {
		b.applies = append(b.applies, c.where.expr["when"] == nil || b.holds(c.where, schema.Subject{Kind: "workspace"}))
	}
	after := map[string][]string{}
	for _, w := range e.waves {
		after[w.Name] = w.After
	}
	for name := range after {
		seen := map[string]bool{}
		var visit func(string)
		visit = func(from string) {
			for _, before := range after[from] {
				if !seen[before] {
					seen[before] = true
					visit(before)
				}
			}
		}
		visit(name)
		b.earlier[name] = slices.Sorted(maps.Keys(seen))
	}
	for i, c := range lib.constraints {
		for j, st := range c.Stages {
			for fqdn, sensor := range e.facts.Sensors {
				s := schema.Subject{Kind: "server", Key: fqdn}
				if st.Some && sensor.ServiceStatus == "running" && slices.Contains(st.Generations, sensor.Generation) && b.inStage(&c.Stages[j], s) {
					for _, f := range b.under(place{i, j}, s, e.waveOf(fqdn)) {
						b.running[f] = true
					}
				}
			}
		}
	}
	return b
}

// holds asks a condition of ours. What cannot be told does not hold.
func (b *binding) holds(where *Declaration, s schema.Subject) bool {
	answer, err := b.test(where, "when", s)
	if b.fault == nil {
		b.fault = err
	}
	return answer == yes
}

// places are where a step at a subject stands in the constraints that apply.
func (b *binding) places(step string, s schema.Subject) []place {
	var out []place
	for _, p := range b.lib.places[step] {
		if b.applies[p.constraint] && b.inStage(&b.lib.constraints[p.constraint].Stages[p.stage], s) {
			out = append(out, p)
		}
	}
	return out
}

func (b *binding) inStage(st *Stage, s schema.Subject) bool {
	if st.When == "" {
		return b.matches(st.where, s)
	}
	if b.fits[st] == nil {
		b.fits[st] = map[schema.Subject]bool{}
	}
	fits, known := b.fits[st][s]
	if !known {
		fits = b.matches(st.where, s) && b.holds(st.where, s)
		b.fits[st][s] = fits
	}
	return fits
}

// under is where a step is filed: for the order, so that what comes after it finds it; otherwise with those it must not meet.
func (b *binding) under(p place, s schema.Subject, wave string) []filing {
	switch c := b.lib.constraints[p.constraint]; c.Join {
	case "all":
		return []filing{{place: p}}
	case "domain", "forest":
		return []filing{{p, b.upper(c.Join, s)}}
	case "next_wave":
		return []filing{{p, schema.Subject{Kind: "wave", Key: wave}}}
	case "exclusive":
		var out []filing
		for _, name := range b.exclusive(s.Key) {
			out = append(out, filing{p, schema.Subject{Kind: "exclusive", Key: name}})
		}
		return out
	}
	return []filing{{p, s}}
}

// before is where the steps of a stage are filed that come before a step at a subject.
func (b *binding) before(constraint, stage int, s schema.Subject, wave string) []filing {
	c, p := b.lib.constraints[constraint], place{constraint, stage}
	var out []filing
	switch c.Join {
	case "next_wave":
		for _, name := range b.earlier[wave] {
			out = append(out, filing{p, schema.Subject{Kind: "wave", Key: name}})
		}
	case "related":
		for _, kind := range c.Stages[stage].scopes {
			for _, other := range b.together(s, kind, wave) {
				out = append(out, filing{p, other})
			}
		}
	default:
		return b.under(p, s, wave)
	}
	return out
}

// runs says whether a sensor runs already where one of some steps would be enough.
func (b *binding) runs(before []filing) bool {
	return len(b.running) > 0 && slices.ContainsFunc(before, func(f filing) bool { return b.running[f] })
}

// together are the subjects of a kind that belong together with one. A step belongs to the wave that it is done in, which is
// not that of its server when it is done ahead of it.
func (b *binding) together(s schema.Subject, kind, wave string) []schema.Subject {
	if kind == "wave" {
		return []schema.Subject{{Kind: "wave", Key: wave}}
	}
	r := relation{s, kind}
	found, known := b.joined[r]
	if !known {
		found = b.related(s, kind)
		b.joined[r] = found
	}
	return found
}

// upper is the domain or forest that a subject is or belongs to; the root domain of a forest stands for it.
func (b *binding) upper(kind string, s schema.Subject) schema.Subject {
	for _, up := range b.together(s, kind, "") {
		if kind == "domain" || up.Kind == kind {
			return up
		}
	}
	return schema.Subject{Kind: kind, Key: b.domainOf(s)}
}

// front are the steps that a step comes after by a constraint, and when the last of them that has a time is over.
type front struct {
	members []*instance
	first   []*instance // of the members, once it is asked for
	node    int         // of the graph; 0 as long as there is none
	at      moment
}

// fewMembers is up to how many steps are connected one by one.
const fewMembers = 4

// addConstraints orders what is planned by the constraints, beside what the steps require themselves: the hard ones bind, the
// soft ones give way. The proof looks at the result without a glance at this.
func (c *compilation) addConstraints(g *graph, all []*instance) error {
	b := c.bind(c.lib)
	planned := slices.DeleteFunc(slices.Clone(all), func(in *instance) bool { return in.state != schema.StepPlanned })
	filed := map[filing]*front{}
	for _, in := range planned {
		for _, p := range b.places(in.decl.Name, in.subject) {
			for _, f := range b.under(p, in.subject, c.waves[in.waveIdx].Name) {
				if filed[f] == nil {
					filed[f] = &front{}
				}
				filed[f].members = append(filed[f].members, in)
				if con := c.lib.constraints[p.constraint]; con.Kind == "apart" {
					in.apart = append(in.apart, con.ID+" "+f.at.String())
				}
			}
		}
	}
	bound, liked := map[*instance]bool{}, map[*instance]bool{}
	for _, in := range planned {
		clear(bound)
		clear(liked)
		for _, other := range in.needs {
			bound[other] = true
		}
		for _, other := range in.follows {
			liked[other] = true
		}
		follow := func(other *instance, hard bool) {
			if other == in || bound[other] || !hard && liked[other] {
				return
			}
			if hard {
				bound[other] = true
				g.require(other.node, in.node)
			} else {
				g.prefer(other.node, in.node)
			}
			if !liked[other] {
				liked[other] = true
				in.follows = append(in.follows, other)
			}
		}
		for _, p := range b.places(in.decl.Name, in.subject) {
			con := c.lib.constraints[p.constraint]
			if con.Kind != "order" {
				continue
			}
			for stage := range p.stage {
				before := b.before(p.constraint, stage, in.subject, c.waves[in.waveIdx].Name)
				if b.runs(before) {
					continue
				}
				var enough []*instance
				for _, at := range before {
					f := filed[at]
					switch {
					case f == nil:
					case con.Stages[stage].Some:
						enough = append(enough, f.soonest()...)
					case len(f.members) <= fewMembers || slices.Contains(f.members, in):
						for _, other := range f.members {
							follow(other, con.Hard)
						}
					default:
						f.stand(g, in, con)
					}
				}
				for _, other := range firstOf(enough) { // the rest may come when it likes
					follow(other, false)
				}
			}
		}
	}
	return b.fault
}

// stand lets a step come after all of a front by way of one node.
func (f *front) stand(g *graph, in *instance, c *Constraint) {
	add := g.prefer
	if c.Hard {
		add = g.require
	}
	if f.node == 0 {
		f.node = g.node(c.ID + " (" + c.Title + ")")
		for _, other := range f.members {
			add(other.node, f.node)
			other.fronts = append(other.fronts, f)
		}
	}
	add(f.node, in.node)
	in.behind = append(in.behind, f)
}

// soonest are the members of a front that come first.
func (f *front) soonest() []*instance {
	if f.first == nil {
		f.first = firstOf(f.members)
	}
	return f.first
}

// firstOf are those of the first batch of the first wave among some steps.
func firstOf(some []*instance) []*instance {
	var out []*instance
	for _, in := range some {
		if len(out) > 0 {
			switch order := cmp.Or(cmp.Compare(in.waveIdx, out[0].waveIdx), cmp.Compare(in.batch, out[0].batch)); {
			case order > 0:
				continue
			case order < 0:
				out = nil
			}
		}
		out = append(out, in)
	}
	return out
}
