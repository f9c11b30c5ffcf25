package policies

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage"

	"github.com/mdiplan/mdiplan/schema"
)

// Session judges one set of facts under one intent. Facts may be changed in place between calls when Touch says so. One
// goroutine may use it at a time; it spreads the work over the cores by itself.
type Session struct {
	// EvidenceForPasses gives passing findings their evidence too.
	EvidenceForPasses bool

	engine *Engine
	facts  *schema.Facts
	intent *schema.Intent
	run    schema.Run
	conv   converter
	err    error

	subjects []schema.Subject
	known    map[schema.Subject]bool      // the same as a set
	parts    map[schema.Subject]*ast.Term // converted parts of the facts
	mu       sync.Mutex
	cached   map[schema.Subject]judged
	// changed counts the changes above servers; lately holds, by kind and field, the last of them; stale are the fields that
	// changed since a server, its sensor or a path of it was judged.
	changed  int
	lately   map[string]int
	stale    map[schema.Subject][]string
	scope    map[schema.Subject][]string // generations in scope of subjects that are no server
	mirrored map[string][]string         // the standalone sensors that watch a controller, and the controllers that one watches
	// behind says that servers or sensors were changed since workspace and accounts, which see them, were last judged.
	behind   bool
	paths    map[string][]string // keys of the paths of each server
	severity map[string]string
	// disputed are the rules that read a value about which sources disagree.
	disputed map[*rule]bool
}

// judged is what came out for a subject, and how many changes above servers there had been.
type judged struct {
	findings []schema.Finding
	counts   map[schema.Outcome]int
	changed  int
}

// Open makes a session. The overrides of the intent hold for the whole engine until another session brings others.
func (e *Engine) Open(facts *schema.Facts, intent *schema.Intent, run schema.Run) *Session {
	s := &Session{engine: e, facts: facts, intent: intent, run: run, conv: converter{sections: facts.Sections},
		parts: map[schema.Subject]*ast.Term{}, cached: map[schema.Subject]judged{}, lately: map[string]int{}, stale: map[schema.Subject][]string{}, severity: map[string]string{}}
	if now, err := time.Parse(time.RFC3339, run.Now); err == nil && run.FactsMaxAgeSeconds != nil {
		s.conv.oldest = now.Add(-time.Duration(*run.FactsMaxAgeSeconds) * time.Second).UTC().Format(time.RFC3339)
		for _, section := range facts.Sections {
			s.conv.aged = s.conv.aged || section.ReadAt != "" && section.ReadAt < s.conv.oldest
		}
	}
	s.disputed = e.disputed(facts)
	for _, o := range intent.Severities {
		s.severity[o.Rule] = o.Is
	}
	s.err = e.override(intent.Parameters)
	s.survey()
	ofKind := map[string]int{}
	for _, subject := range s.subjects {
		ofKind[subject.Kind]++
	}
	for _, r := range e.rules {
		r.memo.expect(ofKind[r.info.Subject])
	}
	return s
}

// Fork is a session of its own on a copy of this one's facts, which may then be changed. It remembers what was judged.
func (s *Session) Fork(facts *schema.Facts) *Session {
	forked := &Session{EvidenceForPasses: s.EvidenceForPasses, engine: s.engine, facts: facts, intent: s.intent, run: s.run, conv: s.conv, err: s.err,
		subjects: s.subjects, known: s.known, paths: s.paths, mirrored: s.mirrored, parts: maps.Clone(s.parts), cached: maps.Clone(s.cached), changed: s.changed, lately: maps.Clone(s.lately), stale: maps.Clone(s.stale),
		scope: s.scope, behind: s.behind, severity: s.severity, disputed: s.disputed}
	forked.conv.sections = facts.Sections
	return forked
}

// survey finds out what there is to judge.
func (s *Session) survey() {
	s.subjects = s.allSubjects()
	s.known = make(map[schema.Subject]bool, len(s.subjects))
	for _, subject := range s.subjects {
		s.known[subject] = true
	}
	s.scope = s.scopes()
	s.paths = s.pathsByServer()
	s.mirrored = schema.Mirrors(s.facts, s.intent)
}

// disputed are the rules that read, of any subject, a value about which sources disagree.
func (e *Engine) disputed(facts *schema.Facts) map[*rule]bool {
	out := map[*rule]bool{}
	for pointer, section := range facts.Sections {
		if section.Conflict == "" {
			continue
		}
		path, _ := schema.Canonical(schema.PointerNames(pointer))
		for _, r := range e.rules {
			out[r] = out[r] || slices.ContainsFunc(r.reads, func(x read) bool {
				return strings.HasPrefix(x.path+".", path+".") || strings.HasPrefix(path+".", x.path+".")
			})
		}
	}
	return out
}

// override puts the spec's parameters where the library finds them, and forgets answers made under others.
func (e *Engine) override(parameters []schema.ParameterOverride) error {
	values := overridden(parameters)
	digest, err := schema.Digest(values)
	if err != nil || digest == e.overrides {
		return err
	}
	ctx := context.Background()
	if err := storage.WriteOne(ctx, e.store, storage.AddOp, storage.MustParsePath("/mdi/overrides"), values); err != nil {
		return fmt.Errorf("parameters: %w", err)
	}
	e.overrides = digest
	for _, r := range slices.Concat(e.rules, e.decisions) {
		r.memo.clear()
	}
	return nil
}

