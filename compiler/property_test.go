package compiler

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/mdiplan/mdiplan/policies"
	"github.com/mdiplan/mdiplan/schema"
)

// planMoment is the time for which the estates of the examples are made.
var planMoment = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

// workshop holds what every shape is made of: an estate that passes, one that fails, the engine and the steps.
type workshop struct {
	engine      *policies.Engine
	library     *Library
	rules       map[string]schema.Rule
	good, bad   *schema.Facts
	goodServers map[string]map[string]any // by server: fields as JSON
	badFields   map[string][]any          // by field: values of servers that fail
	fields      []string                  // of a server, sorted
	template    map[string][]string       // role to servers of the good estate
}

func newWorkshop(t testing.TB) *workshop {
	t.Helper()
	w := &workshop{goodServers: map[string]map[string]any{}, badFields: map[string][]any{}}
	read := func(name string) (*schema.Facts, map[string]map[string]any) {
		file := "../examples/" + name + "/facts.json"
		src, err := os.ReadFile(file)
		require.NoError(t, err)
		doc, diags := schema.LoadFacts(bytes.NewReader(src), file, schema.DefaultLimits)
		require.Empty(t, diags)
		var raw struct{ Servers map[string]map[string]any }
		require.NoError(t, json.Unmarshal(src, &raw))
		return doc, raw.Servers
	}
	var badServers map[string]map[string]any
	w.good, w.goodServers = read("healthy")
	w.bad, badServers = read("worst")
	for _, name := range slices.Sorted(maps.Keys(badServers)) {
		for field, value := range badServers[name] {
			if field != "domain" && field != "forest" && field != "fqdn" && field != "roles" {
				w.badFields[field] = append(w.badFields[field], value)
			}
		}
	}
	seen := map[string]bool{}
	for _, fields := range w.goodServers {
		for field := range fields {
			seen[field] = true
		}
	}
	w.fields = slices.Sorted(maps.Keys(seen))
	w.template = map[string][]string{"dc": {"dc01.contoso.com", "dc02.contoso.com"}, "rodc": {"dc03.contoso.com"}, "adfs": {"adfs01.contoso.com"},
		"adcs": {"ca01.contoso.com"}, "entra_connect": {"aadc01.contoso.com"}, "standalone": {"sa01.contoso.com"}}
	var diags schema.Diagnostics
	w.library, diags = LoadSteps()
	require.Empty(t, diags)
	w.engine, diags = policies.Load(t.Context(), policies.Options{})
	require.Empty(t, diags)
	return w
}

// sample is one random estate with its spec.
type sample struct {
	facts   *schema.Facts
	spec    string
	windows map[string]window // by wave
	freezes [][2]string
	limits  map[string][3]int // by wave: in all, per site, per domain
}

type window struct {
	start    string
	hours    int
	zone     string
	everyDay int
}

func pick[T any](t *rapid.T, label string, from ...T) T {
	return rapid.SampledFrom(from).Draw(t, label)
}

// rarely is true in one of n cases.
func rarely(t *rapid.T, label string, n int) bool { return rapid.IntRange(1, n).Draw(t, label) == 1 }

func (w *workshop) draw(t *rapid.T) sample {
	s := sample{facts: schema.Clone(w.good), windows: map[string]window{}, limits: map[string][3]int{}}
	domains := []string{"contoso.com", "emea.contoso.com", "fabrikam.com", "lab.fabrikam.com"}[:rapid.IntRange(1, 4).Draw(t, "domains")]
	forest := map[string]string{"contoso.com": "contoso.com", "emea.contoso.com": "contoso.com", "fabrikam.com": "fabrikam.com", "lab.fabrikam.com": "fabrikam.com"}
	s.facts.Servers, s.facts.Sensors = map[string]*schema.Server{}, map[string]*schema.Sensor{}
	for _, d := range domains {
		domain := schema.Clone(w.good.Domains["contoso.com"])
		domain.Forest = forest[d]
		s.facts.Domains[d] = domain
		if s.facts.Forests[forest[d]] == nil {
			s.facts.Forests[forest[d]] = schema.Clone(w.good.Forests["contoso.com"])
		}
		if rarely(t, "domain unknown", 25) {
			delete(s.facts.Domains, d)
		}
	}
	var spec strings.Builder
	fmt.Fprintf(&spec, "deployment \"d\" {\n profile = %q\n}\nworkspace \"contoso-corp\" {\n region_accepted = true\n}\n", pick(t, "profile", "auto", "auto", "v2-current", "v3-current", "classic-2023"))
	fmt.Fprintf(&spec, "auditing {\n method = %q\n}\n", pick(t, "auditing", "decide", "automatic", "gpo", "manual"))
	if kind := pick(t, "account", "gmsa", "gmsa", "gmsa", "user", "none"); kind != "none" {
		fmt.Fprintf(&spec, "directory_service_account \"a\" {\n kind = %q\n name = %q\n domain = \"contoso.com\"\n serves = [%s]\n}\n",
			kind, pick(t, "account name", "mdisvc01$", "mdisvc01$", "mdisvc01$", "new01$"), quoted(domains))
	}
	waves := w.drawWaves(t, &s, &spec)
	count := rapid.IntRange(1, 12).Draw(t, "servers")
	pdc := map[string]bool{}
	for i := range count {
		w.drawServer(t, &s, &spec, i, pick(t, "domain", domains...), forest, waves, pdc)
	}
	switch rapid.IntRange(0, 9).Draw(t, "workspace") {
	case 0:
		s.facts.Workspace = nil
	case 1:
		no := false
		s.facts.Workspace = &schema.Workspace{Exists: &no}
	case 2:
		s.facts.Workspace.DSAEntries = nil
	}
	if rarely(t, "paths unknown", 8) {
		s.facts.Paths = nil
	}
	s.spec = spec.String()
	return s
}

