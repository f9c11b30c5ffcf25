package compiler

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/mdiplan/mdiplan/schema"
)

// Resolve expands the spec against the facts into what rules and steps see of it. Keys come out in canonical spelling:
// identities compare without case.
func Resolve(s *Spec, facts *schema.Facts, now time.Time) (*schema.Intent, schema.Diagnostics) {
	r := &resolver{spec: s, facts: facts, intent: &schema.Intent{Sensors: map[string]*schema.SpecSensor{}, Servers: map[string]*schema.SpecServer{},
		Waves: map[string]*schema.SpecWave{}, Ranges: map[string]schema.Range{}}, origin: map[string]hcl.Range{}}
	r.shared()
	r.sensors()
	r.servers()
	r.policy(now)
	r.testMode(now)
	return r.intent, r.diags
}

type resolver struct {
	spec   *Spec
	facts  *schema.Facts
	intent *schema.Intent
	diags  schema.Diagnostics
	origin map[string]hcl.Range // where a sensor was asked for
}

func (r *resolver) patch(target any, at hcl.Range, patch map[string]any) {
	if err := schema.Patch(target, patch); err != nil {
		r.diags = append(r.diags, specError("spec_wrong_value", "Wrong value", at, "%v.", err))
	}
}

// set is a set of strings as the model holds it.
func set(items []string, spell func(string) string) map[string]any {
	out := map[string]any{}
	for _, item := range items {
		out[spell(item)] = true
	}
	return out
}

func fqdn(name string) string { return strings.TrimSuffix(strings.ToLower(name), ".") }

func same(s string) string { return s }

// pick copies the attributes that are set, under the names the model has for them.
func (b *block) pick(names map[string]string) map[string]any {
	out := map[string]any{}
	for attr, name := range names {
		if v, ok := b.values[attr]; ok {
			out[name] = v
		}
	}
	return out
}

