package compiler

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/mdiplan/mdiplan/schema"
)

// foundation is the wave of everything that is not tied to a server: tenant, workspace, network, directory.
const foundation = "foundation"

// unassigned is the wave of planned sensors that name none; it comes after all others.
const unassigned = "default"

// estate answers which subjects exist and which belong together. It holds the facts that a compilation reads, or the
// copy that a proof changes.
type estate struct {
	facts  *schema.Facts
	intent *schema.Intent
	run    schema.Run
	// cloud is what the cloud of the tenant calls its own; nil when it is not known.
	cloud *schema.Cloud
	// failed are the servers whose sensor did not start when the facts were read, with its state.
	failed map[string]string
	// choices are decisions by name and subject.
	choices map[string]map[schema.Subject]string
	// waves are in execution order, foundation first.
	waves []schema.Wave
	// present is what generationsIn found.
	present map[schema.Subject]map[string]bool
	// fqdns caches servers: the set does not change during a compilation.
	fqdns           []string
	deploymentFails bool
	// paths caches the paths of each server, farms the AD FS farm of each node.
	paths map[string][]schema.Subject
	farms map[string]string
	// readScopes caches readersScope: every server asks for the scope, and it rests on all of them.
	readScopes map[string]string
	// firstRuns caches, of steps that come after a first, whether such a sensor runs already; effects on servers clear it.
	firstRuns map[*Declaration]bool
}

// failedBefore are the servers of the wave of a subject, and of the waves before it, whose sensor did not start: what stopped
// there may stop here as well.
func (e *estate) failedBefore(s schema.Subject) map[string]string {
	if len(e.failed) == 0 {
		return nil
	}
	before := map[string]bool{}
	var visit func(string)
	visit = func(name string) {
		for _, w := range e.waves {
			if w.Name == name && !before[name] {
				before[name] = true
				for _, other := range w.After {
					visit(other)
				}
			}
		}
	}
	visit(e.waveFor(s))
	out := map[string]string{}
	for fqdn, state := range e.failed {
		if before[e.waveOf(fqdn)] {
			out[fqdn] = state
		}
	}
	return out
}

// planned says whether the spec asks for a sensor on a server and, where it is decided, that it is not "none".
func (e *estate) planned(fqdn string) bool {
	s := e.intent.Sensors[fqdn]
	return s != nil && s.Generation != "none"
}

// waveOf is the wave of a server: foundation for one without a planned sensor.
func (e *estate) waveOf(fqdn string) string {
	if !e.planned(fqdn) {
		return foundation
	}
	return cmp.Or(e.intent.Sensors[fqdn].Wave, unassigned)
}

// chain is a subject and everything it belongs to, nearest first. The singletons end every chain. It is asked for at every
// turn, and small enough to be inlined, so that a caller that does not keep it has it on its stack.
func (e *estate) chain(s schema.Subject) []schema.Subject {
	return e.appendChain(make([]schema.Subject, 0, longestChain), s)
}

// longestChain is a sensor, its server, domain and forest, and the singletons.
const longestChain = 4 + len(singletons)

var singletons = [...]string{"workspace", "tenant", "network", "workstation", "deployment"}

func (e *estate) appendChain(out []schema.Subject, s schema.Subject) []schema.Subject {
	out = append(out, s)
	add := func(kind, key string) {
		if key != "" {
			out = append(out, schema.Subject{Kind: kind, Key: key})
		}
	}
	fqdn, domain, forest, site := "", "", "", ""
	switch s.Kind {
	case "server", "sensor":
		fqdn = s.Key
		if s.Kind == "sensor" {
			add("server", fqdn)
		} else {
			add("sensor", fqdn)
		}
	case "path":
		if of := e.facts.ServerOf(s.Key); e.facts.Servers[of] != nil {
			fqdn = of
			add("server", fqdn)
		}
	case "account":
		if a := e.facts.Accounts[s.Key]; a != nil {
			domain = a.Domain
		}
		if domain == "" {
			_, domain, _ = strings.Cut(s.Key, "@")
		}
		add("domain", domain)
	case "domain":
		domain = s.Key
	case "site":
		_, forest, _ = strings.Cut(s.Key, "@")
	case "forest":
		forest = s.Key
	}
	if fqdn != "" {
		if server := e.facts.Servers[fqdn]; server != nil {
			domain, forest = server.Domain, server.Forest
			site = server.Site
		}
		if domain == "" {
			_, domain, _ = strings.Cut(fqdn, ".")
		}
		add("domain", domain)
	}
	if domain != "" && forest == "" {
		if d := e.facts.Domains[domain]; d != nil {
			forest = d.Forest
		}
	}
	if site != "" {
		add("site", site+"@"+forest) // its name is its own in a forest only
	}
	if s.Kind != "forest" {
		add("forest", forest)
	}
	for _, kind := range singletons {
		if kind != s.Kind {
			out = append(out, schema.Subject{Kind: kind})
		}
	}
	return out
}