func overridden(parameters []schema.ParameterOverride) map[string]any {
	values := map[string]any{}
	for _, p := range parameters {
		values[p.Name] = p.Value
	}
	return values
}

// allSubjects lists what can be judged, by kind and key.
func (s *Session) allSubjects() []schema.Subject {
	out := []schema.Subject{{Kind: "tenant"}, {Kind: "workspace"}, {Kind: "deployment"}}
	add := func(kind string, keys []string) {
		for _, key := range keys {
			out = append(out, schema.Subject{Kind: kind, Key: key})
		}
	}
	add("forest", slices.Sorted(maps.Keys(s.facts.Forests)))
	add("domain", slices.Sorted(maps.Keys(s.facts.Domains)))
	accounts := map[string]bool{}
	if w := s.facts.Workspace; w != nil {
		for key := range w.DSAEntries {
			accounts[key] = true
		}
		for key := range w.ActionAccounts {
			accounts[key] = true
		}
	}
	if d := s.intent.Shared.DSA; d != nil {
		for key := range d.Accounts {
			accounts[key] = true
		}
	}
	for key, a := range s.facts.Accounts {
		if len(a.Duties) > 0 {
			accounts[key] = true
		}
	}
	add("account", slices.Sorted(maps.Keys(accounts)))
	servers := map[string]bool{}
	for key := range s.facts.Servers {
		servers[key] = true
	}
	sensors := map[string]bool{}
	for key := range s.intent.Sensors {
		servers[key], sensors[key] = true, true
	}
	for key := range s.facts.Sensors {
		sensors[key] = true
	}
	add("server", slices.Sorted(maps.Keys(servers)))
	add("sensor", slices.Sorted(maps.Keys(sensors)))
	add("path", slices.Sorted(maps.Keys(s.facts.Paths)))
	return out
}

// pathsByServer lists under each server the paths that start from it and those that belong to it.
func (s *Session) pathsByServer() map[string][]string {
	out := map[string][]string{}
	for key, p := range s.facts.Paths {
		of := s.facts.ServerOf(key)
		out[of] = append(out[of], key)
		if p.From != of && p.From != "" {
			out[p.From] = append(out[p.From], key)
		}
	}
	return out
}

// generationsOf are those planned for or registered on a server, and whether a planned one is still undecided.
func (s *Session) generationsOf(fqdn string) (generations []string, undecided bool) {
	add := func(g string) {
		if g == "standalone" {
			g = "sa"
		}
		if g != "none" && !slices.Contains(generations, g) {
			generations = append(generations, g)
		}
	}
	if p := s.intent.Sensors[fqdn]; p != nil {
		if undecided = p.Generation == ""; !undecided {
			add(p.Generation)
		}
	}
	if r := s.facts.Sensors[fqdn]; r != nil {
		if r.Generation == "" || s.conv.aged && s.conv.tooOld(schema.Pointer("sensors", fqdn, "generation")) {
			undecided = true // it is there, and nobody can say of which generation it is
		} else {
			add(r.Generation)
		}
	}
	return generations, undecided
}

// scopes collects the generations in scope of every domain and forest, and of the whole under the zero subject; "?" marks
// an undecided one.
func (s *Session) scopes() map[schema.Subject][]string {
	out := map[schema.Subject][]string{}
	for _, subject := range s.subjects {
		if subject.Kind != "sensor" {
			continue
		}
		generations, undecided := s.generationsOf(subject.Key)
		if undecided {
			generations = append(generations, "?")
		}
		domain, forest := s.home(subject.Key)
		for _, in := range []schema.Subject{{}, {Kind: "domain", Key: domain}, {Kind: "forest", Key: forest}} {
			for _, g := range generations {
				if !slices.Contains(out[in], g) {
					out[in] = append(out[in], g)
				}
			}
		}
	}
	return out
}

// home is the domain and forest of a server, by the facts or by its name.
func (s *Session) home(fqdn string) (domain, forest string) {
	if server := s.facts.Servers[fqdn]; server != nil {
		domain, forest = server.Domain, server.Forest
	}
	if domain == "" {
		_, domain, _ = strings.Cut(fqdn, ".")
	}
	if d := s.facts.Domains[domain]; d != nil && forest == "" {
		forest = d.Forest
	}
	return domain, forest
}

