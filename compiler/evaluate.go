package compiler

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/mdiplan/mdiplan/schema"
)

// evaluate computes one expression of a declaration for one subject. The value is unknown when it rests on an absent fact.
func (e *estate) evaluate(d *Declaration, name string, s schema.Subject) (cty.Value, error) {
	if v, same := d.same[name]; same {
		return v, nil
	}
	ctx := &hcl.EvalContext{Functions: stepFunctions}
	if want := d.want[name]; len(want) > 0 {
		ctx.Variables = e.variables(s, want)
	}
	v, diags := d.expr[name].Value(ctx)
	return v, diagError(d, name, s, diags)
}

func diagError(d *Declaration, name string, s schema.Subject, diags hcl.Diagnostics) error {
	if !diags.HasErrors() {
		return nil
	}
	return fmt.Errorf("step %s at %s: %s: %w", d.Name, s, name, diags)
}

// variables binds what an expression reads: the subject, what it belongs to, the spec and the decisions.
func (e *estate) variables(s schema.Subject, want wanted) map[string]cty.Value {
	chain := e.chain(s)
	vars := make(map[string]cty.Value, len(want))
	for name, child := range want {
		switch name {
		case "subject":
			key := s.Key
			if key == "" {
				key = s.Kind
			}
			vars[name] = cty.StringVal(key)
		case "decision":
			vars[name] = e.decisions(chain, child)
		case "servers":
			vars[name] = e.neighbours(s)
		case "failed":
			vars[name] = texts(e.failedBefore(s))
		case "leaving":
			vars[name] = e.leaving()
		case "accounts":
			vars[name] = e.serving(s)
		case "paths":
			vars[name] = shown(e.facts.Paths, wanted{"class": nil, "via": nil, "proxy": nil, "to": nil})
		case "hosts":
			vars[name] = shown(e.hosts(s), wanted{"sid": nil, "member_of": nil, "user_rights": nil})
		case "readers":
			vars[name] = e.readers(s)
		case "farm":
			vars[name] = e.farm(s.Key)
		case "spec", "run":
			vars[name] = specValue(e.object(name, chain), child)
		default:
			vars[name] = ctyValue(e.object(name, chain), child)
		}
	}
	return vars
}

// neighbours are the servers of the domain of a subject, for a step whose effects reach them: who they are and what they do.
func (e *estate) neighbours(s schema.Subject) cty.Value {
	domain := e.domainOf(s)
	there := map[string]*schema.Server{}
	for _, fqdn := range e.servers() {
		if server := e.facts.Servers[fqdn]; server != nil && server.Domain == domain {
			there[fqdn] = server
		}
	}
	return shown(there, wanted{"roles": nil, "sid": nil, "computer_dn": nil, "registry": nil, "remote_sam_access": nil, "online": nil, "user_rights": nil, "wef": nil})
}

// texts is a map as an object of strings.
func texts(m map[string]string) cty.Value {
	out := make(map[string]cty.Value, len(m))
	for key, value := range m {
		out[key] = cty.StringVal(value)
	}
	return cty.ObjectVal(out)
}

// leaving are the servers that the spec demotes, with the time.
func (e *estate) leaving() cty.Value {
	out := map[string]string{}
	for fqdn, s := range e.intent.Servers {
		if s.DemotesAt != "" {
			out[fqdn] = s.DemotesAt
		}
	}
	return texts(out)
}

// serving are the directory service accounts that the spec names for the domain of a subject.
func (e *estate) serving(s schema.Subject) cty.Value {
	there := map[string]*schema.Account{}
	for _, account := range e.related(s, "account") {
		if there[account.Key] = e.facts.Accounts[account.Key]; there[account.Key] == nil {
			there[account.Key] = &schema.Account{}
		}
	}
	return shown(there, wanted{"sid": nil, "exists": nil})
}

