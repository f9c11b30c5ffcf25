// Package compiler turns a deployment spec and a verdict into an ordered, proven runbook. It is the only door to HCL.
//
// It promises that every step in a runbook has its reason, that a step stands after everything it requires, that no
// step is dropped silently (what cannot be done is held, with the reason and what would release it), and that the
// proof was run on exactly the plan that is written. It never judges a requirement itself: findings and decisions come
// from a Judge. It reads neither clock nor environment; the only files it opens are specs and step directories.
package compiler

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/mdiplan/mdiplan/schema"
)

// Judge answers for the facts and the intent it was opened on, both of which the compiler may change afterwards.
type Judge interface {
	// Decide takes the decisions of policy.
	Decide(context.Context) ([]schema.Decision, error)
	// Audit judges everything.
	Audit(context.Context) (*schema.Verdict, error)
	// Touch says that fields of a subject's facts were changed in place; without names, that any may have been.
	Touch(subject schema.Subject, fields ...string)
	// Findings are the current findings at one subject.
	Findings(context.Context, schema.Subject) ([]schema.Finding, error)
	// Cloud is what the cloud of the tenant calls its own; nil when the facts name no cloud that is known.
	Cloud() *schema.Cloud
}

// Request is all that a compilation reads.
type Request struct {
	Spec   *Spec
	Facts  *schema.Facts
	Intent *schema.Intent
	Run    schema.Run
	Steps  *Library
	// Cut says which part of the plan is wanted.
	Cut Selection
	// Judge opens a judge on facts and intent. The proof opens a second one on its own copy of the facts.
	Judge func(*schema.Facts, *schema.Intent) Judge
	// Fork makes a judge on a copy of the facts of another, which remembers what that one judged; nil opens a new one.
	Fork func(Judge, *schema.Facts) Judge
	// Numbers are the parameters of policy by name, what the spec puts in their place included; "risk.<name>" make the risk score.
	Numbers map[string]float64
	// Tool names the program; Inputs are the digests that the runbook records beside those of spec and steps.
	Tool, ToolVersion string
	Inputs            []schema.Input
	// Progress is called between stages; it may be nil.
	Progress func(stage string)
}

// Compile makes the runbook. Diagnostics are about the inputs (a cycle of steps, a wave that cannot be reached); an
// error means that the operation did not succeed.
func Compile(ctx context.Context, req Request) (*schema.Runbook, schema.Diagnostics, error) {
	progress := func(stage string) {
		if req.Progress != nil {
			req.Progress(stage)
		}
	}
	progress("decide")
	judge := req.Judge(req.Facts, req.Intent)
	decisions, err := judge.Decide(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("decide: %w", err)
	}
	undecided := schema.Clone(req.Intent)
	ApplyDecisions(req.Intent, decisions)
	judge = req.Judge(req.Facts, req.Intent)
	progress("audit")
	verdict, err := judge.Audit(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("audit: %w", err)
	}
	verdict.Decisions = decisions

	e := newEstate(req.Spec, req.Facts, req.Intent, req.Run, decisions)
	e.cloud = judge.Cloud()
	c := newCompilation(req, e, verdict)
	progress("instantiate")
	if err := c.instantiate(); err != nil {
		return nil, nil, err
	}
	c.holdUndecided(decisions)
	progress("order")
	ordered, cycle, err := c.order()
	if err != nil {
		return nil, nil, fmt.Errorf("order: %w", err)
	}
	if cycle != nil {
		return nil, append(c.diags, cycleDiagnostic(cycle)), nil
	}
	begin := func() (*estate, Judge) {
		world := c.after()
		return world, req.fork(judge, world)
	}
	progress("simulate")
	if err := c.simulate(ctx, begin, ordered); err != nil {
		return nil, nil, err
	}
	var cut *schema.Cut
	if req.Cut.Given() {
		progress("cut")
		var moreDiags schema.Diagnostics
		ordered, cut, moreDiags = c.cut(req.Spec, req.Cut, ordered)
		if c.diags = append(c.diags, moreDiags...); moreDiags.HasErrors() {
			return nil, c.diags, nil
		}
		if len(cut.Left) > 0 {
			if err := c.resimulate(ctx, begin, ordered); err != nil {
				return nil, nil, err
			}
		}
	}
	progress("schedule")
	schedule, held := c.schedule(req.Spec, ordered)
	for held {
		if err := c.simulate(ctx, begin, ordered); err != nil {
			return nil, nil, err
		}
		schedule, held = c.schedule(req.Spec, ordered)
	}
	runbook := c.runbook(req, ordered, schedule)
	if runbook.Cut = cut; cut != nil {
		for i, w := range runbook.Waves {
			runbook.Waves[i].Batches = keptBatches(w.Batches, ordered)
		}
	}
	if runbook.Notes, err = c.annotate(runbook.Steps); err != nil {
		return nil, nil, err
	}
	if err := c.board(req, runbook); err != nil {
		return nil, nil, err
	}
	diags, partial := c.diags.Sorted(), cut != nil && len(cut.Left) > 0 // what the compilation knows besides is let go before the proof
	progress("prove")
	p := &prover{req: req, before: verdict, judge: judge, undecided: undecided}
	if runbook.Proof, err = p.prove(ctx, runbook); err != nil {
		return nil, nil, fmt.Errorf("prove: %w", err)
	}
	for i, s := range runbook.Steps {
		runbook.Steps[i].Constraints = p.bound[s.ID]
	}
	runbook.Complete = !partial && len(runbook.Held) == 0 && runbook.Proof.Sound && runbook.Proof.Complete && runbook.Proof.Convergent &&
		!slices.ContainsFunc(runbook.Steps, func(s schema.Step) bool { return s.State == schema.StepHeld })
	runbook.Diagnostics = diags
	return runbook, diags, nil
}