// Touch says that fields of a subject's facts were changed, or that anything in them may have been when it names none. What a
// server sees of itself is judged again when it is asked for, and of what belongs to a server only the rules that read
// such a field; a change above it concerns everybody. What workspace and accounts see of servers is judged again by the next
// audit only: at every gate it would be the whole estate once more.
func (s *Session) Touch(subject schema.Subject, fields ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.parts, subject)
	s.behind = true
	names := []string{subject.Kind}
	for i, field := range fields {
		names = append(names[:i], subject.Kind+"."+field)
	}
	if subject.Kind != "server" && subject.Kind != "sensor" {
		s.survey()
		s.changed++
		for _, name := range names {
			s.lately[name] = s.changed
		}
		return
	}
	if !s.known[subject] {
		s.survey()
	}
	delete(s.cached, schema.Subject{Kind: "deployment"})
	concerned := []schema.Subject{{Kind: "server", Key: subject.Key}, {Kind: "sensor", Key: subject.Key}}
	others := s.mirrored[subject.Key]
	if subject.Kind == "sensor" && (len(fields) == 0 || slices.Contains(fields, "mirror")) {
		s.mirrored = schema.Mirrors(s.facts, s.intent)
		others = slices.Concat(others, s.mirrored[subject.Key])
	}
	for _, other := range others {
		concerned = append(concerned, schema.Subject{Kind: "server", Key: other}, schema.Subject{Kind: "sensor", Key: other})
	}
	for _, key := range s.paths[subject.Key] {
		concerned = append(concerned, schema.Subject{Kind: "path", Key: key})
	}
	for _, x := range concerned {
		// Roles and generations decide which rules there are; domain, forest and mirror, which others they see.
		if len(fields) == 0 || slices.ContainsFunc(fields, func(f string) bool {
			return slices.Contains([]string{"roles", "generation", "domain", "forest", "from", "mirror"}, f)
		}) {
			delete(s.cached, x)
		} else if _, there := s.cached[x]; there {
			s.stale[x] = append(slices.Clip(s.stale[x]), names...)
		}
	}
}

// current is what was judged of a subject, and what changed since: kinds of subjects, or fields of them.
func (s *Session) current(subject schema.Subject) (j judged, changed []string, ok bool) {
	j, ok = s.cached[subject]
	changed = slices.Clip(s.stale[subject])
	if ok && j.changed < s.changed {
		for name, at := range s.lately {
			if at > j.changed {
				changed = append(changed, name)
			}
		}
		switch subject.Kind {
		case "server", "sensor", "path":
		default:
			return judged{}, nil, false // which rules concern it can depend on what changed
		}
	}
	return j, changed, ok
}

// reading says whether a rule reads one of these subjects or fields. A forest is found through its domain.
func (r *rule) reading(changed []string) bool {
	return slices.ContainsFunc(r.reads, func(x read) bool {
		if len(x.names) == 0 {
			return true
		}
		root := strings.TrimSuffix(x.names[0], "s")
		return slices.ContainsFunc(changed, func(name string) bool {
			kind, field, named := strings.Cut(name, ".")
			if kind == "domain" && root == "forest" {
				return true
			}
			// Of a collection, the second name of a path is the key.
			return kind == root && (!named || root != x.names[0] || len(x.names) < 2 || x.names[1] == field || x.names[1] == "*")
		})
	})
}

// part is the converted form of one subject's facts, made once.
func (s *Session) part(subject schema.Subject) *ast.Term {
	s.mu.Lock()
	t, ok := s.parts[subject]
	s.mu.Unlock()
	if ok {
		return t
	}
	var v any
	switch subject.Kind {
	case "tenant":
		v = s.facts.Tenant
	case "workspace":
		v = s.facts.Workspace
	case "network":
		v = s.facts.Network
	case "ata":
		v = s.facts.ATA
	case "workstation":
		v = s.facts.Workstation
	case "forest":
		v = s.facts.Forests[subject.Key]
	case "domain":
		v = s.facts.Domains[subject.Key]
	case "server":
		v = s.facts.Servers[subject.Key]
	case "sensor":
		v = s.facts.Sensors[subject.Key]
	case "account":
		v = s.facts.Accounts[subject.Key]
	case "path":
		v = s.facts.Paths[subject.Key]
	case "spec":
		v = &s.intent.Shared
	case "planned":
		v = s.intent.Sensors
	case "run":
		v = &s.run
	}
	t = s.conv.term(reflect.ValueOf(v), subject.PointerTo())
	s.mu.Lock()
	s.parts[subject] = t
	s.mu.Unlock()
	return t
}

