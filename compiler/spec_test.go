package compiler

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/schema"
)

const head = "deployment \"d\" {}\n"

func yesPtr() *bool { b := true; return &b }

func someFacts() *schema.Facts {
	return &schema.Facts{Schema: schema.FactsVersion, Servers: map[string]*schema.Server{
		"dc01.a.test": {Domain: "a.test", Site: "HQ", Roles: &schema.ServerRoles{DC: yesPtr()}},
		"dc02.a.test": {Domain: "a.test", Site: "FRA", Roles: &schema.ServerRoles{DC: yesPtr()}},
		"new.a.test":  {Domain: "a.test"},
	}}
}

var at = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

// TestSpecMistakes holds one mistake a line; the code it wants stands behind it.
func TestSpecMistakes(t *testing.T) {
	for name, text := range map[string]string{
		"unknown block":     head + `sensr "a" {} # want spec_unknown_block`,
		"unknown attribute": head + "sensor \"dc01.a.test\" {\n generatoin = \"v2\" # want spec_unknown_attribute\n}",
		"unknown value":     head + "sensor \"dc01.a.test\" {\n generation = \"v4\" # want spec_unknown_value\n}",
		"wrong type":        head + "wave \"w\" {\n max_parallel = \"many\" # want spec_wrong_value\n}",
		"bad duration":      head + "wave \"w\" {\n soak = \"3 days\" # want spec_wrong_value\n}",
		"bad day":           head + "freeze \"f\" {\n from = \"2026-02-30\" # want spec_wrong_value\n to = \"2026-03-01\"\n}",
		"freeze backwards":  head + "freeze \"f\" {\n from = \"2026-03-02\"\n to = \"2026-03-01\" # want spec_freeze\n}",
		"unknown wave":      head + "wave \"pilot\" {}\nsensor \"dc01.a.test\" {\n wave = wave.pilto # want spec_unknown_reference\n}",
		"unknown wave name": head + "sensor \"dc01.a.test\" {\n wave = \"pilot\" # want spec_unknown_wave\n}",
		"waves in a cycle":  head + "wave \"a\" { after = [\"b\"] }\nwave \"b\" {\n after = [\"a\"] # want spec_wave_cycle\n}",
		"two deployments":   head + `deployment "e" {} # want spec_duplicate`,
		"two sensors":       head + "sensor \"dc01.a.test\" {}\nsensor \"DC01.a.test\" {} # want spec_duplicate",
		"waiver alone":      head + "waiver \"MDI-HW-002\" { # want spec_waiver_approver\n subjects = [\"a\"]\n reason = \"r\"\n expires = \"2027-01-01\"\n}",
		"waiver of nobody":  head + "waiver \"MDI-HW-002\" {\n subjects = [\"a\"]\n reason = \"r\"\n approver = \" \" # want spec_waiver_approver\n expires = \"2027-01-01\"\n}",
		"unknown audience":  head + "change {\n contact \"sox\" { # want spec_unknown_contact\n address = \"a\"\n }\n}",
		"audience twice":    head + "change {\n contact \"network\" { address = \"a\" }\n contact \"network\" { # want spec_duplicate\n address = \"b\"\n }\n}",
		"own approver":      head + "change {\n implementer = \"Me\"\n approvers = [\"CAB\", \"Me\"] # want spec_own_approver\n}",
		"type of a change":  head + "change {\n type = \"normall\" # want spec_unknown_value\n}",
		"time zone":         head + "window \"w\" {\n start = \"2026-12-05T20:00\"\n duration = \"6h\"\n timezone = \"Europe/Londn\" # want spec_timezone\n}",
		"file":              head + "locals {\n a = file(\"/etc/passwd\") # want spec_impure_function\n}",
		"clock":             head + "locals {\n a = timestamp() # want spec_impure_function\n}",
		"unknown function":  head + "locals {\n a = uper(\"x\") # want spec_unknown_function\n}",
		"locals in a cycle": head + "locals {\n a = local.b\n b = local.a # want spec_local_cycle\n}",
		"missing variable":  head + `variable "x" { type = string } # want spec_variable_missing`,
		"unknown server":    head + `sensor "dc1.a.test" {} # want spec_unknown_server`,
		"unknown fact":      head + "sensors \"s\" {\n for_each = [for k, s in facts.servers : k if s.rols.dc] # want spec_unknown_fact\n}",
		"absent fact":       head + "sensors \"s\" {\n for_each = [for k, s in facts.servers : k if s.roles.dc] # want spec_unknown_fact_value\n}",
		"sensor set twice":  head + "sensor \"dc01.a.test\" {}\nsensors \"s\" {\n for_each = [\"dc01.a.test\"] # want spec_sensor_twice\n}",
		"excluded sensor":   head + "sensor \"dc01.a.test\" {}\nexclude \"dc01.a.test\" { # want spec_excluded_sensor\n reason = \"r\"\n}",
		"expired waiver":    head + "waiver \"MDI-HW-002\" {\n subjects = [\"a\"]\n reason = \"r\"\n approver = \"x\"\n expires = \"2026-11-23\" # want spec_waiver_expired\n}",
		"syntax":            head + "sensor \"a\" { # want spec_syntax",
		"long account":      head + "directory_service_account \"a\" {\n name = \"svc-mdi-sensors-0$\" # want spec_account_name\n domain = \"a.test\"\n}",
		"long group":        head + "directory_service_account \"a\" {\n name = \"svc-mdi-sensors$\"\n domain = \"a.test\"\n readers = \"mdi-sensors-that-read-passwords@a.test\" # want spec_account_name\n}",
		"two receivers":     head + "syslog {\n enabled = true\n endpoints = [\"a.test:514\", \"b.test:514\"] # want spec_syslog_endpoints\n}",
		"long test mode":    head + "workspace \"w\" {\n test_mode_ends_on = \"2027-01-24\" # want spec_test_mode\n}",
		"ended test mode":   head + "workspace \"w\" {\n test_mode_ends_on = \"2026-11-24\" # want spec_test_mode\n}",
		"proxy alone":       head + "sensor \"dc01.a.test\" {\n proxy_url = \"proxy.a.test:8080\" # want spec_proxy_url\n}",
		"proxy of a set":    head + "sensors \"s\" {\n for_each = [\"dc01.a.test\"]\n proxy_user = \"sensor\" # want spec_proxy_user\n}",
		"shared proxy":      head + "connectivity \"c\" {\n method = \"proxy\"\n proxy {\n  url = \"http://proxy.a.test\" # want spec_proxy_url\n }\n}",
		"shared proxy user": head + "connectivity \"c\" {\n method = \"proxy\"\n proxy {\n  url = \"http://proxy.a.test:8080\"\n  user = \"A/sensor\" # want spec_proxy_user\n }\n}",
		"undeclared fact":   head + "declare {\n tenant { # want spec_declare\n  cloudy = true\n }\n}",
	} {
		t.Run(name, func(t *testing.T) {
			var want string
			line := 0
			for i, l := range strings.Split(text, "\n") {
				if _, code, ok := strings.Cut(l, "# want "); ok {
					want, line = code, i+1
				}
			}
			spec, diags := ParseSpec(map[string][]byte{"x.mdi.hcl": []byte(text)}, nil)
			if !diags.HasErrors() {
				_, moreDiags := Resolve(spec, someFacts(), at)
				_, evenMore := spec.Declared()
				diags = append(append(diags, moreDiags...), evenMore...)
			}
			require.NotEmpty(t, diags)
			found := false
			for _, d := range diags {
				if d.Code == want {
					found = true
					require.NotNil(t, d.Range)
					if want != "spec_syntax" && want != "spec_local_cycle" {
						assert.Equal(t, line, d.Range.Start.Line, "%+v", d)
					}
				}
			}
			assert.True(t, found, "want %s, got %+v", want, diags)
		})
	}
}