func (req Request) fork(from Judge, world *estate) Judge {
	if req.Fork == nil {
		return req.Judge(world.facts, world.intent)
	}
	return req.Fork(from, world.facts)
}

func newCompilation(req Request, e *estate, verdict *schema.Verdict) *compilation {
	c := &compilation{estate: e, lib: req.Steps, verdict: verdict, rules: map[string]schema.Rule{}, instances: map[string]*instance{},
		byStep: map[string][]*instance{}, tooShort: map[string]bool{}, firsts: map[string]map[int][]*instance{}, undecided: map[schema.Subject][]schema.Decision{}}
	for _, d := range verdict.Decisions {
		if d.Choice == "" {
			c.undecided[d.Subject] = append(c.undecided[d.Subject], d)
		}
	}
	for _, r := range verdict.Rules {
		c.rules[r.ID] = r
	}
	c.deploymentFails = deploymentFails(verdict)
	return c
}

func newEstate(spec *Spec, facts *schema.Facts, intent *schema.Intent, run schema.Run, decisions []schema.Decision) *estate {
	e := &estate{facts: facts, intent: intent, run: run, choices: map[string]map[schema.Subject]string{}, firstRuns: map[*Declaration]bool{}}
	for _, d := range decisions {
		if e.choices[d.Name] == nil {
			e.choices[d.Name] = map[schema.Subject]string{}
		}
		e.choices[d.Name][d.Subject] = d.Choice
	}
	for fqdn, sensor := range facts.Sensors {
		if sensor.DeploymentStatus == "start_failure" {
			if e.failed == nil {
				e.failed = map[string]string{}
			}
			e.failed[fqdn] = sensor.DeploymentStatus
		}
	}
	e.waves = spec.waves(e) // their batches rest on what was decided
	return e
}

// holdUndecided holds every gated step of a server whose sensor generation nobody could decide; without an instance
// the sensor would vanish from the plan.
func (c *compilation) holdUndecided(decisions []schema.Decision) {
	for _, d := range decisions {
		if d.Choice != "" || d.Name != "sensor_generation" {
			continue
		}
		for _, name := range c.lib.names {
			in := c.instances[stepID(name, schema.Subject{Kind: "server", Key: d.Subject.Key})]
			if in != nil && in.decl.Gate && in.state != schema.StepSatisfied {
				in.hold(fmt.Sprintf("decision %s (%s) cannot be taken", d.ID, d.Title), d.Missing)
			}
		}
	}
}

