package policies

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/schema"
)

func load(t testing.TB, dirs ...string) *Engine {
	t.Helper()
	e, diags := Load(t.Context(), Options{Dirs: dirs})
	require.Empty(t, diags)
	return e
}

// userRule writes one rule into a directory of its own.
func userRule(t testing.TB, body string) string {
	t.Helper()
	dir := t.TempDir()
	text := `# METADATA
# title: A rule of this test
# description: It is judged as ours are.
# related_resources:
# - ref: https://example.com/
# custom:
#   id: X-001
#   subject: server
#   severity: high
#   generations: [v2]
#   basis: convention
#   remediation: []
package mdi.rules.user.x

` + body + "\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "x.rego"), []byte(text), 0o600))
	return dir
}

func ptr[T any](v T) *T { return &v }

// oneServer is an estate of one planned v2 sensor.
func oneServer(s *schema.Server) (*schema.Facts, *schema.Intent, schema.Run) {
	s.Domain, s.Forest = "a.test", "a.test"
	return &schema.Facts{Schema: schema.FactsVersion, Servers: map[string]*schema.Server{"dc.a.test": s}},
		&schema.Intent{Sensors: map[string]*schema.SpecSensor{"dc.a.test": {Generation: "v2"}}},
		schema.Run{Now: "2026-11-24T09:00:00Z", Profile: "v2-current"}
}

func outcomeOf(t testing.TB, e *Engine, id string, facts *schema.Facts, intent *schema.Intent, run schema.Run) schema.Finding {
	t.Helper()
	v, err := e.Open(facts, intent, run).Audit(t.Context())
	require.NoError(t, err)
	for _, f := range v.Findings {
		if f.Rule == id {
			return f
		}
	}
	return schema.Finding{Outcome: schema.NotApplicable}
}

func TestOutcomesAreThreeValued(t *testing.T) {
	for name, c := range map[string]struct {
		body    string
		server  schema.Server
		outcome schema.Outcome
	}{
		"true is pass":                      {`compliant := input.server.reboot_pending == false`, schema.Server{RebootPending: ptr(false)}, schema.Pass},
		"false is fail":                     {`compliant := input.server.reboot_pending == false`, schema.Server{RebootPending: ptr(true)}, schema.Fail},
		"undefined is unknown":              {`compliant := input.server.reboot_pending == false`, schema.Server{}, schema.Unknown},
		"applies false":                     {"applies := input.server.virtual\ncompliant := true", schema.Server{Virtual: ptr(false)}, schema.NotApplicable},
		"applies true":                      {"applies := input.server.virtual\ncompliant := true", schema.Server{Virtual: ptr(true)}, schema.Pass},
		"applies undefined is unknown":      {"applies := input.server.virtual\ncompliant := true", schema.Server{}, schema.Unknown},
		"a failing builtin is an error":     {`compliant := to_number(input.server.site) > 1`, schema.Server{Site: "HQ"}, schema.Failed},
		"a conflict is an error":            {"compliant := true if input.server.site\ncompliant := false if input.server.site", schema.Server{Site: "HQ"}, schema.Failed},
		"the whole document is not a value": {`compliant := count(input.server.nics) == 0`, schema.Server{}, schema.Unknown},
	} {
		t.Run(name, func(t *testing.T) {
			e := load(t, userRule(t, c.body))
			facts, intent, run := oneServer(&c.server)
			for range 2 { // the second time from memory
				assert.Equal(t, c.outcome, outcomeOf(t, e, "X-001", facts, intent, run).Outcome)
			}
		})
	}
}

func TestUnknownSaysWhatIsMissingAndWhy(t *testing.T) {
	e := load(t, userRule(t, `compliant := input.server.reboot_pending == false`))
	facts, intent, run := oneServer(&schema.Server{})
	facts.Sources = map[string]*schema.Source{"host-1": {Collector: "host"}}
	facts.Sections = map[string]*schema.Section{"/servers/dc.a.test": {Source: "host-1", Status: "unreachable", Error: "no route to host"}}
	f := outcomeOf(t, e, "X-001", facts, intent, run)
	assert.Equal(t, []string{"server.reboot_pending"}, f.Missing)
	require.Len(t, f.Evidence, 1)
	assert.Equal(t, schema.Evidence{Path: "server.reboot_pending", Pointer: "/servers/dc.a.test/reboot_pending", Source: "host-1", Status: "unreachable", Error: "no route to host"}, f.Evidence[0])
}