func TestAProxyIsOneWord(t *testing.T) {
	for _, good := range []string{"http://proxy.contoso.com:8080", "https://10.0.0.1:3128/", "http://[fd00::1]:8080", "HTTP://PROXY:80"} {
		assert.True(t, proxyAddress(good), good)
	}
	for _, bad := range []string{"", "proxy.contoso.com:8080", "http://proxy.contoso.com", "http://proxy.contoso.com:", "http://proxy.contoso.com:0", "http://proxy.contoso.com:65536",
		"ftp://proxy.contoso.com:21", "http://:8080", "http://alice:secret@proxy.contoso.com:8080", "http://proxy.contoso.com:8080/x", "http://proxy.contoso.com:8080?x",
		"http://proxy.contoso.com:8080?", "http://proxy.contoso.com:8080#", "http://proxy.contoso.com:8080 /quiet", "http://proxy\"x:8080", "http://pro xy:8080", "http://proxy'x:8080", "http://prox\u2019y:8080", "http://-:8080"} {
		assert.False(t, proxyAddress(bad), bad)
	}
	for _, good := range []string{`CONTOSO\svc-proxy`, `contoso.com\proxy.user$`} {
		assert.True(t, proxyUser.MatchString(good), good)
	}
	for _, bad := range []string{"", "svc-proxy", `\svc-proxy`, `CONTOSO\`, `CONTOSO\a\b`, "svc-proxy@contoso.com", "CONTOSO/svc-proxy", `CONTOSO\svc proxy`, `CONTOSO\svc"proxy`, "CONTOSO\\svc\nproxy"} {
		assert.False(t, proxyUser.MatchString(bad), bad)
	}
}

func TestSpecNeedsADeployment(t *testing.T) {
	_, diags := ParseSpec(map[string][]byte{"x.mdi.hcl": []byte("forest \"a.test\" {}")}, nil)
	require.Len(t, diags, 1)
	assert.Equal(t, "spec_no_deployment", diags[0].Code)
}