// order sorts the instances: requirements bind, waves and their batches are barriers, preferences give way to both.
func (c *compilation) order() ([]*instance, []string, error) {
	all := slices.SortedFunc(maps.Values(c.instances), func(a, b *instance) int { return cmp.Compare(a.id, b.id) })
	definition := map[string]int{}
	for i, name := range c.lib.names {
		definition[name] = i
	}
	waveIndex := map[string]int{}
	for i, w := range c.waves {
		waveIndex[w.Name] = i
	}
	batchOf, position := map[string]int{}, map[string]int{}
	for _, w := range c.waves {
		for b, batch := range w.Batches {
			for _, fqdn := range batch {
				batchOf[fqdn], position[fqdn] = b, len(position)
			}
		}
	}
	g := newGraph(len(all))
	for i, in := range all {
		in.node, g.name[i] = i, in.id
		switch in.subject.Kind {
		case "server":
			if in.outside {
				continue
			}
			in.waveIdx, in.batch = waveIndex[c.waveOf(in.subject.Key)], batchOf[in.subject.Key]
		case "wave":
			in.waveIdx, in.batch = waveIndex[in.subject.Key], -1
		}
	}
	c.addRequirements(g, all)
	c.addFirst(g, all)
	if err := c.addConstraints(g, all); err != nil {
		return nil, nil, err
	}
	c.addBarriers(g, all)
	// One total order: wave, batch, server, definition, subject.
	sorted := slices.Clone(all)
	slices.SortFunc(sorted, func(a, b *instance) int {
		return cmp.Or(cmp.Compare(a.waveIdx, b.waveIdx), cmp.Compare(a.batch, b.batch),
			cmp.Compare(position[a.subject.Key], position[b.subject.Key]),
			cmp.Compare(definition[a.decl.Name], definition[b.decl.Name]), cmp.Compare(a.id, b.id))
	})
	rank := make([]int, len(g.name))
	for i := range rank {
		rank[i] = i - len(rank) // barriers are passed as soon as they are reached
	}
	for i, in := range sorted {
		rank[in.node] = i
	}
	nodes, cycle := g.order(rank)
	if cycle != nil {
		return nil, cycle, nil
	}
	var out []*instance
	for _, n := range nodes {
		if n < len(all) {
			out = append(out, all[n])
		}
	}
	return out, nil, nil
}

func (c *compilation) addRequirements(g *graph, all []*instance) {
	blockers := map[schema.Subject][]*instance{}
	var ahead []*instance // what every gate waits for, wherever it is done
	for _, in := range all {
		if len(in.because) == 0 || in.state == schema.StepSatisfied {
			continue
		}
		blockers[in.subject] = append(blockers[in.subject], in)
		if in.outside && slices.ContainsFunc(in.because, func(f schema.FindingRef) bool { return f.Subject.Kind == "deployment" }) {
			ahead = append(ahead, in)
		}
	}
	for _, in := range all {
		if in.state == schema.StepSatisfied {
			continue
		}
		seen := map[*instance]bool{in: true}
		for _, name := range in.decl.Requires {
			for _, other := range c.existing(in, name) {
				if !seen[other] {
					seen[other] = true
					in.requires, in.needs = append(in.requires, other), append(in.needs, other)
					g.require(other.node, in.node)
				}
			}
		}
		for _, name := range in.decl.AfterAll {
			for _, other := range c.byStep[name] {
				if !seen[other] {
					seen[other] = true
					in.requires, in.needs = append(in.requires, other), append(in.needs, other)
					g.require(other.node, in.node)
				}
			}
		}
		for _, name := range in.decl.Prefers {
			for _, other := range c.existing(in, name) {
				if !seen[other] {
					g.prefer(other.node, in.node)
					in.follows = append(in.follows, other)
				}
			}
		}
		if !in.decl.Gate || in.subject.Kind != "server" {
			continue
		}
		for _, other := range ahead {
			if other.subject != in.subject {
				in.needs, in.follows = append(in.needs, other), append(in.follows, other)
				g.require(other.node, in.node)
			}
		}
		for _, a := range slices.Concat(c.chain(in.subject), c.related(in.subject, "account")) {
			for _, other := range blockers[a] {
				switch {
				case seen[other] || other.decl.Gate || c.lib.afterGate[other.decl.Name]:
					// What waits for the gate cannot open it: the simulation holds the gate and says why.
				case other.worst == 0:
					in.needs = append(in.needs, other)
					g.require(other.node, in.node)
					in.follows = append(in.follows, other)
				default:
					g.prefer(other.node, in.node)
					in.follows = append(in.follows, other)
				}
			}
		}
	}
}