// shared fills the part of the spec that every rule sees, with the defaults of a spec that says nothing.
func (r *resolver) shared() {
	s := r.spec
	out := &r.intent.Shared
	deployment := s.one("deployment")
	patch := deployment.pick(map[string]string{"preview_allowed": "preview_allowed", "entra_actions": "entra_actions", "remote_sam": "remote_sam", "recycle_bin": "recycle_bin", "standalone_accepted": "standalone_accepted", "migration_attempts": "migration_attempts"})
	for name, def := range map[string]any{"preview_allowed": false, "standalone_accepted": false, "recycle_bin": false, "migration_attempts": int64(2)} {
		if _, ok := patch[name]; !ok {
			patch[name] = def
		}
	}
	patch["portal_era"] = s.Deployment.PortalEra
	if v := deployment.list("response_domains"); len(v) > 0 {
		patch["response_domains"] = set(v, fqdn)
	}
	w := s.one("workspace")
	ws := w.pick(map[string]string{"expected_geography": "expected_geography", "region_accepted": "region_accepted"})
	if w.label != "" {
		ws["name"] = strings.ToLower(w.label)
	}
	patch["workspace"] = ws
	if v := w.list("endpoints"); len(v) > 0 {
		patch["endpoints"] = set(v, fqdn)
	}
	if v := w.list("health_mail_recipients"); len(v) > 0 {
		patch["health_mail_recipients"] = set(v, strings.ToLower)
	}
	if v := w.text("test_mode_ends_on"); v != "" {
		patch["test_mode_ends_on"] = v
	}
	for _, inner := range w.blocks {
		group, _ := patch[inner.kind].(map[string]any)
		if group == nil {
			group = map[string]any{}
		}
		group[inner.label] = set(inner.list("entities"), same)
		patch[inner.kind] = group
	}
	if v := s.one("tenant").text("migrate_to_cloud"); v != "" {
		patch["migration"] = map[string]any{"to_cloud": v}
	}
	for _, c := range s.all("connectivity") {
		patch["connectivity"] = map[string]any{"method": c.text("method")}
		break
	}
	patch["dsa"] = r.dsa()
	action := s.one("action_account")
	a := action.pick(map[string]string{"mode": "mode", "change_groups": "change_groups"})
	if v := action.list("ous"); len(v) > 0 {
		a["ous"] = set(v, strings.ToLower)
	}
	patch["action_account"] = a
	auditing := s.one("auditing").pick(map[string]string{"method": "method", "gpo_prefix": "gpo_prefix", "entra_connect_gpo": "entra_connect_gpo", "power_gpo": "power_gpo", "ca_start_stop": "ca_start_stop"})
	if auditing["method"] == "decide" {
		delete(auditing, "method")
	}
	if _, ok := auditing["gpo_prefix"]; !ok {
		auditing["gpo_prefix"] = "Microsoft Defender for Identity"
	}
	patch["auditing"] = auditing
	rbac := s.one("rbac")
	rb := rbac.pick(map[string]string{"use_legacy_groups": "use_legacy_groups"})
	if _, ok := rb["use_legacy_groups"]; !ok {
		rb["use_legacy_groups"] = false
	}
	if v := rbac.list("scopes"); len(v) > 0 {
		rb["scopes"] = set(v, same)
	}
	patch["rbac"] = rb
	vpn := s.one("vpn").pick(map[string]string{"enabled": "enabled", "vendor": "vendor", "port": "port", "on_off_messages": "on_off_messages", "secret_fingerprint": "secret_fingerprint"})
	syslog := s.one("syslog").pick(map[string]string{"enabled": "enabled"})
	if v := s.one("syslog").list("endpoints"); len(v) > 0 {
		syslog["endpoints"] = set(v, strings.ToLower)
	}
	for _, feature := range []map[string]any{vpn, syslog} {
		if _, ok := feature["enabled"]; !ok {
			feature["enabled"] = false
		}
	}
	patch["vpn"], patch["syslog"] = vpn, syslog
	if b := s.one("syslog"); len(b.list("endpoints")) > 1 {
		r.diags = append(r.diags, specError("spec_syslog_endpoints", "More than one syslog receiver", b.at["endpoints"], "The notifications go to one receiver, and %d are named. Name one; let it pass the messages on.", len(b.list("endpoints"))))
	}
	patch["change"] = s.one("change").pick(map[string]string{"id": "id", "approved_until": "approved_until"})
	r.patch(out, deployment.head, patch)
	r.intent.Ranges["workspace"] = rangeOf(w.head)
	for _, name := range []string{foundation, unassigned} {
		r.intent.Waves[name] = &schema.SpecWave{SoakSeconds: new(int64), Followed: new(bool)}
	}
	for _, b := range s.all("wave") {
		soak := b.seconds("soak")
		r.intent.Waves[b.label] = &schema.SpecWave{SoakSeconds: &soak, Followed: new(bool)}
	}
	for _, b := range s.all("wave") {
		for _, before := range b.list("after") {
			if w := r.intent.Waves[before]; w != nil {
				*w.Followed = true
			}
		}
	}
}

// The limits of names: the name of a group managed account without its dollar sign, and the group that New-MDIDSA makes for it
// (module DefenderForIdentity 1.0.0.4). The test mode of alert thresholds ends within 60 days.
const (
	maxManagedName  = 15
	maxReadersGroup = 28
	maxTestModeDays = 60
)

// testMode refuses an end of the test mode that the service would not take.
func (r *resolver) testMode(now time.Time) {
	w := r.spec.one("workspace")
	end, err := time.Parse(time.DateOnly, w.text("test_mode_ends_on"))
	if err != nil {
		return // absent; a wrong date was refused when the spec was read
	}
	today := now.UTC().Truncate(24 * time.Hour)
	if last := today.AddDate(0, 0, maxTestModeDays); !end.After(today) || end.After(last) {
		r.diags = append(r.diags, specError("spec_test_mode", "Test mode ends too late or too early", w.at["test_mode_ends_on"],
			"The test mode of alert thresholds ends between tomorrow and %s, %d days from the moment this is planned for.", last.Format(time.DateOnly), maxTestModeDays))
	}
}

