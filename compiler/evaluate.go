package compiler

import (
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
	objects := e.objects(s)
	vars := map[string]cty.Value{}
	for name, child := range want {
		switch name {
		case "subject":
			key := s.Key
			if key == "" {
				key = s.Kind
			}
			vars[name] = cty.StringVal(key)
		case "decision":
			vars[name] = e.decisions(s, child)
		case "servers":
			vars[name] = e.neighbours(s)
		case "failed":
			vars[name] = texts(e.failedBefore(s))
		case "leaving":
			vars[name] = e.leaving()
		case "accounts":
			vars[name] = e.serving(s)
		default:
			object, ok := objects[name]
			if !ok || reflect.ValueOf(object).IsNil() {
				object = reflect.Zero(reflect.PointerTo(roots[name])).Interface()
			}
			if name == "spec" || name == "run" {
				vars[name] = specValue(reflect.ValueOf(object), child)
			} else {
				vars[name] = ctyValue(reflect.ValueOf(object), child)
			}
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
	return shown(there, wanted{"roles": nil, "sid": nil, "computer_dn": nil, "registry": nil, "remote_sam_access": nil, "wef": nil})
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

// shown is a map of the facts, of whose entries expressions see some fields only: a large estate has many of them.
func shown[T any](entries map[string]*T, fields wanted) cty.Value {
	out := make(map[string]cty.Value, len(entries))
	for key, entry := range entries {
		out[key] = ctyValue(reflect.ValueOf(entry), fields)
	}
	return cty.ObjectVal(out)
}

// objects are the parts of the model that a subject sees, by variable name.
func (e *estate) objects(s schema.Subject) map[string]any {
	spec := e.intent.Shared
	out := map[string]any{"spec": &spec, "run": &e.run, "cloud": e.cloud, "tenant": e.facts.Tenant, "workspace": e.facts.Workspace, "network": e.facts.Network,
		"ata": e.facts.ATA, "workstation": e.facts.Workstation}
	for _, a := range e.chain(s) {
		switch a.Kind {
		case "server":
			out["server"] = e.facts.Servers[a.Key]
			spec.Server = e.intent.Servers[a.Key]
		case "sensor":
			out["sensor"] = e.facts.Sensors[a.Key]
			spec.Sensor = e.intent.Sensors[a.Key]
		case "domain":
			out["domain"] = e.facts.Domains[a.Key]
		case "forest":
			out["forest"] = e.facts.Forests[a.Key]
		case "account":
			out["account"] = e.facts.Accounts[a.Key]
		}
	}
	wave := ""
	switch s.Kind {
	case "wave":
		wave = s.Key
	case "server", "sensor":
		wave = e.waveOf(s.Key)
	}
	spec.Wave = e.intent.Waves[wave]
	return out
}

// decisions binds the choices made for a subject or for what it belongs to; one that was not made is unknown.
func (e *estate) decisions(s schema.Subject, want wanted) cty.Value {
	attrs := map[string]cty.Value{}
	for name := range want {
		attrs[name] = cty.UnknownVal(cty.String)
	}
	for name, bySubject := range e.choices {
		for _, a := range e.chain(s) {
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
	objects := e.objects(s)
	var out []string
	for _, t := range d.expr[name].Variables() {
		names := traversalNames(t)
		if names[0] == "cloud" { // a table, entered by the name of the cloud
			names = []string{"tenant", "cloud"}
		}
		object, ok := objects[names[0]]
		if roots[names[0]] == nil || names[0] == "run" {
			continue
		}
		if !ok || reflect.ValueOf(object).IsNil() {
			out = append(out, strings.Join(names, "."))
			continue
		}
		if _, found := schema.Lookup(object, names[1:]); !found {
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
		return nil, e.missing(d, "params", s), nil
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