// addFirst lets a step that comes after the first of its kind wait for one in a wave beside its own, when no wave or batch
// before its own has one. Whether that one is done when its turn comes, the simulation sees.
func (c *compilation) addFirst(g *graph, all []*instance) {
	for _, in := range all {
		if in.state == schema.StepSatisfied || !c.waitsForFirst(in.decl, in.subject) {
			continue
		}
		earliest := c.earliest(in.decl)
		own, there := earliest[in.waveIdx]
		if there && len(own) > 0 && own[0].batch < in.batch {
			continue
		}
		before := c.wavesBefore(in.waveIdx)
		if slices.ContainsFunc(slices.Collect(maps.Keys(earliest)), func(wave int) bool { return before[wave] }) {
			continue
		}
		for _, wave := range slices.Sorted(maps.Keys(earliest)) {
			if wave >= in.waveIdx {
				break // an edge from a later wave could close a circle
			}
			for _, other := range earliest[wave] {
				if !slices.Contains(in.requires, other) {
					in.requires, in.needs = append(in.requires, other), append(in.needs, other)
					g.require(other.node, in.node)
				}
			}
			break
		}
	}
}

// earliest are, by wave, those of its first batch that can go first.
func (c *compilation) earliest(d *Declaration) map[int][]*instance {
	if found, ok := c.firsts[d.Name]; ok {
		return found
	}
	found := map[int][]*instance{}
	for _, other := range c.byStep[d.AfterFirst.Step] {
		if other.state == schema.StepSatisfied || other.waveIdx == 0 || !c.isFirst(d, other.subject.Key) {
			continue
		}
		have := found[other.waveIdx]
		if len(have) > 0 && other.batch < have[0].batch {
			have = nil
		}
		if len(have) == 0 || other.batch == have[0].batch {
			found[other.waveIdx] = append(have, other)
		}
	}
	c.firsts[d.Name] = found
	return found
}

// wavesBefore are the waves, by number, that end before a wave begins.
func (c *compilation) wavesBefore(wave int) map[int]bool {
	out := map[int]bool{}
	var visit func(int)
	visit = func(from int) {
		for _, name := range c.waves[from].After {
			i := slices.IndexFunc(c.waves, func(w schema.Wave) bool { return w.Name == name })
			if !out[i] {
				out[i] = true
				visit(i)
			}
		}
	}
	visit(wave)
	return out
}

// addBarriers lets a wave start when the waves before it have ended, and a batch when the one before it has.
func (c *compilation) addBarriers(g *graph, all []*instance) {
	type span struct{ begin, end int }
	waves := make([]span, len(c.waves))
	batches := make([][]span, len(c.waves))
	index := map[string]int{}
	for i, w := range c.waves {
		if i == 0 {
			continue // the foundation is no barrier: a step of it waits for what it requires
		}
		index[w.Name] = i
		waves[i] = span{g.node("start of wave " + w.Name), g.node("end of wave " + w.Name)}
		g.require(waves[i].begin, waves[i].end)
		for range w.Batches {
			b := span{g.node("start of a batch of wave " + w.Name), g.node("end of a batch of wave " + w.Name)}
			g.require(b.begin, b.end)
			g.require(waves[i].begin, b.begin)
			g.require(b.end, waves[i].end)
			if n := len(batches[i]); n > 0 {
				g.require(batches[i][n-1].end, b.begin)
			}
			batches[i] = append(batches[i], b)
		}
	}
	for i, w := range c.waves {
		for _, before := range w.After {
			g.require(waves[index[before]].end, waves[i].begin)
		}
	}
	for _, in := range all {
		if in.waveIdx == 0 || in.state == schema.StepSatisfied {
			continue
		}
		around := waves[in.waveIdx]
		if in.batch >= 0 && in.batch < len(batches[in.waveIdx]) {
			around = batches[in.waveIdx][in.batch]
		}
		g.require(around.begin, in.node)
		g.require(in.node, around.end)
	}
}