func TestFactsThatAreTooOldAreUnknown(t *testing.T) {
	e := load(t, userRule(t, `compliant := input.server.reboot_pending == false`))
	facts, intent, run := oneServer(&schema.Server{RebootPending: ptr(false)})
	facts.Sections = map[string]*schema.Section{"/servers": {Status: "complete", ReadAt: "2026-11-17T09:00:00Z"}}
	run.FactsMaxAgeSeconds = ptr(int64(7 * 86400))
	assert.Equal(t, schema.Pass, outcomeOf(t, e, "X-001", facts, intent, run).Outcome, "exactly as old as allowed")
	facts.Sections["/servers"].ReadAt = "2026-11-17T08:59:59Z"
	f := outcomeOf(t, e, "X-001", facts, intent, run)
	assert.Equal(t, schema.Unknown, f.Outcome)
	assert.Equal(t, []string{"server.reboot_pending"}, f.Missing)
	assert.Equal(t, []schema.Evidence{{Path: "server.reboot_pending", Pointer: "/servers/dc.a.test/reboot_pending", Status: schema.TooOld, ReadAt: "2026-11-17T08:59:59Z",
		Error: "read at 2026-11-17T08:59:59Z; what was read before 2026-11-17T09:00:00Z is too old"}}, f.Evidence)

	// What nobody read is not too old, whatever its section says.
	facts.Servers["dc.a.test"].RebootPending = nil
	f = outcomeOf(t, e, "X-001", facts, intent, run)
	assert.Equal(t, "complete", f.Evidence[0].Status)
}

func TestRolesAndGenerationsThatAreTooOldAreUnknown(t *testing.T) {
	e := load(t)
	facts, intent, run := oneServer(&schema.Server{Roles: &schema.ServerRoles{DC: ptr(false), RODC: ptr(false)}})
	facts.Sensors = map[string]*schema.Sensor{"dc.a.test": {Generation: "v3"}}
	facts.Sections = map[string]*schema.Section{"/servers": {Status: "complete", ReadAt: "2026-11-17T08:59:59Z"}, "/sensors": {Status: "complete", ReadAt: "2026-11-17T08:59:59Z"}}
	explained := func(id string) schema.Explanation {
		found, err := e.Open(facts, intent, run).Explain(t.Context(), id, "")
		require.NoError(t, err)
		require.Len(t, found, 1)
		return found[0]
	}
	assert.Equal(t, schema.ByRole, explained("MDI-CAP-001").Because, "the server is no domain controller")
	run.FactsMaxAgeSeconds = ptr(int64(7 * 86400))
	assert.Equal(t, schema.Unknown, explained("MDI-CAP-001").Outcome)
	assert.Contains(t, explained("MDI-CAP-001").Missing, "server.roles.dc")
	intent.Sensors = nil
	assert.Equal(t, schema.Unknown, explained("MDI-HW-002").Outcome, "a v2 sensor may stand there by now")
}

// TestDisputedValuesAreShown merges two sources that disagree. At the same time neither is right, and every finding that
// rests on the value says so, a pass too; otherwise the newer one is.
func TestDisputedValuesAreShown(t *testing.T) {
	e := load(t, userRule(t, `compliant := input.server.reboot_pending == false`))
	part := func(source, at string, pending bool) *schema.Facts {
		f, _, _ := oneServer(&schema.Server{RebootPending: ptr(pending)})
		f.Sources = map[string]*schema.Source{source: {Collector: "host"}}
		f.Sections = map[string]*schema.Section{"/servers": {Source: source, Status: "complete", ReadAt: at}}
		return f
	}
	_, intent, run := oneServer(&schema.Server{})
	const at = "2026-11-24T08:00:00Z"
	for _, order := range [][2]int{{0, 1}, {1, 0}} {
		docs := []*schema.Facts{part("host-1", at, false), part("host-2", at, true)}
		facts, diags := schema.Merge(docs[order[0]], docs[order[1]])
		require.Len(t, diags, 1)
		f := outcomeOf(t, e, "X-001", facts, intent, run)
		assert.Equal(t, schema.Pass, f.Outcome, "ties go to the source that sorts first")
		assert.Equal(t, []schema.Evidence{{Path: "server.reboot_pending", Pointer: "/servers/dc.a.test/reboot_pending", Value: false, Source: "host-1", Status: "complete", ReadAt: at, Conflict: "host-2 says true"}}, f.Evidence)
	}
	facts, diags := schema.Merge(part("host-1", at, true), part("host-2", "2026-11-24T08:00:01Z", false))
	require.Len(t, diags, 1, "a warning all the same")
	f := outcomeOf(t, e, "X-001", facts, intent, run)
	assert.Equal(t, schema.Pass, f.Outcome)
	assert.Empty(t, f.Evidence)

	// A third reading that is newer settles it.
	facts, _ = schema.Merge(part("host-1", at, true), part("host-2", at, false), part("host-3", "2026-11-24T08:00:01Z", true))
	f = outcomeOf(t, e, "X-001", facts, intent, run)
	assert.Equal(t, schema.Fail, f.Outcome)
	assert.Equal(t, "host-3", f.Evidence[0].Source)
	assert.Empty(t, f.Evidence[0].Conflict)
}

