package policies

import (
	"bytes"
	"os"
	"path/filepath"
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
	assert.Equal(t, schema.Unknown, outcomeOf(t, e, "X-001", facts, intent, run).Outcome)
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