// runbook writes down what was compiled.
func (c *compilation) runbook(req Request, ordered []*instance, schedule schema.Schedule) *schema.Runbook {
	r := &schema.Runbook{
		Schema: schema.RunbookVersion, Tool: req.Tool, ToolVersion: req.ToolVersion, Run: req.Run,
		Deployment: req.Spec.Deployment.Name, PortalEra: req.Spec.Deployment.PortalEra, Change: req.Spec.changeRecord(),
		Decisions: c.verdict.Decisions, Schedule: schedule, Waivers: c.verdict.Waivers, Steps: []schema.Step{}, Held: []schema.Held{}, Collect: []schema.Collect{},
	}
	r.Inputs = slices.SortedFunc(slices.Values(slices.Concat(req.Inputs, []schema.Input{
		{Name: "spec", SHA256: req.Spec.Digest()}, {Name: "steps", SHA256: c.lib.Digest()}})),
		func(a, b schema.Input) int {
			return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.SHA256, b.SHA256))
		})
	r.Inputs = slices.Compact(r.Inputs)
	r.Steps = slices.Grow(r.Steps, len(ordered))
	number := 0
	for _, in := range ordered {
		if in.state == schema.StepPlanned {
			number++
			in.number = number
		}
		r.Steps = append(r.Steps, c.step(in, r.PortalEra))
	}
	for _, w := range c.waves {
		if w.Name == foundation {
			w.Name = ""
		}
		r.Waves = append(r.Waves, w)
	}
	r.Held = c.heldSensors()
	r.Scope = c.scope(r.Held)
	r.Findings, r.Rules = c.referenced(r)
	r.Collect = c.collect()
	if c.cloud != nil {
		r.Portal = c.cloud.Portal
	}
	return r
}

func (c *compilation) step(in *instance, era string) schema.Step {
	d := in.decl
	s := schema.Step{
		ID: in.id, Number: in.number, Step: d.Name, Title: d.Title, Subject: in.subject, State: in.state, RunsOn: d.RunsOn, Kind: d.Kind,
		Risk: d.Risk, Who: d.Who, Privilege: d.Privilege, DurationSeconds: in.duration, WaitSeconds: in.wait, Why: d.Why, Because: in.because,
		Satisfied: in.satisfied, Held: in.held, Release: unique(in.release), Params: in.params, Verify: d.Verify, Undo: d.Undo,
		Reversible: d.Reversible, Instructions: d.Instructions, Notes: d.Notes, Sources: d.Sources, Critical: in.critical,
	}
	if who, err := c.text(d, "done_by", in.subject); err == nil && who != "" {
		s.Who = who // at this subject
	}
	s.Wave, s.Domain = c.waveName(in), c.domainOf(in.subject)
	if in.state != schema.StepSatisfied && d.Script != "" {
		s.Script, s.ScriptSHA256, s.Computer = d.Script, d.ScriptSHA256, c.computer(d.RunsOn, in.subject)
		for _, name := range slices.Sorted(maps.Keys(d.Secrets)) {
			s.Secrets = append(s.Secrets, schema.Secret{Name: name, Prompt: d.Secrets[name]})
		}
	}
	for _, other := range in.requires {
		if other.state != schema.StepSatisfied {
			s.Requires = append(s.Requires, other.id)
		}
	}
	slices.Sort(s.Requires)
	// The newest click path that is not newer than the portal era the spec asks for.
	for _, known := range slices.Sorted(maps.Keys(d.Portal)) {
		if s.PortalPath == "" || era == "" || known <= era {
			s.PortalPath = d.Portal[known]
		}
	}
	if d.expr["affects"] != nil {
		if v, err := c.evaluate(d, "affects", in.subject); err == nil && v.IsWhollyKnown() {
			if list, err := goValue(v); err == nil {
				items, _ := list.([]any)
				for _, item := range items {
					if text, ok := item.(string); ok {
						s.Affects = append(s.Affects, text)
					}
				}
				slices.Sort(s.Affects)
			}
		}
	}
	if in.state == schema.StepPlanned {
		s.StartsAt, s.EndsAt = c.at(in.started), c.at(in.ended)
		if in.due > 0 {
			s.DueAt = c.at(in.started + in.due)
		}
	}
	s.Touches = c.touches(d, in.subject)
	return s
}

// touches are the configuration items that a step declares beside its subject; what rests on facts that nobody read is not named.
func (c *compilation) touches(d *Declaration, s schema.Subject) []schema.Touch {
	if d.expr["touches"] == nil {
		return nil
	}
	v, err := c.evaluate(d, "touches", s)
	if err != nil || !v.IsKnown() || v.IsNull() || !v.Type().IsObjectType() {
		return nil
	}
	var out []schema.Touch
	for _, kind := range slices.Sorted(maps.Keys(v.Type().AttributeTypes())) {
		list := v.GetAttr(kind)
		if !list.IsKnown() || list.IsNull() || !list.CanIterateElements() {
			continue
		}
		for it := list.ElementIterator(); it.Next(); {
			if _, name := it.Element(); name.IsKnown() && !name.IsNull() && name.Type() == cty.String && name.AsString() != "" {
				out = append(out, schema.Touch{Kind: kind, Name: name.AsString()})
			}
		}
	}
	return out
}