func TestGenerationsAndRolesDecideWhetherARuleApplies(t *testing.T) {
	e := load(t, userRule(t, `compliant := true`))
	facts, intent, run := oneServer(&schema.Server{})
	for generation, want := range map[string]schema.Outcome{"v2": schema.Pass, "v3": schema.NotApplicable, "none": schema.NotApplicable, "": schema.Unknown} {
		intent.Sensors["dc.a.test"].Generation = generation
		assert.Equal(t, want, outcomeOf(t, e, "X-001", facts, intent, run).Outcome, generation)
	}
}

func TestSandbox(t *testing.T) {
	for name, body := range map[string]string{
		"environment":     `compliant := opa.runtime().env.HOME == "x"`,
		"network":         `compliant := http.send({"url": "http://127.0.0.1", "method": "GET"}).status_code == 200`,
		"names":           `compliant := count(net.lookup_ip_addr("localhost")) > 0`,
		"clock":           `compliant := time.now_ns() > 0`,
		"randomness":      `compliant := rand.intn("x", 2) == 1`,
		"remote schema":   `compliant := json.match_schema({}, {"$ref": "http://127.0.0.1/x"})[0]`,
		"through with":    `compliant := count("x") == 1 with count as http.send`,
		"more policy":     `compliant := rego.parse_module("x", "package x").package == 1`,
		"a misspelt fact": `compliant := input.server.memory_bites > 1`,
		"a default":       "default compliant := true",
		"a stray name":    "compliant := true\nhelper := 1",
		"no answer":       `observed := 1`,
		"our package":     "compliant := true\n",
	} {
		t.Run(name, func(t *testing.T) {
			dir := userRule(t, body)
			if name == "our package" {
				text, err := os.ReadFile(filepath.Join(dir, "x.rego"))
				require.NoError(t, err)
				require.NoError(t, os.WriteFile(filepath.Join(dir, "y.rego"), text, 0o600))
			}
			e, diags := Load(t.Context(), Options{Dirs: []string{dir}})
			assert.Nil(t, e)
			assert.True(t, diags.HasErrors(), "%v", diags)
		})
	}
}

func TestWorkspaceAndAccountsSeeTheSensors(t *testing.T) {
	dir := t.TempDir()
	for subject, body := range map[string]string{
		"workspace": `compliant := {g | some name; g := input.sensors[name].generation} == {input.spec.sensors["dc.a.test"].generation}`,
		"account":   `compliant := input.servers["dc.a.test"].roles.dc == (input.spec.sensors["dc.a.test"].generation == "v2")`,
	} {
		text := fmt.Sprintf("# METADATA\n# title: A rule of this test\n# description: It is judged as ours are.\n# related_resources:\n# - ref: https://example.com/\n# custom:\n#   id: X-%[1]s\n#   subject: %[1]s\n#   severity: high\n#   basis: convention\npackage mdi.rules.user.%[1]s\n\n%[2]s\n", subject, body)
		require.NoError(t, os.WriteFile(filepath.Join(dir, subject+".rego"), []byte(text), 0o600))
	}
	facts, intent, run := oneServer(&schema.Server{Roles: &schema.ServerRoles{DC: ptr(true)}})
	facts.Sensors = map[string]*schema.Sensor{"dc.a.test": {Generation: "v2"}}
	facts.Accounts = map[string]*schema.Account{"svc$@a.test": {Duties: map[string]bool{"run_sizing": true}}}
	session := load(t, dir).Open(facts, intent, run)
	outcomes := func() map[string]schema.Outcome {
		v, err := session.Audit(t.Context())
		require.NoError(t, err)
		out := map[string]schema.Outcome{}
		for _, f := range v.Findings {
			if strings.HasPrefix(f.Rule, "X-") {
				out[f.Rule] = f.Outcome
			}
		}
		return out
	}
	assert.Equal(t, map[string]schema.Outcome{"X-workspace": schema.Pass, "X-account": schema.Pass}, outcomes())
	facts.Sensors["dc.a.test"].Generation = "v3"
	session.Touch(schema.Subject{Kind: "sensor", Key: "dc.a.test"})
	facts.Servers["dc.a.test"].Roles.DC = ptr(false)
	session.Touch(schema.Subject{Kind: "server", Key: "dc.a.test"})
	assert.Equal(t, map[string]schema.Outcome{"X-workspace": schema.Fail, "X-account": schema.Fail}, outcomes(), "a change of a server reaches whoever sees it")
}