// input joins what a rule on the subject sees.
func (s *Session) input(subject schema.Subject) ast.Object {
	out := ast.NewObject()
	enumerated := map[string]bool{"forest": s.facts.Forests != nil, "domain": s.facts.Domains != nil, "server": s.facts.Servers != nil,
		"sensor": s.facts.Sensors != nil, "account": s.facts.Accounts != nil, "path": s.facts.Paths != nil}
	put := func(name string, t *ast.Term) {
		if t != nil {
			out.Insert(ast.InternedTerm(name), t)
		}
	}
	collect := func(name, kind string, keys []string) {
		if len(keys) == 0 && !enumerated[kind] {
			return // nobody enumerated them; an empty object would say that there are none
		}
		pairs := make([][2]*ast.Term, 0, len(keys))
		for _, key := range keys {
			if t := s.part(schema.Subject{Kind: kind, Key: key}); t != nil {
				pairs = append(pairs, [2]*ast.Term{ast.StringTerm(key), t})
			}
		}
		put(name, ast.NewTerm(ast.NewObject(pairs...)))
	}
	put("run", s.part(schema.Subject{Kind: "run"}))
	put("subject", s.conv.term(reflect.ValueOf(subject), ""))
	put("tenant", s.part(schema.Subject{Kind: "tenant"}))
	put("workspace", s.part(schema.Subject{Kind: "workspace"}))
	spec := s.part(schema.Subject{Kind: "spec"})
	domain, forest, fqdn := "", "", ""
	accounts := true
	switch subject.Kind {
	case "workspace":
		collect("sensors", "sensor", slices.Collect(maps.Keys(s.facts.Sensors)))
	case "forest":
		forest = subject.Key
	case "domain":
		domain = subject.Key
	case "account":
		put("account", s.part(subject))
		collect("servers", "server", slices.Collect(maps.Keys(s.facts.Servers)))
		if a := s.facts.Accounts[subject.Key]; a != nil {
			domain = a.Domain
		}
		if domain == "" {
			_, domain, _ = strings.Cut(subject.Key, "@")
		}
		accounts = false
	case "server", "sensor":
		fqdn = subject.Key
		domain, forest = s.home(fqdn)
		collect("paths", "path", s.paths[fqdn])
		if others := s.mirrored[fqdn]; len(others) > 0 {
			collect("servers", "server", others)
			collect("sensors", "sensor", others)
		}
	case "path":
		put("path", s.part(subject))
		fqdn = s.serverOf(subject)
		domain, _ = s.home(fqdn)
		accounts = false
	case "deployment":
		collect("forests", "forest", slices.Collect(maps.Keys(s.facts.Forests)))
		collect("domains", "domain", slices.Collect(maps.Keys(s.facts.Domains)))
		collect("servers", "server", slices.Collect(maps.Keys(s.facts.Servers)))
		collect("sensors", "sensor", slices.Collect(maps.Keys(s.facts.Sensors)))
		collect("paths", "path", slices.Collect(maps.Keys(s.facts.Paths)))
		put("ata", s.part(schema.Subject{Kind: "ata"}))
		put("workstation", s.part(schema.Subject{Kind: "workstation"}))
	}
	if domain != "" {
		put("domain", s.part(schema.Subject{Kind: "domain", Key: domain}))
		if d := s.facts.Domains[domain]; d != nil && forest == "" {
			forest = d.Forest
		}
	}
	if forest != "" && subject.Kind != "path" {
		put("forest", s.part(schema.Subject{Kind: "forest", Key: forest}))
	}
	if accounts {
		collect("accounts", "account", slices.Collect(maps.Keys(s.facts.Accounts)))
	}
	if fqdn != "" || subject.Kind == "deployment" {
		put("network", s.part(schema.Subject{Kind: "network"}))
	}
	if fqdn != "" {
		put("server", s.part(schema.Subject{Kind: "server", Key: fqdn}))
		sensor := s.part(schema.Subject{Kind: "sensor", Key: fqdn})
		if sensor == nil && enumerated["sensor"] {
			sensor = ast.NewTerm(ast.NewObject()) // the workspace was asked, and it has no such sensor
		}
		put("sensor", sensor)
	}
	if spec != nil {
		put("spec", s.withBlocks(spec, subject, fqdn))
	}
	return out
}

// withBlocks adds to the shared spec the blocks of the subject at hand; the deployment sees all of them, and workspace and
// accounts, which serve them, all sensors.
func (s *Session) withBlocks(spec *ast.Term, subject schema.Subject, fqdn string) *ast.Term {
	shared := spec.Value.(ast.Object)
	pairs := make([][2]*ast.Term, 0, shared.Len()+3)
	shared.Foreach(func(k, v *ast.Term) { pairs = append(pairs, [2]*ast.Term{k, v}) })
	put := func(name string, v any) {
		if t := s.conv.term(reflect.ValueOf(v), ""); t != nil {
			pairs = append(pairs, [2]*ast.Term{ast.InternedTerm(name), t})
		}
	}
	switch subject.Kind {
	case "deployment", "workspace", "account":
		if t := s.part(schema.Subject{Kind: "planned"}); t != nil {
			pairs = append(pairs, [2]*ast.Term{ast.InternedTerm("sensors"), t})
		}
	}
	if subject.Kind == "deployment" {
		put("servers", s.intent.Servers)
	}
	if sensor := s.intent.Sensors[fqdn]; sensor != nil {
		put("sensor", sensor)
		put("wave", s.intent.Waves[sensor.Wave])
	}
	put("server", s.intent.Servers[fqdn])
	return ast.NewTerm(ast.NewObject(pairs...))
}

// answer is what the Rego of a rule said.
type answer struct {
	outcome            schema.Outcome
	observed, required any
	err                string
	fields             map[string]any // decisions
}

// evaluate asks a rule, or remembers.
func (s *Session) evaluate(ctx context.Context, r *rule, input ast.Object) (answer, error) {
	hash, values := r.key(input)
	if a, ok := r.memo.get(hash, values); ok {
		return a, nil
	}
	results, err := r.query.Eval(ctx, rego.EvalParsedInput(input))
	if err != nil {
		if ctx.Err() != nil {
			return answer{}, fmt.Errorf("rule %s: %w", r.info.ID, context.Cause(ctx))
		}
		return answer{outcome: schema.Failed, err: err.Error()}, nil
	}
	a := answer{outcome: schema.Unknown}
	if len(results) == 1 && len(results[0].Expressions) == 1 {
		a.fields, _ = results[0].Expressions[0].Value.(map[string]any)
	}
	a.observed, a.required = native(a.fields["observed"]), native(a.fields["required"])
	applies, stated := a.fields["applies"]
	compliant, told := a.fields["compliant"].(bool)
	switch {
	case applies == false:
		a.outcome = schema.NotApplicable
	case r.conditional && !stated:
		a.outcome = schema.Unknown
	case told && compliant:
		a.outcome = schema.Pass
	case told:
		a.outcome = schema.Fail
	}
	r.memo.put(hash, values, a)
	return a, nil
}