func unique(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}

// heldSensors are the planned sensors none of whose gated steps may run.
func (c *compilation) heldSensors() []schema.Held {
	out := []schema.Held{}
	at := map[schema.Subject][]schema.Finding{}
	for _, f := range c.verdict.Findings {
		if f.Unresolved() {
			at[f.Subject] = append(at[f.Subject], f)
		}
	}
	gated := slices.DeleteFunc(slices.Clone(c.lib.names), func(name string) bool { return !c.lib.byName[name].Gate })
	for _, fqdn := range slices.Sorted(maps.Keys(c.intent.Sensors)) {
		if !c.planned(fqdn) {
			continue
		}
		h := schema.Held{Server: fqdn, Generation: c.intent.Sensors[fqdn].Generation}
		gates := 0
		for _, name := range gated {
			in := c.instances[stepID(name, schema.Subject{Kind: "server", Key: fqdn})]
			if in == nil {
				continue
			}
			gates++
			if in.state == schema.StepHeld {
				h.Reasons = append(h.Reasons, in.held...)
				h.Release = append(h.Release, in.release...)
			}
		}
		if gates == 0 && !c.present(fqdn) {
			h.Reasons = append(h.Reasons, "no step of the library installs this sensor")
			h.Release = append(h.Release, "decide the sensor generation in the spec, or collect the facts the decision needs")
			for _, d := range c.undecided[schema.Subject{Kind: "sensor", Key: fqdn}] {
				if d.Name == "sensor_generation" {
					h.Reasons = []string{fmt.Sprintf("decision %s (%s) cannot be taken", d.ID, d.Title)}
					h.Release = []string{"collect " + strings.Join(d.Missing, ", ")}
				}
			}
		}
		if len(h.Reasons) == 0 {
			continue
		}
		h.Reasons, h.Release = unique(h.Reasons), unique(h.Release)
		if h.Release == nil {
			h.Release = []string{}
		}
		blockers, _ := c.blockingSensor(schema.Subject{Kind: "server", Key: fqdn}, func(s schema.Subject) ([]schema.Finding, error) { return at[s], nil }, c.rules)
		for _, f := range blockers {
			h.Because = append(h.Because, schema.FindingRef{Rule: f.Rule, Subject: f.Subject})
		}
		out = append(out, h)
	}
	return out
}

// present says whether the sensor that is asked for is registered already.
func (c *compilation) present(fqdn string) bool {
	registered := c.facts.Sensors[fqdn]
	return registered != nil && registered.Generation != "" && registered.Generation == c.intent.Sensors[fqdn].Generation
}

func (c *compilation) scope(held []schema.Held) schema.Scope {
	s := schema.Scope{Forests: slices.Sorted(maps.Keys(c.facts.Forests)), Domains: slices.Sorted(maps.Keys(c.facts.Domains)), Sensors: []schema.ScopeSensor{}}
	isHeld := map[string]bool{}
	for _, h := range held {
		isHeld[h.Server] = true
	}
	for _, fqdn := range slices.Sorted(maps.Keys(c.intent.Sensors)) {
		if !c.planned(fqdn) {
			continue
		}
		x := schema.ScopeSensor{Server: fqdn, Generation: c.intent.Sensors[fqdn].Generation, Wave: c.waveOf(fqdn), State: "planned"}
		if server := c.facts.Servers[fqdn]; server != nil {
			x.Site, x.Domain = server.Site, server.Domain
		}
		switch {
		case isHeld[fqdn]:
			x.State = "held"
		case c.present(fqdn) && !c.gated(fqdn, func(in *instance) bool { return in.state == schema.StepPlanned }):
			x.State = "present"
		case c.leftOut(fqdn):
			x.State = "left_out"
		}
		s.Sensors = append(s.Sensors, x)
	}
	exclude := func(fqdn, reason string) {
		if s.Excluded == nil {
			s.Excluded = map[string]string{}
		}
		s.Excluded[fqdn] = reason
	}
	for _, d := range c.verdict.Decisions {
		if d.Name == "sensor_generation" && d.Choice == "none" {
			exclude(d.Subject.Key, strings.Join(d.Reasons, " "))
		}
	}
	for fqdn, server := range c.intent.Servers {
		if server.Excluded != nil && *server.Excluded {
			exclude(fqdn, server.ExcludedReason)
		}
	}
	return s
}