// names refuses names of accounts and groups that cannot be made.
func (r *resolver) names(b *block) {
	name, managed := strings.CutSuffix(b.text("name"), "$")
	if managed = managed || b.text("kind") == "gmsa"; managed && len(name) > maxManagedName {
		r.diags = append(r.diags, specError("spec_account_name", "Account name too long", b.at["name"], "The name of a group managed account has at most %d characters before the dollar sign, and %q has %d. Shorten it.", maxManagedName, name, len(name)))
	}
	group, _, _ := strings.Cut(b.text("readers"), "@")
	if !strings.HasPrefix(strings.ToUpper(group), "S-1-") && len(group) > maxReadersGroup {
		r.diags = append(r.diags, specError("spec_account_name", "Group name too long", b.at["readers"], "The group of password readers has at most %d characters, and %q has %d. Shorten it.", maxReadersGroup, group, len(group)))
	}
}

// dsa joins the accounts and the choices about them.
func (r *resolver) dsa() map[string]any {
	s := r.spec
	all := s.one("directory_service_accounts")
	out := all.pick(map[string]string{"kind": "kind", "absence_accepted": "absence_accepted", "sharing": "sharing"})
	if out["kind"] == "decide" {
		delete(out, "kind")
	}
	if _, ok := out["absence_accepted"]; !ok {
		out["absence_accepted"] = false
	}
	accounts := map[string]any{}
	for _, b := range s.all("directory_service_account") {
		r.names(b)
		key := strings.ToLower(b.text("name")) + "@" + fqdn(b.text("domain"))
		serves := b.list("serves")
		if len(serves) == 0 {
			serves = []string{b.text("domain")}
		}
		account := map[string]any{"serves": set(serves, fqdn)}
		if v := b.text("readers"); v != "" {
			account["readers"] = v
		}
		if v := b.text("kind"); v != "" && out["kind"] == nil {
			out["kind"] = v
		}
		accounts[key] = account
		r.intent.Ranges["account/"+key] = rangeOf(b.head)
	}
	if len(accounts) > 0 {
		out["accounts"] = accounts
		if out["sharing"] == nil {
			out["sharing"] = "per_domain"
			if len(accounts) == 1 {
				out["sharing"] = "shared"
			}
		}
	}
	return out
}

// sensors expands single sensors and sets; a server gets one sensor, from one block.
func (r *resolver) sensors() {
	for _, b := range r.spec.all("sensor") {
		r.sensor(b, fqdn(b.label), b.head)
	}
	for _, b := range r.spec.all("sensors") {
		for _, name := range r.expand(b) {
			r.sensor(b, fqdn(name), b.at["for_each"])
		}
	}
}

func (r *resolver) sensor(b *block, key string, at hcl.Range) {
	if first, twice := r.origin[key]; twice {
		r.diags = append(r.diags, specError("spec_sensor_twice", "Two sensors on one server", at, "%s already gets a sensor at %s line %d. Exclude it from one of the two.", key, first.Filename, first.Start.Line))
		return
	}
	r.origin[key] = at
	r.intent.Ranges["server/"+key], r.intent.Ranges["sensor/"+key] = rangeOf(at), rangeOf(at)
	if r.facts.Servers[key] == nil {
		names := slices.Collect(maps.Keys(r.facts.Servers))
		d := specError("spec_unknown_server", "Unknown server", at, "The facts hold no server %q.%s Its requirements are unknown and its sensor is held until facts about it are collected.", key, nearest(key, names))
		d.Severity = "warning"
		r.diags = append(r.diags, d)
	}
	patch := b.pick(map[string]string{"generation": "generation", "wave": "wave", "migrate": "migrate", "onboarding": "onboarding", "unattended": "unattended", "install_volume": "install_volume",
		"custom_log_path": "custom_log_path", "delayed_update": "delayed_update", "proxy_url": "proxy_url", "proxy_user": "proxy_user", "window_starts_at": "window_starts_at", "window_ends_at": "window_ends_at",
		"window_approved": "window_approved", "radius_target": "radius_target", "syslog_sender": "syslog_sender"})
	for name, def := range map[string]any{"migrate": false, "install_volume": "c", "radius_target": false, "syslog_sender": false, "onboarding": "mde"} {
		if _, ok := patch[name]; !ok {
			patch[name] = def
		}
	}
	if w := orText(b.text("workspace"), r.spec.one("workspace").label); w != "" {
		patch["workspace"] = strings.ToLower(w)
	}
	for _, name := range []string{"domain_controllers", "mirrored_dcs"} {
		if v := b.list(name); len(v) > 0 {
			patch[name] = set(v, fqdn)
		}
	}
	if _, given := patch["proxy_url"]; !given {
		for _, c := range r.spec.all("connectivity") {
			if c.label == orText(b.text("connectivity"), c.label) && c.text("method") == "proxy" {
				for _, p := range c.blocks {
					patch["proxy_url"] = p.text("url")
					if user := p.text("user"); user != "" {
						patch["proxy_user"] = user
					}
				}
				break
			}
		}
	}
	sensor := &schema.SpecSensor{}
	r.patch(sensor, at, patch)
	r.intent.Sensors[key] = sensor
	for name, where := range b.at {
		r.intent.Ranges["sensor/"+key+"#spec.sensor."+name] = rangeOf(where)
		r.intent.Ranges["server/"+key+"#spec.sensor."+name] = rangeOf(where)
	}
	for dc := range sensor.MirroredDCs {
		r.patch(r.server(dc), at, map[string]any{"mirrored_by": map[string]any{key: true}})
	}
}