// serverOf is the server that a subject is or starts from; empty for what is no part of a server.
func (s *Session) serverOf(subject schema.Subject) string {
	switch subject.Kind {
	case "server", "sensor":
		return subject.Key
	case "path":
		// A path from a machine that is no server of ours, such as the one that downloads, concerns the whole.
		if from := s.facts.ServerOf(subject.Key); s.facts.Servers[from] != nil || s.facts.Sensors[from] != nil || s.intent.Sensors[from] != nil {
			return from
		}
	}
	return ""
}

// concerning are the generations that count for a subject, and whether one of them is not known yet.
func (s *Session) concerning(subject schema.Subject) (generations []string, undecided bool) {
	if fqdn := s.serverOf(subject); fqdn != "" {
		return s.generationsOf(fqdn)
	}
	if subject.Kind != "domain" && subject.Kind != "forest" {
		subject = schema.Subject{}
	}
	for _, g := range s.scope[subject] {
		if g == "?" {
			undecided = true
		} else {
			generations = append(generations, g)
		}
	}
	return generations, undecided
}

// applicable applies profiles, generations and roles, before the rule is asked. What does not apply says because of what.
func (s *Session) applicable(r *rule, subject schema.Subject) (outcome schema.Outcome, missing []string, because string) {
	if !inForce(r.info.Profiles, s.run.Profile) {
		return schema.NotApplicable, nil, schema.ByProfile
	}
	outcome = schema.Pass
	// Roles first: a rule for AD FS has nothing to ask of a controller, whatever its generation.
	if fqdn := s.serverOf(subject); fqdn != "" && len(r.info.Roles) > 0 {
		if outcome, missing = s.roles(r, fqdn); outcome == schema.NotApplicable {
			return outcome, nil, schema.ByRole
		}
	}
	generations, undecided := s.concerning(subject)
	if slices.Contains(r.info.Roles, "dc") && len(s.mirrored[s.serverOf(subject)]) > 0 { // what a standalone sensor needs of a controller that it watches
		generations = append(slices.Clone(generations), "sa")
	}
	wanted := r.info.Generations
	hit := len(wanted) == 0 && (len(generations) > 0 || undecided) || slices.ContainsFunc(generations, func(g string) bool { return slices.Contains(wanted, g) })
	if !hit {
		if !undecided {
			return schema.NotApplicable, nil, schema.ByGeneration
		}
		if len(wanted) < 3 {
			return schema.Unknown, append(missing, "spec.sensor.generation"), ""
		}
	}
	return outcome, missing, ""
}

func (s *Session) roles(r *rule, fqdn string) (schema.Outcome, []string) {
	var missing []string
	for _, role := range r.info.Roles {
		value, ok := schema.Lookup(s.facts.Servers[fqdn], []string{"roles", role})
		if !ok || s.conv.aged && s.conv.tooOld(schema.Pointer("servers", fqdn, "roles", role)) {
			missing = append(missing, "server.roles."+role)
		} else if value == true {
			return schema.Pass, nil
		}
	}
	if len(missing) > 0 {
		return schema.Unknown, missing
	}
	return schema.NotApplicable, nil
}

// ask gives the answer of one rule for one subject, and why it does not apply when it does not. The subject's input is
// made when the first rule needs it.
func (s *Session) ask(ctx context.Context, r *rule, subject schema.Subject, input *ast.Object) (f schema.Finding, because string, err error) {
	outcome, missing, because := s.applicable(r, subject)
	f = schema.Finding{Rule: r.info.ID, Subject: subject, Severity: cmp.Or(s.severity[r.info.ID], r.info.Severity), Outcome: outcome, Missing: missing}
	if outcome != schema.Pass {
		for _, path := range missing {
			if names := strings.Split(path, "."); names[0] != "spec" {
				e := schema.Evidence{Path: path, Pointer: s.pointer(names, subject)}
				s.provenance(&e)
				f.Evidence = append(f.Evidence, e)
			}
		}
		return f, because, nil
	}
	if *input == nil {
		*input = s.input(subject)
	}
	a, err := s.evaluate(ctx, r, *input)
	if err != nil {
		return f, "", err
	}
	f.Outcome, f.Observed, f.Required, f.Error = a.outcome, a.observed, a.required, a.err
	switch a.outcome {
	case schema.NotApplicable:
		return f, schema.ByCondition, nil
	case schema.Unknown:
		f.Missing = r.missing(*input)
	}
	if a.outcome != schema.Pass || s.EvidenceForPasses {
		f.Evidence = s.evidence(r, subject, *input)
	} else if s.disputed[r] {
		// A pass that rests on a value about which the sources disagree has to show it.
		f.Evidence = slices.DeleteFunc(s.evidence(r, subject, *input), func(e schema.Evidence) bool { return e.Conflict == "" })
	}
	return f, "", nil
}