func quoted(names []string) string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = fmt.Sprintf("%q", name)
	}
	return strings.Join(out, ", ")
}

func (w *workshop) drawWaves(t *rapid.T, s *sample, spec *strings.Builder) []string {
	var windows []string
	known := map[string]window{}
	for i := range rapid.IntRange(0, 2).Draw(t, "windows") {
		win := window{start: fmt.Sprintf("2026-1%d-%02dT%02d:00", rapid.IntRange(1, 2).Draw(t, "month"), rapid.IntRange(20, 28).Draw(t, "day"), rapid.IntRange(0, 23).Draw(t, "hour")),
			hours: rapid.IntRange(1, 12).Draw(t, "hours"), zone: pick(t, "zone", "UTC", "Europe/Berlin", "America/New_York"), everyDay: pick(t, "repeats", 0, 1, 7)}
		name := fmt.Sprintf("w%d", i)
		known[name] = win
		windows = append(windows, name)
		fmt.Fprintf(spec, "window %q {\n start = %q\n duration = \"%dh\"\n timezone = %q\n repeats = %q\n}\n", name, win.start, win.hours, win.zone,
			map[int]string{0: "never", 1: "daily", 7: "weekly"}[win.everyDay])
	}
	for i := range rapid.IntRange(0, 2).Draw(t, "freezes") {
		from := rapid.IntRange(1, 27).Draw(t, "frozen from")
		f := [2]string{fmt.Sprintf("2026-12-%02d", from), fmt.Sprintf("2026-12-%02d", min(from+rapid.IntRange(0, 20).Draw(t, "frozen days"), 31))}
		if rarely(t, "frozen now", 3) {
			f = [2]string{"2026-11-23", "2026-11-26"}
		}
		s.freezes = append(s.freezes, f)
		fmt.Fprintf(spec, "freeze \"f%d\" {\n from = %q\n to = %q\n}\n", i, f[0], f[1])
	}
	fmt.Fprintf(spec, "change {\n id = \"C1\"\n back_out_by = %q\n}\n", pick(t, "back-out", "0h", "30m", "3h"))
	var waves []string
	for i := range rapid.IntRange(0, 4).Draw(t, "waves") {
		name := fmt.Sprintf("v%d", i)
		var after []string
		for _, before := range waves {
			if rapid.Bool().Draw(t, "after") {
				after = append(after, before)
			}
		}
		limit := [3]int{rapid.IntRange(0, 3).Draw(t, "parallel"), rapid.IntRange(0, 2).Draw(t, "per site"), rapid.IntRange(0, 2).Draw(t, "per domain")}
		s.limits[name] = limit
		fmt.Fprintf(spec, "wave %q {\n after = [%s]\n max_parallel = %d\n max_parallel_per_site = %d\n max_parallel_per_domain = %d\n soak = %q\n", name, quoted(after), limit[0], limit[1], limit[2], pick(t, "soak", "0h", "24h", "72h"))
		if len(windows) > 0 && rapid.Bool().Draw(t, "in a window") {
			in := pick(t, "window", windows...)
			s.windows[name] = known[in]
			fmt.Fprintf(spec, " window = %q\n", in)
		}
		spec.WriteString("}\n")
		waves = append(waves, name)
	}
	return waves
}