func (r *resolver) server(key string) *schema.SpecServer {
	if r.intent.Servers[key] == nil {
		excluded := false
		r.intent.Servers[key] = &schema.SpecServer{Excluded: &excluded}
	}
	return r.intent.Servers[key]
}

func (r *resolver) servers() {
	for _, b := range r.spec.all("server") {
		r.patch(r.server(fqdn(b.label)), b.head, b.pick(map[string]string{"demotes_at": "demotes_at", "patched_monthly": "patched_monthly"}))
	}
	for _, b := range r.spec.all("exclude") {
		key := fqdn(b.label)
		if at, planned := r.origin[key]; planned {
			if strings.Contains(at.Filename, b.head.Filename) && r.intent.Sensors[key] != nil && slices.ContainsFunc(r.spec.all("sensor"), func(x *block) bool { return fqdn(x.label) == key }) {
				r.diags = append(r.diags, specError("spec_excluded_sensor", "Excluded server with a sensor", b.head, "%s is excluded here and gets a sensor at %s line %d.", key, at.Filename, at.Start.Line))
				continue
			}
			delete(r.intent.Sensors, key) // an exclusion carves a server out of a set
		}
		r.patch(r.server(key), b.head, map[string]any{"excluded": true, "excluded_reason": b.text("reason")})
	}
}

// expand evaluates for_each over the facts: the names of the servers a set stands for, sorted.
func (r *resolver) expand(b *block) []string {
	expr := b.exprs["for_each"]
	ctx := r.spec.ctx.NewChild()
	want, diags := factsNeeded(expr)
	if r.diags = append(r.diags, diags...); diags.HasErrors() {
		return nil
	}
	ctx.Functions = specFunctions
	ctx.Variables = maps.Clone(r.spec.ctx.Variables)
	ctx.Variables["facts"] = factsValue(r.facts, want)
	v, moreDiags := r.spec.value(expr, ctx)
	if r.diags = append(r.diags, moreDiags...); moreDiags.HasErrors() {
		return nil
	}
	if !v.IsWhollyKnown() {
		r.diags = append(r.diags, specError("spec_unknown_fact_value", "A fact that is needed is absent", b.at["for_each"],
			"Which servers the set %q stands for cannot be told: %s. Collect it, or name the servers one by one.", b.label, r.absentNames(want)))
		return nil
	}
	x, err := goValue(v)
	items, ok := x.([]any)
	if object, isObject := x.(map[string]any); isObject {
		items, ok = nil, true
		for _, key := range slices.Sorted(maps.Keys(object)) {
			items = append(items, key)
		}
	}
	if err != nil || !ok {
		r.diags = append(r.diags, specError("spec_wrong_value", "Wrong value", b.at["for_each"], "for_each must be a list of server names."))
		return nil
	}
	var out []string
	for _, item := range items {
		name, ok := item.(string)
		if !ok {
			r.diags = append(r.diags, specError("spec_wrong_value", "Wrong value", b.at["for_each"], "for_each must be a list of server names."))
			return nil
		}
		out = append(out, name)
	}
	if len(out) == 0 {
		d := specError("spec_empty_set", "Set without members", b.at["for_each"], "No server of the facts belongs to the set %q.", b.label)
		d.Severity = "warning"
		r.diags = append(r.diags, d)
	}
	slices.Sort(out)
	return out
}