// judge answers every rule for one subject. When something is known of it, only the rules that read what changed are asked.
func (s *Session) judge(ctx context.Context, subject schema.Subject) (judged, error) {
	before, changed, known := s.current(subject)
	if known && len(changed) == 0 {
		return before, nil
	}
	out := judged{counts: map[schema.Outcome]int{}, changed: s.changed}
	var input ast.Object
	for _, r := range s.engine.bySubject[subject.Kind] {
		if known {
			was := schema.Finding{Outcome: schema.NotApplicable}
			if len(before.findings) > 0 && before.findings[0].Rule == r.info.ID {
				was, before.findings = before.findings[0], before.findings[1:]
			}
			if !r.reading(changed) {
				out.counts[was.Outcome]++
				if was.Outcome != schema.NotApplicable {
					out.findings = append(out.findings, was)
				}
				continue
			}
		}
		f, _, err := s.ask(ctx, r, subject, &input)
		if err != nil {
			return judged{}, err
		}
		out.counts[f.Outcome]++
		if f.Outcome == schema.NotApplicable {
			continue
		}
		f.Range = s.specRange(r, subject)
		out.findings = append(out.findings, f)
	}
	return out, nil
}

// missing are the facts a rule reads that are absent; a member of an either group counts only when all of it is absent.
func (r *rule) missing(input ast.Object) []string {
	gone, there := map[string]bool{}, map[string]bool{}
	for _, x := range r.reads {
		root, _, _ := strings.Cut(x.path, ".")
		if root == "run" || root == "subject" || x.path == "" {
			continue
		}
		for _, l := range x.resolve(input) {
			if l.value == nil {
				gone[x.path] = true
			} else {
				there[x.path] = true
			}
		}
	}
	spare := maps.Clone(gone)
	for _, group := range r.either {
		if slices.ContainsFunc(group, func(p string) bool { return there[p] }) {
			for _, p := range group {
				delete(gone, p)
			}
		}
	}
	if len(gone) == 0 {
		gone = spare // the way that was open did not lead to an answer
	}
	facts := slices.DeleteFunc(slices.Sorted(maps.Keys(gone)), func(p string) bool { return strings.HasPrefix(p, "spec.") })
	if len(facts) > 0 {
		return facts
	}
	return slices.Sorted(maps.Keys(gone))
}

// evidence lists what a rule read, with the provenance of each value.
func (s *Session) evidence(r *rule, subject schema.Subject, input ast.Object) []schema.Evidence {
	var out []schema.Evidence
	for _, x := range r.reads {
		if x.path == "" || len(x.names) == 0 {
			continue
		}
		root := x.names[0]
		if root == "run" || root == "subject" {
			continue
		}
		for _, l := range x.resolve(input) {
			if len(out) >= maxEvidence {
				return out
			}
			e := schema.Evidence{Path: l.path}
			if l.value != nil {
				e.Value = shown(l.value)
			}
			if root == "spec" {
				e.Source = "spec"
				if l.value == nil {
					continue
				}
			} else {
				e.Pointer = s.pointer(l.names, subject)
				s.provenance(&e)
			}
			out = append(out, e)
		}
	}
	return out
}

// provenance says of evidence where it comes from, or why it is absent.
func (s *Session) provenance(e *schema.Evidence) {
	old := e.Value == nil && s.outdated(e.Pointer)
	section, _ := s.facts.SectionFor(e.Pointer, e.Value != nil || old)
	if section == nil {
		return
	}
	e.Source, e.Status, e.ReadAt, e.Error, e.Conflict = section.Source, section.Status, section.ReadAt, section.Error, section.Conflict
	if old {
		e.Status, e.Error = schema.TooOld, fmt.Sprintf("read at %s; what was read before %s is too old", section.ReadAt, s.conv.oldest)
	}
	if source := s.facts.Sources[section.Source]; source != nil {
		e.Declared = source.Collector == "spec"
	}
}

// outdated says whether there is a value at a pointer that was kept from the rules because of its age.
func (s *Session) outdated(pointer string) bool {
	if !s.conv.aged {
		return false
	}
	_, there := schema.Lookup(s.facts, schema.PointerNames(pointer))
	for p := pointer; there && p != ""; p = p[:strings.LastIndexByte(p, '/')] {
		if s.conv.tooOld(p) {
			return true
		}
	}
	return false
}

// pointer is where a name of a rule's input stands in the facts document.
func (s *Session) pointer(names []string, subject schema.Subject) string {
	key := ""
	fqdn := s.serverOf(subject)
	switch names[0] {
	case "server", "sensor":
		key = fqdn
	case "path", "account":
		key = subject.Key
	case "domain", "forest":
		domain, forest := "", ""
		switch subject.Kind {
		case "domain":
			domain = subject.Key
			if d := s.facts.Domains[domain]; d != nil {
				forest = d.Forest
			}
		case "forest":
			forest = subject.Key
		case "account":
			_, domain, _ = strings.Cut(subject.Key, "@")
			if d := s.facts.Domains[domain]; d != nil {
				forest = d.Forest
			}
		default:
			domain, forest = s.home(fqdn)
		}
		key = map[string]string{"domain": domain, "forest": forest}[names[0]]
	default:
		return schema.Pointer(names...)
	}
	return schema.Pointer(append([]string{names[0] + "s", key}, names[1:]...)...)
}

// specRange is where the spec says something that the finding concerns.
func (s *Session) specRange(r *rule, subject schema.Subject) *schema.Range {
	for _, x := range r.reads {
		if rng, ok := s.intent.Ranges[subject.String()+"#"+x.path]; ok {
			return &rng
		}
	}
	if rng, ok := s.intent.Ranges[subject.String()]; ok {
		return &rng
	}
	return nil
}