func TestEvidenceOfALargeCollectionIsItsSize(t *testing.T) {
	e := load(t, userRule(t, "observed := count(input.server.software)\n\nrequired := 0\n\ncompliant := observed == 0"))
	for n, want := range map[int]any{400: nil, 401: "401 entries"} {
		server := &schema.Server{Software: map[string]*schema.ServerProgram{}}
		for i := range n {
			server.Software[fmt.Sprintf("product %d", i)] = &schema.ServerProgram{Version: "1.0"}
		}
		facts, intent, run := oneServer(server)
		f := outcomeOf(t, e, "X-001", facts, intent, run)
		require.Len(t, f.Evidence, 1)
		if want == nil {
			assert.Len(t, f.Evidence[0].Value, n, "a smaller one is shown whole")
		} else {
			assert.Equal(t, want, f.Evidence[0].Value)
		}
	}
}

// A second way to know takes an absent fact off the list, unless that way is open and leads nowhere.
func TestMissingNamesTheOtherWayWhenThisOneDoesNotDecide(t *testing.T) {
	e := load(t, eitherWay(t, "observed := \"\"\n\nrequired := \"\"\n\ncompliant if input.server.virtual == false\n\ncompliant := input.server.vm.memory_all_locked if input.server.virtual"))
	facts, intent, run := oneServer(&schema.Server{Virtual: ptr(true)})
	assert.Equal(t, []string{"server.vm.memory_all_locked"}, outcomeOf(t, e, "X-001", facts, intent, run).Missing)
	facts, intent, run = oneServer(&schema.Server{})
	assert.Equal(t, []string{"server.virtual", "server.vm.memory_all_locked"}, outcomeOf(t, e, "X-001", facts, intent, run).Missing)
	facts, intent, run = oneServer(&schema.Server{VM: &schema.ServerVM{MemoryAllLocked: ptr(true)}})
	assert.Equal(t, []string{"server.virtual"}, outcomeOf(t, e, "X-001", facts, intent, run).Missing)
}

// eitherWay is a rule of the user with a second way to know.
func eitherWay(t testing.TB, body string) string {
	t.Helper()
	dir := userRule(t, body)
	name := filepath.Join(dir, "x.rego")
	text, err := os.ReadFile(name)
	require.NoError(t, err)
	replaced := strings.Replace(string(text), "#   remediation: []\n", "#   remediation: []\n#   either:\n#   - [server.virtual, server.vm.memory_all_locked]\n", 1)
	require.NoError(t, os.WriteFile(name, []byte(replaced), 0o600))
	return dir
}