// leftOut says that a cut plan does not install the sensor of a server, although it could.
func (c *compilation) leftOut(fqdn string) bool {
	return c.gated(fqdn, func(in *instance) bool { return in.left })
}

// gated says whether one of the gated steps of a server is such.
func (c *compilation) gated(fqdn string, such func(*instance) bool) bool {
	return slices.ContainsFunc(c.lib.names, func(name string) bool {
		in := c.instances[stepID(name, schema.Subject{Kind: "server", Key: fqdn})]
		return in != nil && in.decl.Gate && such(in)
	})
}

// referenced are the findings and rules that a runbook's steps and held sensors point at.
func (c *compilation) referenced(r *schema.Runbook) ([]schema.Finding, []schema.Rule) {
	wanted := map[schema.FindingRef]bool{}
	for _, s := range r.Steps {
		for _, ref := range s.Because {
			wanted[ref] = true
		}
	}
	for _, h := range r.Held {
		for _, ref := range h.Because {
			wanted[ref] = true
		}
	}
	findings, rules := []schema.Finding{}, []schema.Rule{}
	used := map[string]bool{}
	for _, f := range c.verdict.Findings {
		if f.Unresolved() && (wanted[schema.FindingRef{Rule: f.Rule, Subject: f.Subject}] || f.Outcome != schema.Unknown) || f.Waived != nil {
			findings = append(findings, f)
			used[f.Rule] = true
		}
	}
	for _, rule := range c.verdict.Rules {
		if used[rule.ID] {
			rules = append(rules, rule)
		}
	}
	return findings, rules
}

// collect groups the facts that are missing by the collector that reads them.
func (c *compilation) collect() []schema.Collect {
	facts, subjects := map[string]map[string]bool{}, map[string]map[string]bool{}
	note := func(path string, s schema.Subject) {
		field, ok := schema.FieldAt(path)
		if !ok || len(field.From) == 0 {
			return
		}
		from := c.nextSource(field.From)
		if facts[from] == nil {
			facts[from], subjects[from] = map[string]bool{}, map[string]bool{}
		}
		facts[from][path], subjects[from][s.String()] = true, true
	}
	for _, f := range c.verdict.Findings {
		if f.Outcome == schema.Unknown && f.Waived == nil {
			for _, path := range f.Missing {
				note(path, f.Subject)
			}
		}
	}
	for _, in := range c.instances {
		for _, path := range in.missing {
			note(path, in.subject)
		}
	}
	for _, d := range c.verdict.Decisions {
		for _, path := range d.Missing {
			note(path, d.Subject)
		}
	}
	out := []schema.Collect{}
	for _, from := range slices.Sorted(maps.Keys(facts)) {
		out = append(out, schema.Collect{Collector: from, Command: collectCommands[from], Facts: slices.Sorted(maps.Keys(facts[from])), Subjects: slices.Sorted(maps.Keys(subjects[from]))})
	}
	return out
}

// nextSource is the kind of source to turn to for a value that nobody read: the first that can supply it and was not asked
// yet, for a source that was asked would have said it.
func (c *compilation) nextSource(from []string) string {
	kind := func(name string) string {
		before, _, _ := strings.Cut(name, ":")
		return before
	}
	for _, name := range from {
		asked := false
		for _, s := range c.facts.Sources {
			asked = asked || s.Collector == kind(name)
		}
		if !asked {
			return kind(name)
		}
	}
	return kind(from[0])
}

// collectCommands says how each kind of source is read today.
var collectCommands = map[string]string{
	"ad":       "mdiplan collect ad --server ldaps://HOST --user NAME@DOMAIN -o ad.json, then --facts ad.json",
	"spec":     "declare { ... } in the deployment spec",
	"host":     "a facts document written on the server, given as a further --facts FILE",
	"network":  "a facts document written from the server's network, given as a further --facts FILE",
	"tenant":   "a facts document written from Microsoft Graph, given as a further --facts FILE",
	"importer": "a facts document made from the other tool's file, given as a further --facts FILE",
}