// domainOf is the domain that a subject is or belongs to; of a forest it is the root domain.
func (e *estate) domainOf(s schema.Subject) string {
	if s.Kind == "forest" {
		return s.Key
	}
	for _, up := range e.chain(s) {
		if up.Kind == "domain" {
			return up.Key
		}
	}
	return ""
}

// computer is the server on which a script at a subject runs. What is written to a directory is written on the PDC emulator,
// where the next step finds it without waiting for replication; where nobody read which one that is, on the first controller
// that can be written to.
func (e *estate) computer(runsOn string, s schema.Subject) string {
	switch {
	case runsOn == "target" && s.Kind == "server":
		return s.Key
	case runsOn == "domain_controller":
		domain := e.facts.Domains[e.domainOf(s)]
		if domain == nil {
			return ""
		}
		if domain.PDCEmulator != "" {
			return domain.PDCEmulator
		}
		for _, name := range slices.Sorted(maps.Keys(domain.DCs)) {
			if dc := domain.DCs[name]; dc.ReadOnly != nil && !*dc.ReadOnly {
				return name
			}
		}
	}
	return ""
}

// subjects lists the subjects of a step scope, sorted.
func (e *estate) subjects(scope string) []schema.Subject {
	var keys []string
	switch scope {
	case "server":
		keys = e.servers()
	case "domain", "site": // a site is known by its servers alone
		seen := map[string]bool{}
		if scope == "domain" {
			for name := range e.facts.Domains {
				seen[name] = true
			}
		}
		for _, s := range e.around(func(string) bool { return true }, scope) {
			seen[s.Key] = true
		}
		keys = slices.Sorted(maps.Keys(seen))
	case "forest":
		keys = slices.Sorted(maps.Keys(e.facts.Forests))
	case "account":
		if e.intent.Shared.DSA != nil {
			keys = slices.Sorted(maps.Keys(e.intent.Shared.DSA.Accounts))
		}
	case "wave":
		for _, w := range e.waves {
			keys = append(keys, w.Name)
		}
	default:
		return []schema.Subject{{Kind: scope}}
	}
	out := make([]schema.Subject, len(keys))
	for i, key := range keys {
		out[i] = schema.Subject{Kind: scope, Key: key}
	}
	return out
}

// servers are those the facts know and those the spec asks a sensor for, without the excluded, sorted.
func (e *estate) servers() []string {
	if e.fqdns != nil {
		return e.fqdns
	}
	seen := map[string]bool{}
	for fqdn := range e.facts.Servers {
		seen[fqdn] = true
	}
	for fqdn := range e.intent.Sensors {
		seen[fqdn] = true
	}
	for fqdn, s := range e.intent.Servers {
		if s.Excluded != nil && *s.Excluded {
			delete(seen, fqdn)
		}
	}
	e.fqdns = slices.Sorted(maps.Keys(seen))
	return e.fqdns
}

// generations are those that are planned on or registered for a server; empty when there is none or none is decided.
func (e *estate) generations(fqdn string) []string {
	var out []string
	if s := e.intent.Sensors[fqdn]; s != nil && s.Generation != "" {
		out = append(out, s.Generation)
	}
	if s := e.facts.Sensors[fqdn]; s != nil && s.Generation != "" && !slices.Contains(out, s.Generation) {
		out = append(out, s.Generation)
	}
	return out
}

// matches says whether a step is for a subject, by generation and role. For a subject that is no server, one sensor of
// the generation in it is enough, and one server of the role.
func (e *estate) matches(d *Declaration, s schema.Subject) bool {
	wanted := func(g string) bool {
		return slices.Contains(d.Generations, g) || g == "standalone" && slices.Contains(d.Generations, "sa")
	}
	if s.Kind == "server" {
		return (len(d.Generations) == 0 || slices.ContainsFunc(e.generations(s.Key), wanted)) &&
			(len(d.Roles) == 0 || slices.ContainsFunc(d.Roles, func(role string) bool { return e.hasRole(s.Key, role) }))
	}
	if len(d.Roles) > 0 && !slices.ContainsFunc(e.servers(), func(fqdn string) bool {
		return slices.ContainsFunc(d.Roles, func(role string) bool { return e.hasRole(fqdn, role) }) && slices.Contains(e.chain(schema.Subject{Kind: "server", Key: fqdn}), s)
	}) {
		return false
	}
	if len(d.Generations) == 0 {
		return true
	}
	if s.Kind == "account" || s.Kind == "wave" && s.Key == foundation {
		s = schema.Subject{Kind: "deployment"}
	}
	for g := range e.generationsIn()[s] {
		if wanted(g) {
			return true
		}
	}
	return false
}

// concerns says whether a step can answer a finding at a subject: one that is about servers of certain roles, such as the
// audit policy of the certification authorities of a domain, answers nothing at a server that has none of them.
func (e *estate) concerns(d *Declaration, s schema.Subject) bool {
	if len(d.Roles) == 0 || s.Kind != "server" && s.Kind != "sensor" {
		return true
	}
	return slices.ContainsFunc(d.Roles, func(role string) bool { return e.hasRole(s.Key, role) })
}