func (w *workshop) drawServer(t *rapid.T, s *sample, spec *strings.Builder, i int, domain string, forest map[string]string, waves []string, pdc map[string]bool) {
	role := pick(t, "role", "dc", "dc", "dc", "rodc", "adfs", "adcs", "entra_connect", "standalone")
	original := pick(t, "like", w.template[role]...)
	name := fmt.Sprintf("%s%02d.%s", strings.ReplaceAll(role, "_", ""), i, domain)
	server := schema.Clone(w.good.Servers[original])
	server.Domain, server.Forest, server.Site, server.FSMO = domain, forest[domain], pick(t, "site", "HQ", "FRA", "BER", ""), map[string]bool{}
	if role == "dc" && !pdc[domain] {
		pdc[domain] = true
		server.FSMO = map[string]bool{"pdc_emulator": true}
	}
	generation := pick(t, "generation", "v2", "v2", "v3", "v3", "", "none")
	if role == "standalone" {
		generation = "standalone"
	}
	yes, no := true, false
	base := "dc01.contoso.com"
	if generation == "v3" {
		base = "dc02.contoso.com"
		server.MDE = nil
	}
	fill(server, w.good.Servers[base])
	present := pick(t, "present", "", "", "", strings.Replace(generation, "standalone", "v2", 1))
	if rarely(t, "another is present", 8) {
		present = pick(t, "another", "v2", "v3")
	}
	server.SensorV2, server.SensorV3 = &schema.ServerSensorV2{Installed: &no, StagingPresent: &no}, &schema.ServerSensorV3{Installed: &no}
	switch present {
	case "v2":
		server.SensorV2.Installed = &yes
		s.facts.Sensors[name] = schema.Clone(w.good.Sensors["dc01.contoso.com"])
	case "v3":
		server.SensorV3.Installed = &yes
		s.facts.Sensors[name] = schema.Clone(w.good.Sensors["dc02.contoso.com"])
	}
	for range max(rapid.IntRange(-3, 3).Draw(t, "broken fields"), 0) {
		field := pick(t, "broken", slices.Sorted(maps.Keys(w.badFields))...)
		value := rapid.SampledFrom(w.badFields[field]).Draw(t, "value")
		for _, patch := range []any{nil, value} { // replaced, not merged
			if err := schema.Patch(server, map[string]any{field: patch}); err != nil {
				t.Fatalf("%s: %v", field, err)
			}
		}
	}
	if rarely(t, "facts missing", 6) {
		for range rapid.IntRange(1, 3).Draw(t, "missing fields") {
			if err := schema.Patch(server, map[string]any{pick(t, "missing", w.fields...): nil}); err != nil {
				t.Fatalf("%v", err)
			}
		}
	}
	for key, path := range w.good.Paths {
		if to, mine := strings.CutPrefix(key, "dc01.contoso.com->"); mine {
			copied := schema.Clone(path)
			copied.From = name
			s.facts.Paths[name+"->"+to] = copied
		}
	}
	if !rarely(t, "nobody looked", 20) {
		s.facts.Servers[name] = server
	}
	switch {
	case rarely(t, "not in the spec", 6):
		return
	case rarely(t, "excluded", 12):
		fmt.Fprintf(spec, "exclude %q {\n reason = \"r\"\n}\n", name)
		return
	}
	fmt.Fprintf(spec, "sensor %q {\n", name)
	if generation != "" {
		fmt.Fprintf(spec, " generation = %q\n", generation)
	}
	if len(waves) > 0 && rapid.IntRange(0, 5).Draw(t, "in a wave") > 0 {
		fmt.Fprintf(spec, " wave = %q\n", pick(t, "wave", waves...))
	}
	if generation == "v3" && present == "v2" && rapid.Bool().Draw(t, "migrate") {
		spec.WriteString(" migrate = true\n")
	}
	if role == "standalone" {
		fmt.Fprintf(spec, " mirrored_dcs = [%q]\n", "dc01.contoso.com")
	}
	spec.WriteString("}\n")
}

// fill copies what a server does not say from another one, its services one by one.
func fill(server, from *schema.Server) {
	for name, service := range from.Services {
		if server.Services[name] == nil && server.Services != nil {
			server.Services[name] = schema.Clone(service)
		}
	}
	to, source := reflect.ValueOf(server).Elem(), reflect.ValueOf(schema.Clone(from)).Elem()
	for i := range to.NumField() {
		if to.Field(i).IsZero() {
			to.Field(i).Set(source.Field(i))
		}
	}
}