// Findings are the current findings at one subject, waivers applied.
func (s *Session) Findings(ctx context.Context, subject schema.Subject) ([]schema.Finding, error) {
	if s.err != nil {
		return nil, s.err
	}
	if j, changed, ok := s.current(subject); ok && len(changed) == 0 {
		return j.findings, nil
	}
	if (subject.Kind == "path" && s.facts.Paths[subject.Key] == nil) || !slices.Contains(schema.SubjectKinds, subject.Kind) {
		return nil, nil
	}
	j, err := s.judge(ctx, subject)
	if err != nil {
		return nil, err
	}
	s.waive(j.findings, make([]int, len(s.intent.Waivers)))
	s.cached[subject] = j
	delete(s.stale, subject)
	return j.findings, nil
}

// Audit judges every subject. It returns a whole verdict or an error, never a part.
func (s *Session) Audit(ctx context.Context) (*schema.Verdict, error) {
	if s.err != nil {
		return nil, s.err
	}
	ctx, cancel := context.WithTimeoutCause(ctx, s.engine.options.Deadline, fmt.Errorf("the audit took longer than %s", s.engine.options.Deadline))
	defer cancel()
	if err := s.judgeAll(ctx); err != nil {
		return nil, err
	}
	v := &schema.Verdict{Schema: schema.VerdictVersion, Run: s.run, Inputs: s.engine.Inputs(), Rules: s.engine.Rules(), Findings: []schema.Finding{}, Decisions: []schema.Decision{}, Waivers: []schema.WaiverUse{},
		Summary: schema.Summary{Outcomes: map[schema.Outcome]int{}, Unresolved: map[string]map[schema.Outcome]int{}, Rules: len(s.engine.rules), Subjects: len(s.subjects)}}
	v.Parameters, v.Severities = s.overrides()
	for i := range v.Rules {
		v.Rules[i].Severity = cmp.Or(s.severity[v.Rules[i].ID], v.Rules[i].Severity)
	}
	total := 0
	for _, subject := range s.subjects {
		total += len(s.cached[subject].findings)
	}
	v.Findings = make([]schema.Finding, 0, total)
	kinds := map[string]int{}
	for i, kind := range schema.SubjectKinds {
		kinds[kind] = i
	}
	for _, subject := range s.subjects {
		v.Findings = append(v.Findings, s.cached[subject].findings...)
		for outcome, n := range s.cached[subject].counts {
			v.Summary.Outcomes[outcome] += n
		}
	}
	slices.SortFunc(v.Findings, func(a, b schema.Finding) int {
		return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(kinds[a.Subject.Kind], kinds[b.Subject.Kind]), cmp.Compare(a.Subject.Key, b.Subject.Key))
	})
	uses := make([]int, len(s.intent.Waivers))
	s.waive(v.Findings, uses)
	for i, w := range s.intent.Waivers {
		state := "used"
		if s.expired(w) {
			state = "expired"
		} else if uses[i] == 0 {
			state = "unused"
		}
		v.Waivers = append(v.Waivers, schema.WaiverUse{Waiver: w, State: state, Findings: uses[i]})
	}
	for _, f := range v.Findings {
		switch {
		case f.Waived != nil:
			v.Summary.Waived++
		case f.Unresolved():
			if v.Summary.Unresolved[f.Severity] == nil {
				v.Summary.Unresolved[f.Severity] = map[schema.Outcome]int{}
			}
			v.Summary.Unresolved[f.Severity][f.Outcome]++
		}
	}
	return v, nil
}

// judgeAll judges what is not cached, subjects spread over the cores. The parts that many subjects share are converted
// first, by one.
func (s *Session) judgeAll(ctx context.Context) error {
	var open []schema.Subject
	if s.behind {
		// A generation that has gone takes its rules with it.
		before := s.scope
		s.scope = s.scopes()
		for subject := range s.cached {
			in := subject
			switch subject.Kind {
			case "server", "sensor", "path":
				continue
			case "domain", "forest":
			default:
				in = schema.Subject{}
			}
			if subject.Kind == "workspace" || subject.Kind == "account" || !slices.Equal(before[in], s.scope[in]) {
				delete(s.cached, subject)
			}
		}
		s.behind = false
	}
	for _, subject := range s.subjects {
		if _, changed, ok := s.current(subject); !ok || len(changed) > 0 {
			open = append(open, subject)
		}
	}
	workers := cmp.Or(s.engine.options.Parallel, runtime.GOMAXPROCS(0))
	type result struct {
		judged
		err error
	}
	results := make([]result, len(open))
	var next sync.Mutex
	at := 0
	var group sync.WaitGroup
	for range min(workers, len(open)) {
		group.Go(func() {
			for {
				next.Lock()
				i := at
				at++
				next.Unlock()
				if i >= len(open) || ctx.Err() != nil {
					return
				}
				r := &results[i]
				r.judged, r.err = s.judge(ctx, open[i])
			}
		})
	}
	group.Wait()
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("audit: %w", context.Cause(ctx))
	}
	for i, r := range results {
		if r.err != nil {
			return r.err
		}
		s.cached[open[i]] = r.judged
		delete(s.stale, open[i])
	}
	return nil
}

func (s *Session) expired(w schema.Waiver) bool {
	return w.Expires != "" && len(s.run.Now) >= 10 && s.run.Now[:10] > w.Expires
}