// absentNames says which of the wanted facts is absent on which server, the first few of them.
func (r *resolver) absentNames(want wanted) string {
	var out []string
	for _, key := range slices.Sorted(maps.Keys(r.facts.Servers)) {
		for path := range leaves(want["servers"], nil) {
			if _, ok := schema.Lookup(r.facts.Servers[key], path); !ok {
				out = append(out, "server."+strings.Join(path, ".")+" of "+key)
			}
		}
	}
	if len(out) > 3 {
		return strings.Join(out[:3], ", ") + fmt.Sprintf(" and %d more are absent", len(out)-3)
	}
	return strings.Join(out, ", ") + " is absent"
}

func leaves(w wanted, path []string) map2 {
	return func(yield func([]string, bool) bool) {
		for name, child := range w {
			full := append(slices.Clone(path), name)
			if len(child) == 0 {
				if !yield(full, true) {
					return
				}
				continue
			}
			for p := range leaves(child, full) {
				if !yield(p, true) {
					return
				}
			}
		}
	}
}

type map2 = func(func([]string, bool) bool)

// factsNeeded finds which fields of which collection an expression reads, so that only those are converted.
func factsNeeded(expr hcl.Expression) (wanted, schema.Diagnostics) {
	want := wanted{}
	var diags schema.Diagnostics
	node, ok := expr.(hclsyntax.Node)
	if !ok {
		return want, nil
	}
	collection := map[string]string{} // loop variable to collection
	factsType := reflect.TypeFor[schema.Facts]()
	_ = hclsyntax.VisitAll(node, func(n hclsyntax.Node) hcl.Diagnostics {
		switch x := n.(type) {
		case *hclsyntax.ForExpr:
			if t, ok := x.CollExpr.(*hclsyntax.ScopeTraversalExpr); ok {
				if names := traversalNames(t.Traversal); names[0] == "facts" && len(names) == 2 {
					collection[x.ValVar] = names[1]
				}
			}
		case *hclsyntax.ScopeTraversalExpr:
			names := traversalNames(x.Traversal)
			if names[0] == "facts" && len(names) > 1 {
				if _, ok := jsonFields(factsType)[names[1]]; !ok {
					diags = append(diags, specError("spec_unknown_fact", "Unknown fact", x.Range(), "The facts have no %q.%s", names[1], nearest(names[1], slices.Collect(maps.Keys(jsonFields(factsType))))))
				} else if want[names[1]] == nil {
					want[names[1]] = wanted{}
				}
			}
			if c := collection[names[0]]; c != "" && len(names) > 1 {
				index, ok := jsonFields(factsType)[c]
				if !ok {
					return nil
				}
				t := factsType.Field(index).Type
				if t.Kind() == reflect.Map {
					t = t.Elem()
				}
				for i, name := range names[1:] {
					for t.Kind() == reflect.Pointer {
						t = t.Elem()
					}
					if t.Kind() != reflect.Struct {
						break
					}
					at, ok := jsonFields(t)[name]
					if !ok {
						diags = append(diags, specError("spec_unknown_fact", "Unknown fact", x.Range(), "The model has no fact %q.%s", strings.Join(names[1:i+2], "."), nearest(name, slices.Collect(maps.Keys(jsonFields(t))))))
						return nil
					}
					t = t.Field(at).Type
				}
				want[c] = want[c].add(names[1:])
			}
		}
		return nil
	})
	return want, diags
}

// factsValue converts the wanted part of the facts.
func factsValue(facts *schema.Facts, want wanted) cty.Value {
	v := reflect.ValueOf(facts).Elem()
	attrs := map[string]cty.Value{}
	for name, child := range want {
		field := v.Field(jsonFields(v.Type())[name])
		if field.Kind() != reflect.Map {
			attrs[name] = ctyValue(field, child)
			continue
		}
		entries := map[string]cty.Value{}
		for it := field.MapRange(); it.Next(); {
			entries[it.Key().String()] = ctyValue(it.Value(), child)
		}
		attrs[name] = cty.ObjectVal(entries)
	}
	return cty.ObjectVal(attrs)
}