// request makes what the command would compile.
func (w *workshop) request(t rapid.TB, s sample, facts *schema.Facts) Request {
	spec, diags := ParseSpec(map[string][]byte{"p.mdi.hcl": []byte(s.spec)}, nil)
	if diags.HasErrors() {
		t.Fatalf("%v\n%s", diags, s.spec)
	}
	intent, diags := Resolve(spec, facts, planMoment)
	if diags.HasErrors() {
		t.Fatalf("%v\n%s", diags, s.spec)
	}
	run := spec.Run(planMoment, facts)
	return Request{Spec: spec, Facts: facts, Intent: intent, Run: run, Steps: w.library, Tool: "mdiplan", ToolVersion: "test",
		Judge: func(f *schema.Facts, i *schema.Intent) Judge { return w.engine.Open(f, i, run) },
		Fork:  func(j Judge, f *schema.Facts) Judge { return j.(*policies.Session).Fork(f) }}
}

func (w *workshop) compile(t rapid.TB, s sample, facts *schema.Facts) (*schema.Runbook, Request) {
	req := w.request(t, s, facts)
	r, diags, err := Compile(context.Background(), req)
	if err != nil || diags.HasErrors() {
		t.Fatalf("%v %v\n%s", err, diags, s.spec)
	}
	return r, req
}