// hosts are the servers whose classic sensor, planned or there, logs on with a directory service account: those of the domains
// that an account serves, or of the domain of any other subject.
func (e *estate) hosts(s schema.Subject) map[string]*schema.Server {
	domain := e.domainOf(s)
	there := map[string]*schema.Server{}
	for _, fqdn := range e.servers() {
		server, here := e.facts.Servers[fqdn], schema.Subject{Kind: "server", Key: fqdn}
		if server == nil || s.Kind == "account" && !e.serves(s.Key, here) || s.Kind != "account" && e.domainOf(here) != domain {
			continue
		}
		if slices.ContainsFunc(e.generations(fqdn), func(g string) bool { return g == "v2" || g == "standalone" }) {
			there[fqdn] = server
		}
	}
	return there
}

// readers are, by account, who may read its password as the spec has it: the account at hand, or those that serve the domain of
// any other subject. A principal is named as the facts know it: by its SID where that was read.
func (e *estate) readers(s schema.Subject) cty.Value {
	out := map[string]cty.Value{}
	for key, account := range e.accounts() {
		if s.Kind == "account" && key != s.Key || s.Kind != "account" && !e.serves(key, s) {
			continue
		}
		_, home, _ := strings.Cut(key, "@")
		name, domain, _ := strings.Cut(cmp.Or(account.Readers, "mdi-sensors"), "@")
		principal, changed := cmp.Or(account.Readers, name+"@"+home), ""
		if at := e.facts.Domains[cmp.Or(domain, home)]; at != nil {
			for _, id := range slices.Sorted(keysOf(at.Groups)) {
				if id == principal || strings.EqualFold(at.Groups[id].Name, name) {
					principal, changed = id, at.Groups[id].MembersChangedAt
					break
				}
			}
		}
		sid := ""
		if known := e.facts.Accounts[key]; known != nil {
			sid = known.SID
		}
		out[key] = cty.ObjectVal(map[string]cty.Value{"name": cty.StringVal(name), "principal": cty.StringVal(principal),
			"sid": ctyValue(reflect.ValueOf(sid), nil), "builtin": cty.BoolVal(strings.HasPrefix(name, "S-1-")), "scope": cty.StringVal(e.readersScope(key)), "changed_at": ctyValue(reflect.ValueOf(changed), nil)})
	}
	return cty.ObjectVal(out)
}

// farm is the AD FS farm of a server: its nodes, and the one at which what all share is done. In a farm with internal databases
// that is the primary node, in one with a database of its own the first by name.
func (e *estate) farm(fqdn string) cty.Value {
	own := e.facts.Servers[fqdn]
	nodes, writer := []cty.Value{}, ""
	for _, name := range e.servers() {
		server := e.facts.Servers[name]
		if server == nil || server.ADFS == nil || own == nil || own.ADFS == nil || name != fqdn && (own.ADFS.Farm == "" || server.ADFS.Farm != own.ADFS.Farm) {
			continue
		}
		nodes = append(nodes, cty.StringVal(name))
		if primary := server.ADFS.Primary; writer == "" || primary != nil && *primary {
			writer = name
		}
	}
	if len(nodes) == 0 {
		nodes, writer = []cty.Value{cty.StringVal(fqdn)}, fqdn
	}
	return cty.ObjectVal(map[string]cty.Value{"nodes": cty.ListVal(nodes), "writer": cty.StringVal(writer)})
}

// accounts are the directory service accounts of the spec.
func (e *estate) accounts() map[string]*schema.SpecDSAAccount {
	if e.intent.Shared.DSA == nil {
		return nil
	}
	return e.intent.Shared.DSA.Accounts
}

// readersScope is the scope that lets a group hold all servers that read the password of an account: a universal group holds
// those of any domain of its forest, a domain local one also those of a forest that is trusted.
func (e *estate) readersScope(account string) string {
	if scope := e.readScopes[account]; scope != "" {
		return scope
	}
	domains, forests := map[string]bool{}, map[string]bool{}
	for _, server := range e.hosts(schema.Subject{Kind: "account", Key: account}) {
		domains[server.Domain], forests[server.Forest] = true, true
	}
	if e.readScopes == nil {
		e.readScopes = map[string]string{}
	}
	e.readScopes[account] = "domain_local"
	if len(domains) > 1 && len(forests) == 1 {
		e.readScopes[account] = "universal"
	}
	return e.readScopes[account]
}