func TestAControllerAndTheStandaloneSensorThatWatchesItSeeEachOther(t *testing.T) {
	dir := userRule(t, "applies := input.server.roles.dc\ncompliant := input.sensors[\"sa.a.test\"].event_source == \"wef\"")
	file := filepath.Join(dir, "x.rego")
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	text = bytes.Replace(text, []byte("generations: [v2]"), []byte("generations: [sa]\n#   roles: [dc, rodc]"), 1)
	require.NoError(t, os.WriteFile(file, text, 0o600))
	text = bytes.Replace(text, []byte("X-001"), []byte("X-002"), 1)
	text = bytes.Replace(text, []byte("\n#   roles: [dc, rodc]"), nil, 1)
	text = bytes.Replace(text, []byte("package mdi.rules.user.x"), []byte("package mdi.rules.user.y"), 1)
	body := bytes.Index(text, []byte("applies :="))
	text = append(text[:body:body], []byte("compliant := input.servers[\"dc.a.test\"].online\n")...)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "y.rego"), text, 0o600))
	e := load(t, dir)

	outcome := func(s *Session, server, id string) schema.Outcome {
		findings, err := s.Findings(t.Context(), schema.Subject{Kind: "server", Key: server})
		require.NoError(t, err)
		for _, f := range findings {
			if f.Rule == id {
				return f.Outcome
			}
		}
		return schema.NotApplicable
	}
	estate := func() (*schema.Facts, *schema.Intent) {
		home := func(dc bool) *schema.Server {
			return &schema.Server{Domain: "a.test", Forest: "a.test", Online: ptr(true), Roles: &schema.ServerRoles{DC: ptr(dc), RODC: ptr(false)}}
		}
		return &schema.Facts{Schema: schema.FactsVersion,
			Servers: map[string]*schema.Server{"dc.a.test": home(true), "other.a.test": home(true), "sa.a.test": home(false)},
			Sensors: map[string]*schema.Sensor{"sa.a.test": {Generation: "standalone", EventSource: "wef"}}}, &schema.Intent{}
	}
	run := schema.Run{Now: "2026-11-24T09:00:00Z", Profile: "v2-current"}

	facts, intent := estate()
	assert.Equal(t, schema.NotApplicable, outcome(e.Open(facts, intent, run), "dc.a.test", "X-001"), "nobody watches it")
	facts.Sensors["sa.a.test"].Mirror = &schema.SensorMirror{DCs: schema.Set{"dc.a.test": true}}
	s := e.Open(facts, intent, run)
	assert.Equal(t, schema.Pass, outcome(s, "dc.a.test", "X-001"), "as declared")
	assert.Equal(t, schema.NotApplicable, outcome(s, "other.a.test", "X-001"))
	assert.Equal(t, schema.Pass, outcome(s, "sa.a.test", "X-002"))

	facts.Sensors["sa.a.test"].EventSource = "siem"
	s.Touch(schema.Subject{Kind: "sensor", Key: "sa.a.test"})
	assert.Equal(t, schema.Fail, outcome(s, "dc.a.test", "X-001"), "a change of one is judged again at the other")
	facts.Servers["dc.a.test"].Online = ptr(false)
	s.Touch(schema.Subject{Kind: "server", Key: "dc.a.test"})
	assert.Equal(t, schema.Fail, outcome(s, "sa.a.test", "X-002"))
	assert.Equal(t, schema.Fail, outcome(s, "dc.a.test", "X-001"))
	facts.Sensors["sa.a.test"].Mirror.DCs = schema.Set{"other.a.test": true}
	s.Touch(schema.Subject{Kind: "sensor", Key: "sa.a.test"})
	assert.Equal(t, schema.Fail, outcome(s, "other.a.test", "X-001"), "the pairs have changed")
	assert.Equal(t, schema.NotApplicable, outcome(s, "dc.a.test", "X-001"))

	facts, intent = estate()
	intent.Sensors = map[string]*schema.SpecSensor{"sa.a.test": {Generation: "standalone", MirroredDCs: schema.Set{"dc.a.test": true}}}
	assert.Equal(t, schema.Pass, outcome(e.Open(facts, intent, run), "dc.a.test", "X-001"), "as planned")
}

// TestAGenerationThatHasGoneTakesItsRulesWithIt moves the last classic sensor to v3: what only the classic one asks of the domain and
// of the whole is asked no more.
func TestAGenerationThatHasGoneTakesItsRulesWithIt(t *testing.T) {
	e := load(t)
	facts := &schema.Facts{Domains: map[string]*schema.Domain{"a.test": {Forest: "a.test"}}, Sensors: map[string]*schema.Sensor{"dc1.a.test": {Generation: "v2"}, "dc2.a.test": {Generation: "v3"}}}
	run := schema.Run{Now: "2026-11-24T09:00:00Z", PolicyDate: "2026-11-24", Profile: "v3-current"}
	s := e.Open(facts, &schema.Intent{}, run)
	before, err := s.Audit(t.Context())
	require.NoError(t, err)
	facts.Sensors["dc1.a.test"].Generation = "v3"
	s.Touch(schema.Subject{Kind: "sensor", Key: "dc1.a.test"}, "generation")
	after, err := s.Audit(t.Context())
	require.NoError(t, err)
	fresh, err := e.Open(facts, &schema.Intent{}, run).Audit(t.Context())
	require.NoError(t, err)
	assert.Equal(t, fresh.Summary, after.Summary)
	assert.NotEqual(t, before.Summary, after.Summary)
}