func encoded(t *rapid.T, v any) string {
	var out bytes.Buffer
	if err := schema.Encode(&out, v); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// tally counts what the shapes had in them, so that a test that looks at nothing is seen.
type tally struct{ shapes, gates, held, complete, convergent, windows, first, exclusive, reduced, ordered int }

// TestPlansOfRandomEstatesKeepTheirPromises compiles many shapes of estate and spec and checks each plan without the help of
// the code that made it. MDIPLAN_SHAPES says how many; with more than usual, the seed is another one each time.
func TestPlansOfRandomEstatesKeepTheirPromises(t *testing.T) {
	w := newWorkshop(t)
	require.NoError(t, flag.Set("rapid.nofailfile", "true"))
	require.NoError(t, flag.Set("rapid.shrinktime", "8s"))
	require.NoError(t, flag.Set("rapid.checks", cmp.Or(os.Getenv("MDIPLAN_SHAPES"), "100")))
	if os.Getenv("MDIPLAN_SHAPES") == "" {
		require.NoError(t, flag.Set("rapid.seed", "1"))
	}
	var n tally
	rapid.Check(t, func(t *rapid.T) {
		s := w.draw(t)
		r, req := w.compile(t, s, s.facts)
		n.shapes++
		if !r.Proof.Sound {
			t.Fatalf("not sound: %v\n%s", r.Proof.Violations, s.spec)
		}
		checkOrder(t, r)
		w.checkSensors(t, r, req, &n)
		checkTimesAgain(t, s, r, req, &n)
		checkConstraintsAgain(t, w, s, r, req, &n)
		after := w.replay(t, r, req, &n)
		w.checkEnd(t, s, r, req, after, &n)
		again, _ := w.compile(t, s, shuffled(t, s.facts))
		if one, other := encoded(t, r), encoded(t, again); one != other {
			t.Fatalf("the same inputs give other bytes\n%s", s.spec)
		}
		if rarely(t, "without each step", 16) && r.Proof.Steps <= 40 {
			n.reduced++
			checkMinimal(t, r, req, after)
		}
	})
	t.Logf("%+v", n)
	require.Greater(t, n.gates, n.shapes/4, "sensors are planned")
	require.Positive(t, n.held)
	require.Positive(t, n.complete)
	require.Positive(t, n.convergent)
	require.Positive(t, n.windows)
	require.Positive(t, n.first)
	require.Positive(t, n.reduced)
	require.Greater(t, n.ordered, 20*n.shapes)
}

// checkOrder: what a step requires comes before it.
func checkOrder(t *rapid.T, r *schema.Runbook) {
	state, done := map[string]schema.StepState{}, map[string]bool{}
	for _, s := range r.Steps {
		state[s.ID] = s.State
	}
	number := 0
	for _, s := range r.Steps {
		if s.State == schema.StepHeld && (len(s.Held) == 0 || s.Number != 0) {
			t.Fatalf("%s is held without a reason, or has a number", s.ID)
		}
		if s.State != schema.StepPlanned {
			continue
		}
		if number++; s.Number != number {
			t.Fatalf("%s has number %d instead of %d", s.ID, s.Number, number)
		}
		for _, id := range s.Requires {
			if state[id] == "" || state[id] == schema.StepPlanned && !done[id] {
				t.Fatalf("%s comes before %s, which it requires", s.ID, id)
			}
		}
		done[s.ID] = true
	}
}

// checkSensors: every sensor of the spec is planned, present, or held with a reason and a release.
func (w *workshop) checkSensors(t *rapid.T, r *schema.Runbook, req Request, n *tally) {
	installs, held := map[string]bool{}, map[string]schema.Held{}
	for _, s := range r.Steps {
		if d, _ := w.library.Step(s.Step); d.Gate && s.Subject.Kind == "server" && s.State == schema.StepPlanned {
			installs[s.Subject.Key] = true
		}
	}
	for _, h := range r.Held {
		held[h.Server] = h
	}
	listed := map[string]string{}
	for _, s := range r.Scope.Sensors {
		listed[s.Server] = s.State
	}
	for fqdn, sensor := range req.Intent.Sensors {
		if sensor.Generation == "none" {
			continue
		}
		registered := req.Facts.Sensors[fqdn]
		switch listed[fqdn] {
		case "planned":
			if !installs[fqdn] {
				t.Fatalf("the sensor of %s (%s) is said to be planned, and no step installs it", fqdn, sensor.Generation)
			}
		case "present":
			if registered == nil || registered.Generation != sensor.Generation {
				t.Fatalf("the sensor of %s (%s) is said to be present, and the facts know none", fqdn, sensor.Generation)
			}
		case "held":
			n.held++
			if h := held[fqdn]; len(h.Reasons) == 0 || len(h.Release) == 0 {
				t.Fatalf("the sensor of %s is held without a reason or a release: %+v", fqdn, h)
			}
		default:
			t.Fatalf("the sensor of %s is lost", fqdn)
		}
	}
}

// hasRoleIn reads a role from the facts.
func hasRoleIn(f *schema.Facts, fqdn string, roles ...string) bool {
	return slices.ContainsFunc(roles, func(role string) bool {
		if f.Servers[fqdn] == nil {
			return false
		}
		v, _ := schema.Lookup(f.Servers[fqdn], []string{"roles", role})
		return v == true
	})
}

// checkTimesAgain: limits of waves, windows, freezes, servers that must not be down together, and the first v3 sensor.
func checkTimesAgain(t *rapid.T, s sample, r *schema.Runbook, req Request, n *tally) {
	type work struct {
		server, step string
		from, to     time.Time
		disturbs     bool
	}
	at := func(text string) time.Time {
		x, err := time.Parse(time.RFC3339, text)
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	perWave := map[string]map[string]*work{}
	var disturbing []work
	verified := map[string]time.Time{}
	for _, x := range r.Steps {
		if x.State != schema.StepPlanned {
			continue
		}
		now := work{x.Subject.Key, x.ID, at(x.StartsAt), at(x.EndsAt), x.Risk != "none"}
		zone, windowed := time.UTC, false
		if win, ok := s.windows[x.Wave]; ok && x.Subject.Kind == "server" && now.disturbs {
			zone, _ = time.LoadLocation(win.zone)
			windowed = true
			inside := false
			for k := range 800 {
				start, _ := time.ParseInLocation("2006-01-02T15:04", win.start, zone)
				start = start.AddDate(0, 0, k*win.everyDay)
				inside = inside || !now.from.Before(start) && !now.to.After(start.Add(time.Duration(win.hours)*time.Hour))
				if win.everyDay == 0 {
					break
				}
			}
			n.windows++
			if !inside {
				t.Fatalf("%s runs from %s to %s, outside of its window %+v\n%s", x.ID, x.StartsAt, x.EndsAt, win, s.spec)
			}
		}
		if now.disturbs {
			for _, f := range s.freezes {
				from, _ := time.ParseInLocation(time.DateOnly, f[0], zone)
				to, _ := time.ParseInLocation(time.DateOnly, f[1], zone)
				if now.from.Before(to.AddDate(0, 0, 1)) && from.Before(now.to) {
					t.Fatalf("%s runs from %s to %s, inside the freeze %v (window: %v)\n%s", x.ID, x.StartsAt, x.EndsAt, f, windowed, s.spec)
				}
			}
		}
		if x.Step == "v3.verify" && hasRoleIn(req.Facts, x.Subject.Key, "dc", "rodc") {
			verified[x.ID] = now.to
		}
		if x.Step == "v3.activate" && !hasRoleIn(req.Facts, x.Subject.Key, "dc", "rodc") {
			n.first++
			before := slices.ContainsFunc(slices.Collect(maps.Values(verified)), func(v time.Time) bool { return !v.After(now.from) })
			for fqdn, sensor := range req.Facts.Sensors {
				before = before || sensor.Generation == "v3" && sensor.ServiceStatus == "running" && hasRoleIn(req.Facts, fqdn, "dc", "rodc")
			}
			if !before {
				t.Fatalf("%s comes before any v3 sensor of a controller is verified\n%s", x.ID, s.spec)
			}
		}
		if x.Subject.Kind != "server" {
			continue
		}
		if now.disturbs {
			disturbing = append(disturbing, now)
		}
		if x.Wave != "" {
			if perWave[x.Wave] == nil {
				perWave[x.Wave] = map[string]*work{}
			}
			if before := perWave[x.Wave][x.Subject.Key]; before == nil {
				perWave[x.Wave][x.Subject.Key] = &now
			} else {
				if now.from.Before(before.from) {
					before.from = now.from
				}
				if now.to.After(before.to) {
					before.to = now.to
				}
			}
		}
	}
	siteOf := func(fqdn string) string {
		if x := req.Facts.Servers[fqdn]; x != nil {
			return x.Site
		}
		return ""
	}
	for wave, servers := range perWave {
		for _, a := range servers {
			all, site, domain := 0, 0, 0
			for _, b := range servers {
				if b.from.After(a.from) || !a.from.Before(b.to) {
					continue
				}
				all++
				if siteOf(a.server) == siteOf(b.server) {
					site++
				}
				if _, x, _ := strings.Cut(a.server, "."); strings.HasSuffix(b.server, "."+x) && strings.Count(b.server, ".") == strings.Count(a.server, ".") {
					domain++
				}
			}
			for i, count := range []int{all, site, domain} {
				if most := s.limits[wave][i]; most > 0 && count > most {
					t.Fatalf("wave %s: %d servers at once with %s, allowed are %v\n%s", wave, count, a.server, s.limits[wave], s.spec)
				}
			}
		}
	}
	for i, a := range disturbing {
		for _, b := range disturbing[:i] {
			overlap := a.server != b.server && a.from.Before(b.to) && b.from.Before(a.to)
			x, y := req.Facts.Servers[a.server], req.Facts.Servers[b.server]
			if !overlap || x == nil || y == nil {
				continue
			}
			n.exclusive++
			if hasRoleIn(req.Facts, a.server, "adcs") && hasRoleIn(req.Facts, b.server, "adcs") && x.Forest == y.Forest {
				t.Fatalf("two authorities of a forest are disturbed at once: %s, %s\n%s", a.step, b.step, s.spec)
			}
			farm := func(f *schema.Server) string {
				if f.ADFS == nil {
					return ""
				}
				return f.ADFS.Farm
			}
			if hasRoleIn(req.Facts, a.server, "adfs") && hasRoleIn(req.Facts, b.server, "adfs") && (farm(x) == farm(y) || farm(x) == "" || farm(y) == "") {
				t.Fatalf("two nodes of a farm are disturbed at once: %s, %s\n%s", a.step, b.step, s.spec)
			}
		}
	}
}

// replay applies the declared effects to a copy of the facts and asks a fresh judge for blockers before every install.
func (w *workshop) replay(t *rapid.T, r *schema.Runbook, req Request, n *tally) *schema.Facts {
	facts := schema.Clone(req.Facts)
	blocking := func(subjects []schema.Subject) []string {
		var out []string
		judge := req.Judge(schema.Clone(facts), req.Intent)
		for _, s := range subjects {
			findings, err := judge.Findings(context.Background(), s)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range findings {
				if f.Severity == "blocker" && f.Unresolved() && (s.Kind != "deployment" || f.Outcome == schema.Fail) {
					out = append(out, f.Rule+" at "+f.Subject.String())
				}
			}
		}
		return out
	}
	atStart := blocking([]schema.Subject{{Kind: "deployment"}})
	for _, s := range r.Steps {
		if s.State != schema.StepPlanned {
			continue
		}
		d, _ := w.library.Step(s.Step)
		e := newEstate(req.Spec, facts, req.Intent, req.Run, r.Decisions)
		if d.Gate && s.Subject.Kind != "server" {
			for _, b := range blocking([]schema.Subject{{Kind: "workspace"}, {Kind: "tenant"}}) {
				if slices.ContainsFunc(w.rule(strings.Fields(b)[0]).Remediation, func(step string) bool { return slices.Contains(d.Requires, step) }) {
					t.Fatalf("%s runs although %s", s.ID, b)
				}
			}
		}
		if d.Gate && s.Subject.Kind == "server" {
			n.gates++
			subjects := []schema.Subject{{Kind: "server", Key: s.Subject.Key}, {Kind: "sensor", Key: s.Subject.Key}, {Kind: "workspace"}, {Kind: "tenant"}}
			if len(atStart) > 0 {
				subjects = append(subjects, schema.Subject{Kind: "deployment"})
			}
			server := facts.Servers[s.Subject.Key]
			subjects = append(subjects, schema.Subject{Kind: "domain", Key: server.Domain}, schema.Subject{Kind: "forest", Key: server.Forest})
			for key, p := range facts.Paths {
				if p.From == s.Subject.Key {
					subjects = append(subjects, schema.Subject{Kind: "path", Key: key})
				}
			}
			generation := strings.Replace(req.Intent.Sensors[s.Subject.Key].Generation, "standalone", "sa", 1)
			for _, b := range blocking(subjects) {
				rule := w.rule(strings.Fields(b)[0])
				if len(rule.Generations) == 0 || slices.Contains(rule.Generations, generation) {
					t.Fatalf("%s runs although %s", s.ID, b)
				}
			}
		}
		patches, _, err := e.patches(d, s.Subject)
		if err != nil {
			t.Fatal(err)
		}
		for _, target := range sortedSubjects(patches) {
			if err := apply(facts, target, patches[target]); err != nil {
				t.Fatal(err)
			}
		}
	}
	return facts
}

func (w *workshop) rule(id string) schema.Rule {
	if w.rules == nil {
		w.rules = map[string]schema.Rule{}
		for _, r := range w.engine.Rules() {
			w.rules[r.ID] = r
		}
	}
	return w.rules[id]
}

// checkEnd: what is called complete leaves no finding with a remediation, and what is called convergent asks for nothing
// that changes something, when the outcome is planned anew from the spec.
func (w *workshop) checkEnd(t *rapid.T, s sample, r *schema.Runbook, req Request, after *schema.Facts, n *tally) {
	verdict, err := req.Judge(schema.Clone(after), req.Intent).Audit(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var left []schema.FindingRef
	for _, f := range verdict.Findings {
		if f.Outcome == schema.Fail && f.Waived == nil && len(w.rule(f.Rule).Remediation) > 0 {
			left = append(left, schema.FindingRef{Rule: f.Rule, Subject: f.Subject})
		}
	}
	if !slices.Equal(left, r.Proof.Remaining) || r.Proof.Complete != (len(left) == 0) {
		t.Fatalf("left are %v, and the proof says %v\n%s", left, r.Proof.Remaining, s.spec)
	}
	if r.Complete {
		n.complete++
		if len(left) > 0 || len(r.Held) > 0 || slices.ContainsFunc(r.Steps, func(x schema.Step) bool { return x.State == schema.StepHeld }) {
			t.Fatalf("the plan is called complete and is not\n%s", s.spec)
		}
	}
	if !r.Proof.Convergent {
		return
	}
	n.convergent++
	next, _ := w.compile(t, s, after)
	done := map[string]bool{}
	for _, x := range r.Steps {
		done[x.ID] = x.State == schema.StepPlanned
	}
	for _, x := range next.Steps {
		d, _ := w.library.Step(x.Step)
		asked := d.Asked() && !d.OnDemand || len(x.Because) > 0
		if x.State == schema.StepPlanned && asked && !slices.Contains([]string{"check", "approval", "wait"}, x.Kind) && !(done[x.ID] && !d.HasEffects()) && !slices.Contains(r.Proof.Unproven, x.ID) {
			t.Fatalf("the plan is called convergent, and the next one asks for %s\n%s", x.ID, s.spec)
		}
	}
}

// shuffled is the same document, written in another order and read again.
func shuffled(t *rapid.T, f *schema.Facts) *schema.Facts {
	var tree any
	if err := json.Unmarshal([]byte(encoded(t, f)), &tree); err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	var write func(any)
	write = func(v any) {
		object, ok := v.(map[string]any)
		if !ok {
			scalar, _ := json.Marshal(v)
			text.Write(scalar)
			return
		}
		text.WriteByte('{')
		first := true
		for name, inner := range object { // in no order
			if !first {
				text.WriteByte(',')
			}
			first = false
			key, _ := json.Marshal(name)
			text.Write(key)
			text.WriteByte(':')
			write(inner)
		}
		text.WriteByte('}')
	}
	write(tree)
	out, diags := schema.LoadFacts(&text, "shuffled", schema.DefaultLimits)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return out
}

// checkMinimal compares what is said about single steps with what proving the plan without them says.
func checkMinimal(t *rapid.T, r *schema.Runbook, req Request, after *schema.Facts) {
	without := func(away map[string]bool) *schema.Runbook {
		out := *r
		out.Steps = slices.DeleteFunc(slices.Clone(r.Steps), func(s schema.Step) bool { return away[s.ID] })
		return &out
	}
	prove := func(away map[string]bool) schema.Proof {
		p, err := Prove(context.Background(), req, without(away))
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	worse := func(p, than schema.Proof) bool {
		asked := func(p schema.Proof) (out []string) {
			for _, a := range p.Again {
				if a.New {
					out = append(out, a.Step)
				}
			}
			return out
		}
		return p.Sound != than.Sound || len(p.Remaining) > len(than.Remaining) || !slices.Equal(asked(p), asked(than))
	}
	away := map[string]bool{}
	for _, s := range r.Proof.Superfluous {
		away[s.Step] = true
	}
	reduced := r.Proof
	if len(away) > 0 {
		if reduced = prove(away); worse(reduced, r.Proof) {
			t.Fatalf("without %v the plan is worse: %+v", r.Proof.Superfluous, reduced)
		}
	}
	// What a step answers and what is left all the same may rest on it: nobody can tell.
	left := map[schema.FindingRef]bool{}
	verdict, err := req.Judge(schema.Clone(after), req.Intent).Audit(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range verdict.Findings {
		if f.Unresolved() {
			left[schema.FindingRef{Rule: f.Rule, Subject: f.Subject}] = true
		}
	}
	for _, s := range r.Steps {
		if s.State != schema.StepPlanned || away[s.ID] || slices.ContainsFunc(s.Because, func(ref schema.FindingRef) bool { return left[ref] }) {
			continue
		}
		away[s.ID] = true
		if !worse(prove(away), reduced) {
			t.Fatalf("nothing is missing without %s (%v), which is not called superfluous", s.ID, s.Because)
		}
		delete(away, s.ID)
	}
}

// TestTheFirstV3SensorOfAControllerComesBeforeThoseOfRoleServers plans a v3 sensor on a controller and on an authority, in
// waves that stand to each other in different ways.
func TestTheFirstV3SensorOfAControllerComesBeforeThoseOfRoleServers(t *testing.T) {
	w := newWorkshop(t)
	for name, c := range map[string]struct {
		waves, dc, ca string
		planned       bool
	}{
		"in the same wave":    {`wave "one" {}`, "one", "one", true},
		"in a later wave":     {`wave "one" {}` + "\n" + `wave "two" { after = ["one"] }`, "one", "two", true},
		"in a wave beside it": {`wave "one" {}` + "\n" + `wave "two" {}`, "one", "two", true},
		"in an earlier wave":  {`wave "one" {}` + "\n" + `wave "two" { after = ["one"] }`, "two", "one", false},
		"without one":         {`wave "one" {}`, "", "one", false},
	} {
		t.Run(name, func(t *testing.T) {
			facts := schema.Clone(w.good)
			facts.Servers, facts.Sensors = map[string]*schema.Server{}, map[string]*schema.Sensor{}
			no := false
			facts.Workspace.Syslog.Enabled = &no // a v2 sensor would have to stay for it
			spec := "deployment \"d\" {}\nworkspace \"contoso-corp\" {\n region_accepted = true\n}\nauditing {\n method = \"automatic\"\n}\n" + c.waves + "\n"
			for server, wave := range map[string]string{"dc02.contoso.com": c.dc, "ca01.contoso.com": c.ca} {
				s := schema.Clone(w.good.Servers[server])
				if server != "dc02.contoso.com" {
					s.MDE = nil
				}
				fill(s, w.good.Servers["dc02.contoso.com"])
				s.SensorV2, s.SensorV3 = &schema.ServerSensorV2{Installed: &no, StagingPresent: &no}, &schema.ServerSensorV3{Installed: &no}
				facts.Servers[server] = s
				if wave != "" {
					spec += fmt.Sprintf("sensor %q {\n generation = \"v3\"\n wave = %q\n}\n", server, wave)
				}
			}
			r, _ := w.compile(t, sample{spec: spec}, facts)
			steps := map[string]schema.Step{}
			for _, s := range r.Steps {
				steps[s.ID] = s
			}
			activate, verify := steps["v3.activate@ca01.contoso.com"], steps["v3.verify@dc02.contoso.com"]
			if !r.Proof.Sound {
				t.Fatalf("%v", r.Proof.Violations)
			}
			if c.planned {
				if activate.State != schema.StepPlanned || activate.Number < verify.Number || activate.StartsAt < verify.EndsAt {
					t.Fatalf("%s %v: starts at %s, the controller is verified at %s", activate.State, activate.Held, activate.StartsAt, verify.EndsAt)
				}
				return
			}
			if activate.State != schema.StepHeld || !strings.Contains(strings.Join(activate.Held, " "), "has to come first") || len(activate.Release) == 0 {
				t.Fatalf("%s %v", activate.State, activate.Held)
			}
		})
	}
}