// shown is a map of the facts, of whose entries expressions see some fields only: a large estate has many of them.
func shown[T any](entries map[string]*T, fields wanted) cty.Value {
	out := make(map[string]cty.Value, len(entries))
	for key, entry := range entries {
		out[key] = ctyValue(reflect.ValueOf(entry), fields)
	}
	return cty.ObjectVal(out)
}

// object is the part of the model that a subject sees under a variable name: a pointer, nil where nothing is known.
func (e *estate) object(name string, chain []schema.Subject) reflect.Value {
	key := ""
	for _, a := range chain {
		if a.Kind == name {
			key = a.Key
		}
	}
	switch name {
	case "spec":
		return reflect.ValueOf(e.spec(chain))
	case "run":
		return reflect.ValueOf(&e.run)
	case "tenant":
		return reflect.ValueOf(e.facts.Tenant)
	case "workspace":
		return reflect.ValueOf(e.facts.Workspace)
	case "network":
		return reflect.ValueOf(e.facts.Network)
	case "ata":
		return reflect.ValueOf(e.facts.ATA)
	case "cloud":
		return reflect.ValueOf(e.cloud)
	case "workstation":
		return reflect.ValueOf(e.facts.Workstation)
	case "server":
		return reflect.ValueOf(e.facts.Servers[key])
	case "sensor":
		return reflect.ValueOf(e.facts.Sensors[key])
	case "domain":
		return reflect.ValueOf(e.facts.Domains[key])
	case "forest":
		return reflect.ValueOf(e.facts.Forests[key])
	case "account":
		return reflect.ValueOf(e.facts.Accounts[key])
	}
	panic("compiler: no expression may name " + name)
}

// spec is what the spec says to a subject: what holds for all, and the blocks of its server, sensor and wave.
func (e *estate) spec(chain []schema.Subject) *schema.SpecInput {
	spec := e.intent.Shared
	for _, a := range chain {
		switch a.Kind {
		case "server":
			spec.Server = e.intent.Servers[a.Key]
		case "sensor":
			spec.Sensor = e.intent.Sensors[a.Key]
		}
	}
	wave := ""
	switch s := chain[0]; s.Kind {
	case "wave":
		wave = s.Key
	case "server", "sensor":
		wave = e.waveOf(s.Key)
	}
	spec.Wave = e.intent.Waves[wave]
	return &spec
}

// decisions binds the choices made for a subject or for what it belongs to; one that was not made is unknown.
func (e *estate) decisions(chain []schema.Subject, want wanted) cty.Value {
	attrs := map[string]cty.Value{}
	for name := range want {
		attrs[name] = cty.UnknownVal(cty.String)
	}
	for name, bySubject := range e.choices {
		if _, asked := want[name]; len(want) > 0 && !asked {
			continue
		}
		for _, a := range chain {
			if choice := bySubject[a]; choice != "" {
				attrs[name] = cty.StringVal(choice)
				break
			}
		}
	}
	return cty.ObjectVal(attrs)
}

// truth is an expression's answer: yes, no, or not to be told from these facts.
type truth int

const (
	no truth = iota
	yes
	untold
)

func (e *estate) test(d *Declaration, name string, s schema.Subject) (truth, error) {
	v, err := e.evaluate(d, name, s)
	switch {
	case err != nil:
		return untold, err
	case !v.IsKnown():
		return untold, nil
	case v.IsNull() || v.Type() != cty.Bool:
		return untold, fmt.Errorf("step %s at %s: %s is not true or false", d.Name, s, name)
	case v.True():
		return yes, nil
	}
	return no, nil
}