// policy carries waivers and overrides over. A waiver whose last day is past is a warning: the audit ignores it.
func (r *resolver) policy(now time.Time) {
	for _, b := range r.spec.all("waiver") {
		at := rangeOf(b.head)
		w := schema.Waiver{Rule: b.label, Subjects: b.list("subjects"), Reason: b.text("reason"), Approver: b.text("approver"), Expires: b.text("expires"), Range: &at}
		if w.Expires < now.UTC().Format(time.DateOnly) {
			d := specError("spec_waiver_expired", "Waiver has expired", b.at["expires"], "The waiver of %s ended on %s and covers nothing. Remove it, or have it approved again.", w.Rule, w.Expires)
			d.Severity = "warning"
			r.diags = append(r.diags, d)
		}
		r.intent.Waivers = append(r.intent.Waivers, w)
	}
	r.intent.Severities, r.intent.Parameters = r.spec.Overrides()
}

// Overrides are what block policy replaces of the rules, in order of appearance. They do not depend on facts.
func (s *Spec) Overrides() (severities []schema.SeverityOverride, parameters []schema.ParameterOverride) {
	for _, p := range s.all("policy") {
		for _, b := range p.blocks {
			at := rangeOf(b.head)
			if b.kind == "severity" {
				severities = append(severities, schema.SeverityOverride{Rule: b.label, Is: b.text("is"), Reason: b.text("reason"), Range: &at})
			} else {
				parameters = append(parameters, schema.ParameterOverride{Name: b.label, Value: b.values["value"], Range: &at})
			}
		}
	}
	return severities, parameters
}

// Run is what the audit is asked to assume. Profile auto means v3-current when every sensor the spec names asks for v3, and
// v2-current otherwise: the rules of v2-current hold for mixed estates.
func (s *Spec) Run(now time.Time, _ *schema.Facts) schema.Run {
	profile := s.Deployment.Profile
	if profile == "auto" {
		profile = "v2-current"
		sensors := slices.Concat(s.all("sensor"), s.all("sensors"))
		if len(sensors) > 0 && !slices.ContainsFunc(sensors, func(b *block) bool { return b.text("generation") != "v3" }) {
			profile = "v3-current"
		}
	}
	age := s.Deployment.FactsMaxAgeSeconds
	return schema.Run{Now: now.UTC().Format(time.RFC3339), PolicyDate: orText(s.Deployment.PolicyDate, now.UTC().Format(time.DateOnly)), Profile: profile, FactsMaxAgeSeconds: &age}
}

// Declared are the facts that the spec declares, as a document of the collector spec, to be merged with the others.
func (s *Spec) Declared() (*schema.Facts, schema.Diagnostics) {
	var diags schema.Diagnostics
	f := &schema.Facts{Schema: schema.FactsVersion}
	for _, d := range s.all("declare") {
		for _, b := range d.blocks {
			subject := schema.Subject{Kind: b.kind, Key: strings.ToLower(b.label)}
			if err := apply(f, subject, b.values); err != nil {
				diags = append(diags, specError("spec_declare", "Wrong declaration", b.head, "%v.", err))
				continue
			}
			if f.Sections == nil {
				f.Sections = map[string]*schema.Section{}
				f.Sources = map[string]*schema.Source{"spec": {Collector: "spec", Tool: "mdiplan"}}
			}
			for name := range b.values {
				f.Sections[subject.PointerTo()+schema.Pointer(name)] = &schema.Section{Source: "spec", Status: "complete"}
			}
		}
	}
	if s.one("tenant").text("cloud") != "" {
		if err := apply(f, schema.Subject{Kind: "tenant"}, map[string]any{"cloud": s.one("tenant").text("cloud")}); err == nil && f.Sections == nil {
			f.Sections = map[string]*schema.Section{"/tenant/cloud": {Source: "spec", Status: "complete"}}
			f.Sources = map[string]*schema.Source{"spec": {Collector: "spec", Tool: "mdiplan"}}
		} else if err == nil {
			f.Sections["/tenant/cloud"] = &schema.Section{Source: "spec", Status: "complete"}
		}
	}
	return f, diags
}

