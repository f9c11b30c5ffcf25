package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mdiplan/mdiplan/schema"
)

// graph is the runbook as a picture: what has to come before what. A picture of ten thousand steps says nothing, so a node
// is one step while they are few, what is the same step in the same wave when they are many, and a whole wave when even
// those would be too many.
type graph struct {
	bands []band
	nodes []node   // a node stands after everything that it requires
	edges [][2]int // from a requirement to what requires it; what follows from other edges is left out
	// unit says what a node stands for.
	unit string
	// against counts requirements that point back and cannot be drawn downwards: where steps that are drawn as one node
	// take turns with those of another.
	against int
}

// band is a part of the deployment that is drawn together.
type band struct {
	name string
	// after are the waves, as bands, that have to be done before anything of this one starts.
	after []int
}

// heading is the name of a band and, in words, what a wave waits for.
func (g graph) heading(b int) string {
	var names []string
	for _, before := range g.bands[b].after {
		names = append(names, strings.TrimPrefix(g.bands[before].name, "Wave "))
	}
	if len(names) == 0 {
		return g.bands[b].name
	}
	return g.bands[b].name + ", starts when all of " + strings.Join(names, ", ") + " is done"
}

// node is one box. Nodes are made of steps of one band.
type node struct {
	band  int
	title string
	// where is the subject, or how many there are; numbers are the first and the last step.
	where, numbers string
	// class is held, satisfied, or the worst risk of the planned steps.
	class string
}

const (
	fewSteps  = 40
	manyKinds = 250
)

// classes are all values of node.class with their words, in the order of a legend.
var classes = []struct{ Name, Word string }{
	{"none", "planned, no risk declared"}, {"replication", "replication"}, {"service_restart", "service restart"}, {"reboot", "may restart"},
	{"irreversible", "irreversible"}, {"held", "held"}, {"satisfied", "already satisfied"},
}

// byWeight orders the classes: a box of many steps has the heaviest of theirs.
var byWeight = []string{"satisfied", "held", "none", "replication", "service_restart", "reboot", "irreversible"}

// classes are those that occur, in the order of a legend.
func (g graph) classes() []struct{ Name, Word string } {
	return filter(classes, func(c struct{ Name, Word string }) bool {
		return slices.ContainsFunc(g.nodes, func(n node) bool { return n.class == c.Name })
	})
}

// classOf is what a step is coloured by.
func classOf(s schema.Step) string {
	if s.State != schema.StepPlanned {
		return string(s.State)
	}
	if risk := riskOf(s); slices.Contains(risks, risk) {
		return risk
	}
	return "none"
}

// classWord is the short word of a class, empty where there is nothing to say.
func classWord(class string) string {
	for _, c := range classes[1:] {
		if c.Name == class {
			return c.Word
		}
	}
	return ""
}

func graphOf(r schema.Runbook) graph {
	bandOf, bands := bandsOf(r)
	kind := func(i int) string { return fmt.Sprint(bandOf[i], " ", r.Steps[i].State, " ", r.Steps[i].Step) }
	kinds := map[string]bool{}
	for i := range r.Steps {
		kinds[kind(i)] = true
	}
	g := graph{bands: bands}
	switch {
	case len(r.Steps) <= fewSteps:
		g.unit = "Each box is one step."
		g.fill(r, bandOf, func(i int) string { return fmt.Sprint(i) })
	case len(kinds) <= manyKinds:
		g.unit = "Each box is one kind of step in a wave, at all its subjects."
		g.fill(r, bandOf, kind)
	default:
		g.unit = "Each box is one wave."
		g.fill(r, bandOf, func(i int) string { return fmt.Sprint(bandOf[i]) })
		for i := range g.nodes {
			g.nodes[i].title = bands[g.nodes[i].band].name
			for _, before := range bands[g.nodes[i].band].after {
				from, _ := g.ends(before)
				g.edges = append(g.edges, [2]int{from, i})
			}
		}
	}
	g.sort()
	g.reduce()
	return g
}

// ends are the first and the last node of a band. For languages that place the bands by themselves, an arrow between them
// stands for the whole of two waves.
func (g graph) ends(band int) (first, last int) {
	first = slices.IndexFunc(g.nodes, func(n node) bool { return n.band == band })
	for i, n := range g.nodes {
		if n.band == band {
			last = i
		}
	}
	return first, last
}

// bandsOf gives every step its horizontal band: the waves in their order, what comes before them above, and what belongs to no
// wave but waits for one directly below that.
func bandsOf(r schema.Runbook) (bandOf []int, bands []band) {
	waves, order := map[string]int{"": 0}, []string{""}
	add := func(name string) {
		if _, known := waves[name]; !known {
			waves[name] = len(order)
			order = append(order, name)
		}
	}
	for _, w := range r.Waves {
		add(w.Name)
	}
	for _, s := range r.Steps {
		add(s.Wave)
	}
	index := make(map[string]int, len(r.Steps))
	bandOf = make([]int, len(r.Steps))
	used := map[int]bool{}
	for i, s := range r.Steps {
		index[s.ID] = i
		bandOf[i] = 2*waves[s.Wave] + 1
		if s.Wave == "" {
			bandOf[i] = 0
			for _, id := range s.Requires {
				if before, ok := index[id]; ok {
					// An odd band is a wave, the even one after it is what waits for that wave.
					bandOf[i] = max(bandOf[i], (bandOf[before]+1)/2*2)
				}
			}
		}
		used[bandOf[i]] = true
	}
	numbers := map[int]int{}
	for at := range 2*len(order) + 1 {
		if !used[at] {
			continue
		}
		numbers[at] = len(bands)
		switch wave := order[max(at-1, 0)/2]; {
		case at == 0:
			bands = append(bands, band{name: "Foundation"})
		case at%2 == 1:
			bands = append(bands, band{name: "Wave " + wave})
		default:
			bands = append(bands, band{name: "Foundation, after wave " + wave})
		}
	}
	for i := range bandOf {
		bandOf[i] = numbers[bandOf[i]]
	}
	for _, w := range r.Waves {
		for _, before := range w.After {
			from, known := numbers[2*waves[before]+1]
			if to, drawn := numbers[2*waves[w.Name]+1]; known && drawn && from != to && w.Name != "" && before != "" {
				bands[to].after = append(bands[to].after, from)
			}
		}
	}
	return bandOf, bands
}