// missing are the canonical paths of absent facts that an expression reads for a subject, sorted.
func (e *estate) missing(d *Declaration, name string, s schema.Subject) []string {
	chain := e.chain(s)
	var out []string
	for _, t := range d.expr[name].Variables() {
		names := traversalNames(t)
		if names[0] == "cloud" { // a table, entered by the name of the cloud
			names = []string{"tenant", "cloud"}
		}
		if roots[names[0]] == nil || names[0] == "run" {
			continue
		}
		object := e.object(names[0], chain)
		if object.IsNil() {
			out = append(out, strings.Join(names, "."))
			continue
		}
		if _, found := schema.Lookup(object.Interface(), names[1:]); !found {
			out = append(out, strings.Join(names, "."))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// text evaluates an expression that must be a string by now.
func (e *estate) text(d *Declaration, name string, s schema.Subject) (string, error) {
	if d.expr[name] == nil {
		return "", nil
	}
	v, err := e.evaluate(d, name, s)
	if err != nil || !v.IsKnown() || v.IsNull() || v.Type() != cty.String {
		return "", err
	}
	return v.AsString(), nil
}

// params are the typed values of a step, sorted by name. Names of absent facts are returned instead when a value rests on them.
func (e *estate) params(d *Declaration, s schema.Subject) ([]schema.Param, []string, error) {
	if d.expr["params"] == nil {
		return nil, nil, nil
	}
	v, err := e.evaluate(d, "params", s)
	if err != nil {
		return nil, nil, err
	}
	if !v.IsWhollyKnown() {
		missing := e.missing(d, "params", s)
		if len(missing) == 0 {
			missing = []string{"the facts of the servers around it"}
		}
		return nil, missing, nil
	}
	tree, err := goValue(v)
	if err != nil {
		return nil, nil, err
	}
	object, ok := tree.(map[string]any)
	if !ok {
		return nil, nil, fmt.Errorf("step %s: params is not an object", d.Name)
	}
	var out []schema.Param
	for _, name := range slices.Sorted(keysOf(object)) {
		if !parameterName.MatchString(name) {
			return nil, nil, fmt.Errorf("step %s: %q is no name of a parameter: letters and digits, a capital first", d.Name, name)
		}
		p := schema.Param{Name: name, Value: object[name]}
		switch x := object[name].(type) {
		case string:
			p.Type = "string"
		case int64:
			p.Type = "int"
		case bool:
			p.Type = "bool"
		case []any:
			p.Type = "string_list"
			for _, item := range x {
				if _, ok := item.(string); !ok {
					return nil, nil, fmt.Errorf("step %s: parameter %s is not a list of strings", d.Name, name)
				}
			}
		default:
			return nil, nil, fmt.Errorf("step %s: parameter %s is neither string, integer, boolean nor list of strings", d.Name, name)
		}
		out = append(out, p)
	}
	return out, nil, nil
}

// patches are a step's effects as merge patches by subject. Without effects, or when they rest on absent facts, ok is false.
func (e *estate) patches(d *Declaration, s schema.Subject) (map[schema.Subject]map[string]any, bool, error) {
	if d.expr["effects"] == nil {
		return nil, false, nil
	}
	v, err := e.evaluate(d, "effects", s)
	if err != nil || !v.IsWhollyKnown() {
		return nil, false, err
	}
	tree, err := goValue(v)
	if err != nil {
		return nil, false, err
	}
	out := map[schema.Subject]map[string]any{}
	object, ok := tree.(map[string]any)
	if !ok {
		return nil, false, fmt.Errorf("step %s: effects is not an object", d.Name)
	}
	for kind, value := range object {
		body, ok := value.(map[string]any)
		if !ok {
			return nil, false, fmt.Errorf("step %s: effects.%s is not an object", d.Name, kind)
		}
		if singular, plural := collections[kind]; plural {
			for key, inner := range body {
				patch, ok := inner.(map[string]any)
				if !ok {
					return nil, false, fmt.Errorf("step %s: effects.%s[%q] is not an object", d.Name, kind, key)
				}
				out[schema.Subject{Kind: singular, Key: key}] = patch
			}
			continue
		}
		target := schema.Subject{Kind: kind}
		for _, a := range e.chain(s) {
			if a.Kind == kind {
				target = a
				break
			}
		}
		if target.Key == "" && keyed[kind] {
			return nil, false, fmt.Errorf("step %s at %s: effects name a %s, and the step has none", d.Name, s, kind)
		}
		out[target] = body
	}
	return out, true, nil
}

var collections = map[string]string{"forests": "forest", "domains": "domain", "servers": "server", "sensors": "sensor", "accounts": "account", "paths": "path"}

var keyed = map[string]bool{"forest": true, "domain": true, "server": true, "sensor": true, "account": true, "path": true}

// apply patches a subject's facts in place, creating the subject when it did not exist.
func apply(f *schema.Facts, s schema.Subject, patch map[string]any) error {
	var target any
	switch s.Kind {
	case "tenant":
		target = ensure(&f.Tenant)
	case "workspace":
		target = ensure(&f.Workspace)
	case "network":
		target = ensure(&f.Network)
	case "ata":
		target = ensure(&f.ATA)
	case "workstation":
		target = ensure(&f.Workstation)
	case "forest":
		target = entry(&f.Forests, s.Key)
	case "domain":
		target = entry(&f.Domains, s.Key)
	case "server":
		target = entry(&f.Servers, s.Key)
	case "sensor":
		target = entry(&f.Sensors, s.Key)
	case "account":
		target = entry(&f.Accounts, s.Key)
	case "path":
		target = entry(&f.Paths, s.Key)
	default:
		return fmt.Errorf("effects cannot change a %s", s.Kind)
	}
	return schema.Patch(target, patch)
}

func ensure[T any](p **T) *T {
	if *p == nil {
		*p = new(T)
	}
	return *p
}

func entry[T any](m *map[string]*T, key string) *T {
	if *m == nil {
		*m = map[string]*T{}
	}
	if (*m)[key] == nil {
		(*m)[key] = new(T)
	}
	return (*m)[key]
}

// single is a document that holds a copy of what another says of one subject, and nothing else.
func single(f *schema.Facts, s schema.Subject) *schema.Facts {
	out := &schema.Facts{}
	switch s.Kind {
	case "tenant":
		out.Tenant = schema.Clone(f.Tenant)
	case "workspace":
		out.Workspace = schema.Clone(f.Workspace)
	case "network":
		out.Network = schema.Clone(f.Network)
	case "ata":
		out.ATA = schema.Clone(f.ATA)
	case "workstation":
		out.Workstation = schema.Clone(f.Workstation)
	case "forest":
		out.Forests = copied(f.Forests, s.Key)
	case "domain":
		out.Domains = copied(f.Domains, s.Key)
	case "server":
		out.Servers = copied(f.Servers, s.Key)
	case "sensor":
		out.Sensors = copied(f.Sensors, s.Key)
	case "account":
		out.Accounts = copied(f.Accounts, s.Key)
	case "path":
		out.Paths = copied(f.Paths, s.Key)
	}
	return out
}

func copied[T any](m map[string]*T, key string) map[string]*T {
	if m[key] == nil {
		return map[string]*T{}
	}
	return map[string]*T{key: schema.Clone(m[key])}
}

// exchange swaps what two documents say of one subject.
func exchange(a, b *schema.Facts, s schema.Subject) {
	switch s.Kind {
	case "tenant":
		a.Tenant, b.Tenant = b.Tenant, a.Tenant
	case "workspace":
		a.Workspace, b.Workspace = b.Workspace, a.Workspace
	case "network":
		a.Network, b.Network = b.Network, a.Network
	case "ata":
		a.ATA, b.ATA = b.ATA, a.ATA
	case "workstation":
		a.Workstation, b.Workstation = b.Workstation, a.Workstation
	case "forest":
		exchangeEntry(a.Forests, b.Forests, s.Key)
	case "domain":
		exchangeEntry(a.Domains, b.Domains, s.Key)
	case "server":
		exchangeEntry(a.Servers, b.Servers, s.Key)
	case "sensor":
		exchangeEntry(a.Sensors, b.Sensors, s.Key)
	case "account":
		exchangeEntry(a.Accounts, b.Accounts, s.Key)
	case "path":
		exchangeEntry(a.Paths, b.Paths, s.Key)
	}
}

func exchangeEntry[T any](a, b map[string]*T, key string) {
	put := func(m map[string]*T, v *T) {
		if v == nil {
			delete(m, key)
		} else {
			m[key] = v
		}
	}
	x, y := a[key], b[key]
	put(a, y)
	put(b, x)
}