// ApplyDecisions writes choices into the intent where the spec left them open.
func ApplyDecisions(intent *schema.Intent, decisions []schema.Decision) {
	for _, d := range decisions {
		intent.Choose(d)
	}
}

// changeRecord is the change block as the runbook prints it.
func (s *Spec) changeRecord() schema.Change {
	b := s.one("change")
	c := schema.Change{ID: b.text("id"), Summary: b.text("summary"), Type: orText(b.text("type"), "normal"), Reason: b.text("reason"), Requester: b.text("requester"), Owner: b.text("owner"),
		Implementer: b.text("implementer"), Approvers: b.list("approvers"), BackOutBySeconds: b.seconds("back_out_by")}
	for _, contact := range b.blocks {
		if c.Contacts == nil {
			c.Contacts = map[string]string{}
		}
		c.Contacts[contact.label] = contact.text("address")
	}
	return c
}

// waves lists the foundation, then the waves of the spec so that each stands after those it waits for, then the wave of
// sensors that name none. Batches are filled by the estate.
func (s *Spec) waves(e *estate) []schema.Wave {
	out := []schema.Wave{{Name: foundation}}
	blocks := s.all("wave")
	placed := map[string]bool{}
	for len(placed) < len(blocks) {
		before := len(placed)
		for _, b := range blocks {
			if placed[b.label] || slices.ContainsFunc(b.list("after"), func(n string) bool { return !placed[n] }) {
				continue
			}
			placed[b.label] = true
			parallel, _ := b.values["max_parallel"].(int64)
			perSite, _ := b.values["max_parallel_per_site"].(int64)
			perDomain, _ := b.values["max_parallel_per_domain"].(int64)
			after := b.list("after")
			slices.Sort(after)
			out = append(out, schema.Wave{Name: b.label, After: after, MaxParallel: int(parallel), MaxParallelPerSite: int(perSite), MaxParallelPerDomain: int(perDomain), SoakSeconds: b.seconds("soak"), Approval: b.text("approval"), Window: b.text("window")})
		}
		if len(placed) == before {
			break // a cycle, reported when the spec was read
		}
	}
	members := map[string][]string{}
	for _, name := range slices.Sorted(maps.Keys(e.intent.Sensors)) {
		if e.planned(name) {
			members[e.waveOf(name)] = append(members[e.waveOf(name)], name)
		}
	}
	if len(members[unassigned]) > 0 {
		last := schema.Wave{Name: unassigned}
		for _, w := range out[1:] {
			last.After = append(last.After, w.Name)
		}
		slices.Sort(last.After)
		out = append(out, last)
	}
	for i := range out[1:] {
		w := &out[i+1]
		w.Batches = e.batches(members[w.Name], *w)
	}
	return out
}

// calendar is the window of that name with the freezes of the spec; false when there is none.
func (s *Spec) calendar(window string) (calendar, bool) {
	for _, b := range s.all("window") {
		if b.label != window || window == "" {
			continue
		}
		location, err := time.LoadLocation(orText(b.text("timezone"), "UTC"))
		if err != nil {
			return calendar{}, false
		}
		first, _ := time.ParseInLocation("2006-01-02T15:04", b.text("start"), location)
		c := calendar{first: first, duration: time.Duration(b.seconds("duration")) * time.Second, every: map[string]int{"weekly": 7, "daily": 1}[b.text("repeats")]}
		c.freezes = s.freezes(location)
		return c, true
	}
	return calendar{}, false
}

// freezes are whole days where the work is done: in the time zone of its window, or in UTC where there is none.
func (s *Spec) freezes(location *time.Location) []opening {
	var out []opening
	for _, f := range s.all("freeze") {
		from, _ := time.ParseInLocation(time.DateOnly, f.text("from"), location)
		to, _ := time.ParseInLocation(time.DateOnly, f.text("to"), location)
		out = append(out, opening{from, to.AddDate(0, 0, 1)})
	}
	return out
}