// waitsForFirst says whether a step at a server has to wait until another server, one of certain roles, went first: it has
// none of those roles itself, and no server that has one shows a sensor of that generation that runs.
func (e *estate) waitsForFirst(d *Declaration, s schema.Subject) bool {
	if d.AfterFirst == nil || s.Kind != "server" || e.isFirst(d, s.Key) {
		return false
	}
	runs, known := e.firstRuns[d]
	if !known {
		for fqdn, sensor := range e.facts.Sensors {
			if slices.Contains(d.Generations, sensor.Generation) && sensor.ServiceStatus == "running" && e.isFirst(d, fqdn) {
				runs = true
				break
			}
		}
		e.firstRuns[d] = runs
	}
	return !runs
}

// isFirst says whether a server is one of those that go first.
func (e *estate) isFirst(d *Declaration, fqdn string) bool {
	return slices.ContainsFunc(d.AfterFirst.Roles, func(role string) bool { return e.hasRole(fqdn, role) })
}

// generationsIn lists the generations of the sensors in each wave and in whatever a server belongs to. It is made once:
// steps are matched before any of them is simulated.
func (e *estate) generationsIn() map[schema.Subject]map[string]bool {
	if e.present != nil {
		return e.present
	}
	e.present = map[schema.Subject]map[string]bool{}
	for _, fqdn := range e.servers() {
		generations := e.generations(fqdn)
		if len(generations) == 0 {
			continue
		}
		for _, s := range append(e.chain(schema.Subject{Kind: "server", Key: fqdn}), schema.Subject{Kind: "wave", Key: e.waveOf(fqdn)}) {
			if e.present[s] == nil {
				e.present[s] = map[string]bool{}
			}
			for _, g := range generations {
				e.present[s][g] = true
			}
		}
	}
	return e.present
}

func (e *estate) hasRole(fqdn, role string) bool {
	server := e.facts.Servers[fqdn]
	if server == nil || server.Roles == nil {
		return false
	}
	var flag *bool
	switch role {
	case "dc":
		flag = server.Roles.DC
	case "rodc":
		flag = server.Roles.RODC
	case "adfs":
		flag = server.Roles.ADFS
	case "wap":
		flag = server.Roles.WAP
	case "adcs":
		flag = server.Roles.ADCS
	case "entra_connect":
		flag = server.Roles.EntraConnect
	}
	return flag != nil && *flag
}

// related lists the subjects of a scope that a step at s is joined to: itself, what it belongs to, what belongs to it,
// and across waves the servers of a wave and the wave of a server.
func (e *estate) related(s schema.Subject, scope string) []schema.Subject {
	if s.Kind == scope {
		return []schema.Subject{s}
	}
	if scope == "wave" {
		if s.Kind == "server" {
			return []schema.Subject{{Kind: "wave", Key: e.waveOf(s.Key)}}
		}
		return []schema.Subject{{Kind: "wave", Key: foundation}}
	}
	if s.Kind == "wave" {
		return e.inWave(s.Key, scope)
	}
	for _, ancestor := range e.chain(s) {
		if ancestor.Kind == scope {
			return []schema.Subject{ancestor}
		}
	}
	if s.Kind == "site" || scope == "site" && s.Kind == "domain" { // a domain has several sites, a site several domains
		return e.around(func(fqdn string) bool { return slices.Contains(e.chain(schema.Subject{Kind: "server", Key: fqdn}), s) }, scope)
	}
	var out []schema.Subject
	for _, candidate := range e.subjects(scope) {
		chain := e.chain(candidate)
		if slices.Contains(chain, s) || candidate.Kind == "account" && e.serves(candidate.Key, s) {
			out = append(out, candidate)
		}
	}
	return out
}

// inWave lists the subjects of a scope that the servers of a wave are or belong to; for the foundation, all of them.
func (e *estate) inWave(wave, scope string) []schema.Subject {
	if wave == foundation && scope != "server" {
		return e.subjects(scope)
	}
	return e.around(func(fqdn string) bool { return e.waveOf(fqdn) == wave }, scope)
}

// around lists the subjects of a scope that certain servers are or belong to, sorted.
func (e *estate) around(of func(fqdn string) bool, scope string) []schema.Subject {
	seen := map[schema.Subject]bool{}
	for _, fqdn := range e.servers() {
		if !of(fqdn) {
			continue
		}
		for _, s := range e.chain(schema.Subject{Kind: "server", Key: fqdn}) {
			if s.Kind == scope {
				seen[s] = true
			}
		}
	}
	return slices.SortedFunc(maps.Keys(seen), func(a, b schema.Subject) int { return cmp.Compare(a.Key, b.Key) })
}

// serves says whether a directory service account is meant for the domain that s is or belongs to.
func (e *estate) serves(account string, s schema.Subject) bool {
	if e.intent.Shared.DSA == nil || e.intent.Shared.DSA.Accounts[account] == nil {
		return false
	}
	for _, a := range e.chain(s) {
		if a.Kind == "domain" && e.intent.Shared.DSA.Accounts[account].Serves[a.Key] {
			return true
		}
	}
	return false
}