func TestSetsExpandAndExclusionsCarveOut(t *testing.T) {
	facts := someFacts()
	delete(facts.Servers, "new.a.test")
	spec, diags := ParseSpec(map[string][]byte{"x.mdi.hcl": []byte(head + `
locals { sites = ["HQ", "FRA"] }
wave "w" { soak = "7d" }
sensors "all" {
  for_each = [for k, s in facts.servers : k if s.roles.dc && contains(local.sites, s.site)]
  wave     = wave.w
}
exclude "DC02.a.test" { reason = "demoted" }
`)}, nil)
	require.Empty(t, diags)
	intent, diags := Resolve(spec, facts, at)
	require.Empty(t, diags)
	require.Len(t, intent.Sensors, 1)
	assert.Equal(t, "w", intent.Sensors["dc01.a.test"].Wave)
	assert.True(t, *intent.Servers["dc02.a.test"].Excluded)
	assert.Equal(t, int64(7*86400), *intent.Waves["w"].SoakSeconds)
}

func TestFilesInAnyOrderGiveTheSameSpec(t *testing.T) {
	files := map[string][]byte{"a.mdi.hcl": []byte(head), "b.mdi.hcl": []byte("wave \"w\" {}"), "c.mdi.hcl": []byte("sensor \"dc01.a.test\" { wave = wave.w }")}
	first, diags := ParseSpec(files, nil)
	require.Empty(t, diags)
	for range 5 {
		again, diags := ParseSpec(files, nil)
		require.Empty(t, diags)
		assert.Equal(t, first.Digest(), again.Digest())
	}
}

func TestWindowsKeepTheirHourAndMindFreezes(t *testing.T) {
	spec, diags := ParseSpec(map[string][]byte{"x.mdi.hcl": []byte(head + `
window "w" {
  start    = "2026-03-22T20:00"
  duration = "6h"
  timezone = "Europe/London"
  repeats  = "weekly"
}
freeze "f" {
  from = "2026-04-05"
  to   = "2026-04-05"
}`)}, nil)
	require.Empty(t, diags)
	cal, ok := spec.calendar("w")
	require.True(t, ok)
	before, _ := cal.next(time.Date(2026, 3, 22, 0, 0, 0, 0, time.UTC), time.Hour)
	assert.Equal(t, "2026-03-22T20:00:00Z", before.start.UTC().Format(time.RFC3339))
	after, _ := cal.next(time.Date(2026, 3, 23, 12, 0, 0, 0, time.UTC), time.Hour)
	assert.Equal(t, "2026-03-29T19:00:00Z", after.start.UTC().Format(time.RFC3339), "daylight saving began in between")
	frozen, _ := cal.next(time.Date(2026, 3, 30, 12, 0, 0, 0, time.UTC), time.Hour)
	assert.Equal(t, "2026-04-12T19:00:00Z", frozen.start.UTC().Format(time.RFC3339), "the frozen week is passed over")
	_, fits := cal.next(time.Date(2026, 3, 22, 0, 0, 0, 0, time.UTC), 7*time.Hour)
	assert.False(t, fits, "longer than any occurrence")
}

func TestOrderDropsPreferencesAndPrintsCycles(t *testing.T) {
	g := newGraph(3)
	g.name = []string{"a", "b", "c"}
	g.require(0, 1)
	g.prefer(1, 0)
	order, cycle := g.order([]int{2, 1, 0})
	assert.Nil(t, cycle)
	assert.Equal(t, []int{2, 0, 1}, order, "c has the smallest rank; a stands before b although b is preferred")
	g.require(1, 2)
	g.require(2, 0)
	_, cycle = g.order([]int{0, 1, 2})
	assert.Equal(t, []string{"a", "b", "c"}, cycle)
}

func FuzzParseSpec(f *testing.F) {
	f.Add([]byte(head + "wave \"w\" { soak = \"1h\" }"))
	f.Add([]byte(head + "locals { a = [for x in [1] : x] }"))
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 4096 {
			return
		}
		spec, diags := ParseSpec(map[string][]byte{"x.mdi.hcl": src}, nil)
		if !diags.HasErrors() {
			Resolve(spec, someFacts(), at)
		}
	})
}

func TestLimitsOfNamesAndTestModeAreReached(t *testing.T) {
	spec, diags := ParseSpec(map[string][]byte{"x.mdi.hcl": []byte(head + `
workspace "w" { test_mode_ends_on = "2027-01-23" }
directory_service_account "a" {
  name    = "svc-mdi-sensors$"
  domain  = "a.test"
  readers = "a-group-of-28-characters-xyz@a.test"
}`)}, nil)
	require.Empty(t, diags)
	_, diags = Resolve(spec, someFacts(), at)
	require.Empty(t, diags)
}