// fill makes one node of all steps with the same key.
func (g *graph) fill(r schema.Runbook, bandOf []int, key func(int) string) {
	nodeOf := make([]int, len(r.Steps))
	byKey := map[string]int{}
	var members [][]int
	at := make(map[string]int, len(r.Steps))
	for i, s := range r.Steps {
		at[s.ID] = i
		n, known := byKey[key(i)]
		if !known {
			n = len(g.nodes)
			byKey[key(i)] = n
			g.nodes = append(g.nodes, node{band: bandOf[i], title: s.Title})
			members = append(members, nil)
		}
		nodeOf[i] = n
		members[n] = append(members[n], i)
	}
	for n := range g.nodes {
		g.nodes[n].describe(r.Steps, members[n])
	}
	seen := map[[2]int]bool{}
	for i, s := range r.Steps {
		for _, id := range s.Requires {
			if before, ok := at[id]; ok {
				if e := [2]int{nodeOf[before], nodeOf[i]}; e[0] != e[1] && !seen[e] {
					seen[e] = true
					g.edges = append(g.edges, e)
				}
			}
		}
	}
}

// describe says of a node what its steps have in common.
func (n *node) describe(steps []schema.Step, members []int) {
	subjects, kinds := map[schema.Subject]bool{}, map[string]bool{}
	first, last := 0, 0
	for _, i := range members {
		s := steps[i]
		if class := classOf(s); n.class == "" || slices.Index(byWeight, class) > slices.Index(byWeight, n.class) {
			n.class = class
		}
		subjects[s.Subject] = true
		kinds[s.Subject.Kind] = true
		if s.Number > 0 {
			last = max(last, s.Number)
			if first == 0 || s.Number < first {
				first = s.Number
			}
		}
	}
	switch {
	case len(subjects) == 1:
		n.where = orKind(steps[members[0]].Subject)
	case len(kinds) == 1:
		n.where = fmt.Sprintf("%d %ss", len(subjects), steps[members[0]].Subject.Kind)
	default:
		n.where = fmt.Sprintf("%d steps at %d subjects", len(members), len(subjects))
	}
	switch {
	case first == 0:
	case first == last:
		n.numbers = fmt.Sprint(first)
	default:
		n.numbers = fmt.Sprintf("%d to %d", first, last)
	}
}

// detail is the last line of a box.
func (n node) detail() string {
	parts := []string{}
	for _, part := range []string{classWord(n.class), n.numbers, n.where} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " · ")
}

// sort brings the nodes into an order in which requirements come first, band by band, and among equals what comes first in
// the runbook. Where nodes wait for each other in a circle the first one goes first.
func (g *graph) sort() {
	open := make([]int, len(g.nodes))
	after := make([][]int, len(g.nodes))
	for _, e := range g.edges {
		if g.nodes[e[0]].band == g.nodes[e[1]].band {
			open[e[1]]++
			after[e[0]] = append(after[e[0]], e[1])
		}
	}
	place := make([]int, len(g.nodes))
	placed := make([]bool, len(g.nodes))
	nodes := make([]node, 0, len(g.nodes))
	for len(nodes) < len(g.nodes) {
		best := -1
		for i, n := range g.nodes {
			switch {
			case placed[i]:
			case best < 0, n.band < g.nodes[best].band, n.band == g.nodes[best].band && open[best] > 0 && open[i] == 0:
				best = i
			}
		}
		placed[best], place[best] = true, len(nodes)
		nodes = append(nodes, g.nodes[best])
		for _, next := range after[best] {
			open[next]--
		}
	}
	g.nodes = nodes
	edges := g.edges[:0]
	for _, e := range g.edges {
		if e = [2]int{place[e[0]], place[e[1]]}; e[0] < e[1] {
			edges = append(edges, e)
		} else {
			g.against++
		}
	}
	slices.SortFunc(edges, func(a, b [2]int) int { return slices.Compare(a[:], b[:]) })
	g.edges = edges
}

// reduce leaves out every edge that follows from two others.
func (g *graph) reduce() {
	requires := make([][]int, len(g.nodes))
	for _, e := range g.edges {
		requires[e[1]] = append(requires[e[1]], e[0])
	}
	before := make([][]bool, len(g.nodes))
	implied := map[[2]int]bool{}
	for v := range g.nodes {
		before[v] = make([]bool, len(g.nodes))
		// The nearest first: what lies before it needs no edge of its own.
		for _, u := range slices.Backward(requires[v]) {
			if before[v][u] {
				implied[[2]int{u, v}] = true
				continue
			}
			before[v][u] = true
			for w, is := range before[u] {
				before[v][w] = before[v][w] || is
			}
		}
	}
	g.edges = slices.DeleteFunc(g.edges, func(e [2]int) bool { return implied[e] })
}