// waive marks the findings that a waiver covers: unresolved ones of its rule at its subjects, until the end of its last
// day in UTC. What cannot be waived is refused when the spec is read.
func (s *Session) waive(findings []schema.Finding, uses []int) {
	for i, w := range s.intent.Waivers {
		if s.expired(w) {
			continue
		}
		for j := range findings {
			f := &findings[j]
			if f.Rule == w.Rule && f.Waived == nil && f.Outcome != schema.Pass && covers(w, f.Subject) {
				index := i
				f.Waived = &index
				uses[i]++
			} else if f.Waived != nil && *f.Waived == i && f.Rule == w.Rule {
				uses[i]++
			}
		}
	}
}

func covers(w schema.Waiver, subject schema.Subject) bool {
	return slices.ContainsFunc(w.Subjects, func(name string) bool {
		return strings.EqualFold(name, cmp.Or(subject.Key, subject.Kind)) || strings.EqualFold(name, subject.String())
	})
}

// Decide takes the decisions of policy for every subject they are about, in the order of their ids, then by subject. Each
// sees what those before it chose; the intent of the caller stays as it is.
func (s *Session) Decide(ctx context.Context) ([]schema.Decision, error) {
	if s.err != nil {
		return nil, s.err
	}
	taking := s.engine.Open(s.facts, schema.Clone(s.intent), s.run)
	inputs := map[schema.Subject]ast.Object{}
	out := []schema.Decision{}
	for _, r := range s.engine.decisions {
		taken, err := taking.decide(ctx, r, inputs)
		if err != nil {
			return nil, err
		}
		out = append(out, taken...)
		if r.info.Sets == "" {
			continue
		}
		for _, d := range taken {
			taking.intent.Choose(d)
		}
		delete(taking.parts, schema.Subject{Kind: "spec"})
		taking.scope = taking.scopes()
		clear(inputs)
	}
	return out, nil
}

// concerns says whether a decision that names generations is about a subject: as a rule would be, and for a sensor only once
// its own generation is decided.
func (s *Session) concerns(r *rule, subject schema.Subject) bool {
	if subject.Kind == "sensor" && s.intent.Sensors[subject.Key].Generation == "" {
		return false
	}
	outcome, _, _ := s.applicable(r, subject)
	return outcome == schema.Pass
}

// decide takes one decision, for every subject it is about.
func (s *Session) decide(ctx context.Context, r *rule, inputs map[schema.Subject]ast.Object) ([]schema.Decision, error) {
	var out []schema.Decision
	for _, subject := range s.subjects {
		if subject.Kind != r.info.Subject || subject.Kind == "sensor" && s.intent.Sensors[subject.Key] == nil {
			continue
		}
		if len(r.info.Generations) > 0 && !s.concerns(r, subject) {
			continue
		}
		input := inputs[subject]
		if input == nil {
			input = s.input(subject)
			inputs[subject] = input
		}
		a, err := s.evaluate(ctx, r, input)
		if err != nil {
			return nil, err
		}
		if a.outcome == schema.Failed {
			return nil, fmt.Errorf("decision %s at %s: %s", r.info.ID, subject, a.err)
		}
		missing := r.missing(input)
		if r.each == "" {
			out = append(out, r.decision(subject, a.fields, missing))
			continue
		}
		choices, _ := a.fields["choice"].(map[string]any)
		for _, key := range slices.Sorted(maps.Keys(choices)) {
			fields := map[string]any{}
			for name, byKey := range a.fields {
				of, _ := byKey.(map[string]any)
				fields[name] = of[key]
			}
			out = append(out, r.decision(schema.Subject{Kind: r.each, Key: key}, fields, missing))
		}
	}
	return out, nil
}

// decision is what the Rego said about a subject.
func (r *rule) decision(subject schema.Subject, fields map[string]any, missing []string) schema.Decision {
	name := r.info.Package[strings.LastIndexByte(r.info.Package, '.')+1:]
	d := schema.Decision{ID: r.info.ID, Name: name, Title: r.info.Title, Subject: subject, Source: "decided", Reasons: append([]string{}, sentences(fields["reasons"])...), Warnings: sentences(fields["warnings"])}
	d.Choice, _ = fields["choice"].(string)
	switch asked := fields["asked"].(type) {
	case string:
		if asked != "" {
			d.Source = "asked"
		}
	case bool: // what is asked for may be a yes or a no
		d.Source = "asked"
	}
	if d.Choice == "" {
		d.Reasons, d.Missing = []string{}, missing
	}
	return d
}

func sentences(v any) []string {
	items, _ := v.([]any)
	var out []string
	for _, item := range items {
		out = append(out, fmt.Sprint(item))
	}
	return out
}

// native turns the numbers of a Rego result into int64 or float64.
func native(v any) any {
	value, err := ast.InterfaceToValue(v)
	if v == nil || err != nil {
		return nil
	}
	return plain(value)
}

// inForce says whether a rule belongs to a profile. The two current profiles are one rule set: what tells their rules
// apart is the generation of each sensor, so that a mixed estate is judged by both.
func inForce(profiles []string, profile string) bool {
	if len(profiles) == 0 || slices.Contains(profiles, profile) {
		return true
	}
	return profile != "classic-2023" && slices.ContainsFunc(profiles, func(p string) bool { return p != "classic-2023" })
}
