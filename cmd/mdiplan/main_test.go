package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/compiler/render"
	"github.com/mdiplan/mdiplan/policies"
	"github.com/mdiplan/mdiplan/schema"
)

// call runs the program as a user would.
func call(t testing.TB, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = run(t.Context(), streams{strings.NewReader(stdin), &out, &errs, func(string) string { return "" }}, args)
	return code, out.String(), errs.String()
}

const now = "--now=2026-11-24T09:00:00Z"

// example is the folder of an example and its facts: one document, or a folder of them.
func example(name string) (string, string) {
	dir := filepath.Join("..", "..", "examples", name)
	facts := filepath.Join(dir, "facts.json")
	if _, err := os.Stat(facts); err != nil {
		facts = filepath.Join(dir, "facts")
	}
	return dir, facts
}

func TestExitCodes(t *testing.T) {
	for name, want := range map[string][2]int{"healthy": {exitReady, exitReady}, "worst": {exitRefused, exitUnsure}, "blind": {exitUnsure, exitUnsure}, "contoso": {exitRefused, exitUnsure}} {
		dir, facts := example(name)
		code, _, stderr := call(t, "", "audit", dir, "--facts", facts, now)
		assert.Equal(t, want[0], code, "audit %s: %s", name, stderr)
		code, _, stderr = call(t, "", "plan", dir, "--facts", facts, now, "-q")
		assert.Equal(t, want[1], code, "plan %s: %s", name, stderr)
	}
	dir, facts := example("contoso")
	code, _, _ := call(t, "", "plan", dir, "--facts", facts, now, "-detailed-exitcode")
	assert.Equal(t, exitRefused, code, "one dash is accepted too")
	code, _, _ = call(t, "", "audit", dir, "--facts", facts, now, "--no-fail")
	assert.Equal(t, exitReady, code)
}

func TestFactsFromStdinGiveTheSameVerdict(t *testing.T) {
	dir, facts := example("worst")
	src, err := os.ReadFile(facts)
	require.NoError(t, err)
	_, fromFile, _ := call(t, "", "audit", dir, "--facts", facts, now, "-o", "json")
	_, fromStdin, _ := call(t, string(src), "audit", dir, "--facts", "-", now, "-o", "json")
	assert.Equal(t, fromFile, fromStdin)
	v, diags := schema.LoadVerdict(strings.NewReader(fromFile), "verdict", schema.DefaultLimits)
	require.Empty(t, diags, "what is written can be read")
	assert.NotEmpty(t, v.Findings)
}

func TestRunbookCanBeReadBack(t *testing.T) {
	dir, facts := example("contoso")
	_, out, _ := call(t, "", "plan", dir, "--facts", facts, now, "-o", "json", "-q")
	_, diags := schema.LoadRunbook(strings.NewReader(out), "runbook", schema.DefaultLimits)
	require.Empty(t, diags)
}

func TestBadInputIsSaidClearly(t *testing.T) {
	dir, facts := example("healthy")
	write := func(text string) string {
		name := filepath.Join(t.TempDir(), "x.json")
		require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
		return name
	}
	spec := func(text string) string {
		name := filepath.Join(t.TempDir(), "x.mdi.hcl")
		require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
		return name
	}
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"no facts":           {[]string{"audit", dir}, "--facts"},
		"no such file":       {[]string{"audit", dir, "--facts", "nowhere.json"}, "nowhere.json"},
		"no document":        {[]string{"audit", dir, "--facts", t.TempDir()}, "holds no *.json file"},
		"empty file":         {[]string{"audit", dir, "--facts", write("")}, "facts_empty_file"},
		"truncated":          {[]string{"audit", dir, "--facts", write(`{"schema":`)}, "facts_truncated"},
		"UTF-16":             {[]string{"audit", dir, "--facts", write("\xff\xfe{\x00")}, "facts_encoding"},
		"duplicate key":      {[]string{"audit", dir, "--facts", write(`{"schema":"mdiplan/facts/v1","tenant":{},"tenant":{}}`)}, "facts_duplicate_key"},
		"deep":               {[]string{"audit", dir, "--facts", write(strings.Repeat("[", 100_000))}, "facts_"},
		"no servers":         {[]string{"audit", dir, "--facts", write(`{"schema":"mdiplan/facts/v1"}`)}, "facts_no_servers"},
		"too large":          {[]string{"audit", dir, "--facts", facts, "--max-bytes", "10"}, "facts_too_large"},
		"no spec":            {[]string{"audit", "nowhere", "--facts", facts}, "spec_unreadable"},
		"empty folder":       {[]string{"audit", t.TempDir(), "--facts", facts}, "spec_empty_folder"},
		"spec of another":    {[]string{"audit", spec("deployment \"d\" {}\nwave \"a\" { after = [\"a\"] }"), "--facts", facts}, "spec_wave_cycle"},
		"unknown variable":   {[]string{"audit", dir, "--facts", facts, "--var", "x=1"}, "spec_unknown_variable"},
		"unknown format":     {[]string{"audit", dir, "--facts", facts, "-o", "jsn"}, `Did you mean "json"?`},
		"two on stdout":      {[]string{"audit", dir, "--facts", facts, "-o", "json", "-o", "terminal"}, "stdout"},
		"unknown severity":   {[]string{"audit", dir, "--facts", facts, "--fail-on", "worst"}, "--fail-on"},
		"bad time":           {[]string{"audit", dir, "--facts", facts, "--now", "yesterday"}, "--now"},
		"unknown verb":       {[]string{"audti"}, "audti"},
		"unknown flag":       {[]string{"audit", "--fact", "x"}, "--fact"},
		"unknown rule":       {[]string{"explain", "MDI-HW-0002"}, `Did you mean "MDI-HW-002"?`},
		"unknown list":       {[]string{"list", "ruls"}, "rules, steps"},
		"unwritable output":  {[]string{"audit", dir, "--facts", facts, "-o", "json=" + filepath.Join(dir, "none", "v.json")}, "none"},
		"output is a folder": {[]string{"audit", dir, "--facts", facts, "-o", "json=" + t.TempDir()}, "directory"},
	} {
		t.Run(name, func(t *testing.T) {
			code, stdout, stderr := call(t, "", c.args...)
			assert.Equal(t, exitFailed, code)
			assert.Contains(t, stderr, c.want)
			assert.Empty(t, stdout, "nothing that could be taken for a result")
		})
	}
}

// TestNothingIsHalfWritten fills a disk: the old file stays whole, and no temporary file is left.
func TestNothingIsHalfWritten(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(folder, "verdict.json")
	require.NoError(t, os.WriteFile(name, []byte("old"), 0o600))
	require.NoError(t, os.Mkdir(filepath.Join(folder, "full"), 0o700))
	if runtime.GOOS == "linux" {
		if _, err := os.Stat("/dev/full"); err == nil {
			dir, facts := example("healthy")
			code, _, stderr := call(t, "", "audit", dir, "--facts", facts, now, "-o", "json=/dev/full")
			assert.Equal(t, exitFailed, code)
			assert.Contains(t, stderr, "no space left")
		}
	}
	require.NoError(t, writeFile(name, []byte("new")))
	got, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.Equal(t, "new", string(got))
	info, err := os.Stat(name)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o600), info.Mode().Perm(), "a report is for its owner")
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	assert.Len(t, entries, 2, "no temporary file is left")
}

// TestAnInterruptedWriteLeavesTheOldFile lets the kernel refuse a write in the middle, and sends an interrupt while input is
// still awaited: the old report stays whole, and nothing is left beside it.
func TestAnInterruptedWriteLeavesTheOldFile(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a limit on the size of files and an interrupt from outside need a Unix shell")
	}
	binary := filepath.Join(t.TempDir(), "mdiplan")
	out, err := exec.CommandContext(t.Context(), "go", "build", "-o", binary, ".").CombinedOutput()
	require.NoError(t, err, string(out))
	dir, facts := example("healthy")
	for name, script := range map[string]string{
		"no room":     `ulimit -f 8; exec "$0" audit "$1" --facts "$2" -o json="$3"`,
		"interrupted": `(sleep 1; kill -INT $$) & exec "$0" audit "$1" --facts - -o json="$3" < "$4"`,
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			report := filepath.Join(folder, "verdict.json")
			require.NoError(t, os.WriteFile(report, []byte("old"), 0o600))
			pipe := filepath.Join(t.TempDir(), "pipe")
			require.NoError(t, exec.CommandContext(t.Context(), "mkfifo", pipe).Run())
			held, err := os.OpenFile(pipe, os.O_RDWR, 0) // a writer that never writes
			require.NoError(t, err)
			defer func() { _ = held.Close() }()
			out, err := exec.CommandContext(t.Context(), "sh", "-c", script, binary, dir, facts, report, pipe).CombinedOutput()
			require.Error(t, err)
			var exit *exec.ExitError
			require.ErrorAs(t, err, &exit)
			assert.Equal(t, exitFailed, exit.ExitCode(), string(out))
			assert.NotEmpty(t, out)
			got, err := os.ReadFile(report)
			require.NoError(t, err)
			assert.Equal(t, "old", string(got))
			entries, err := os.ReadDir(folder)
			require.NoError(t, err)
			assert.Len(t, entries, 1, "no temporary file is left")
		})
	}
}

// TestHostileNamesStayData puts names that anybody can give to an object into facts and spec and looks at what comes out.
func TestHostileNamesStayData(t *testing.T) {
	const site = "</script><img src=x> `$(calc)` | ' \u2019; rm \u202e\x1b[2J @all"
	_, factsFile := example("contoso")
	src, err := os.ReadFile(factsFile)
	require.NoError(t, err)
	facts, diags := schema.LoadFacts(bytes.NewReader(src), "facts", schema.DefaultLimits)
	require.Empty(t, diags)
	facts.Servers["dc01.contoso.com"].Site = site
	facts.Servers["dc01.contoso.com"].NICs = map[string]*schema.ServerNIC{site: {LSOV2IPv4Enabled: new(bool), TSOIPv4Enabled: new(bool)}}
	*facts.Servers["dc01.contoso.com"].NICs[site].LSOV2IPv4Enabled = true
	var b bytes.Buffer
	require.NoError(t, schema.Encode(&b, facts))
	dir, _ := example("contoso")
	for _, r := range render.All {
		format := r.Name
		if format == "json" || format == "csv-raw" || r.Render == nil { // for programs, which get the name as it is; a folder is tested where it is made
			continue
		}
		_, out, stderr := call(t, b.String(), "plan", dir, "--facts", "-", now, "-q", "-o", format)
		require.NotEmpty(t, out, stderr)
		assert.NotContains(t, out, "\x1b", format)
		assert.NotContains(t, out, "\u202e", format)
		switch format {
		case "markdown":
			assert.True(t, strings.Contains(out, "| &lt;/script&gt;&lt;img src=x&gt; \\`\\$\\(calc\\)\\` \\| '"), "the site is text in its table cell")
		case "html":
			assert.True(t, strings.Contains(out, "<td>&lt;/script&gt;&lt;img src=x&gt; `$(calc)` | &#39;"), "the site is text in its table cell")
			assert.False(t, strings.Contains(out, "<img"))
		case "powershell":
			assert.Contains(t, out, "rm ")
			for _, r := range out {
				require.True(t, r == '\n' || r == '\t' || r >= 0x20 && r < 0x7f, "plain ASCII")
			}
		}
	}
	_, out, _ := call(t, b.String(), "audit", dir, "--facts", "-", now)
	assert.NotContains(t, out, "\x1b")
	assert.NotContains(t, out, "\u202e")
}

func TestHelpListsAndExplanations(t *testing.T) {
	for _, args := range [][]string{{"--help"}, {"audit", "--help"}, {"plan", "--help"}, {"diff", "--help"}, {"facts", "show", "--help"}, {"schema", "diff"}, {"list", "rules"}, {"list", "steps", "-o", "json"}, {"list", "facts"}, {"list", "formats"}, {"list", "decisions"},
		{"list", "decisions", "-o", "json"}, {"explain", "MDI-CAP-001"}, {"explain", "D3"}, {"explain", "server.install_sensor"}, {"explain", "server.memory_bytes"}, {"schema", "facts"}, {"schema", "verdict"}, {"schema", "runbook"}, {"version"}} {
		code, out, stderr := call(t, "", args...)
		assert.Equal(t, exitReady, code, "%v: %s", args, stderr)
		assert.NotEmpty(t, out, "%v", args)
	}
	_, out, _ := call(t, "", "explain", "d3")
	for _, want := range []string{"D3  Which group", "MDI-DSA-022", "spec.dsa.accounts.<key>.readers", "server.roles.dc"} {
		assert.Contains(t, out, want)
	}
}

// TestPolicyInputAndBundle writes both documents; what they say is held to the rules in policies and by make conformance.
func TestPolicyInputAndBundle(t *testing.T) {
	dir, facts := example("contoso")
	file := filepath.Join(t.TempDir(), "rules.tar.gz")
	code, out, stderr := call(t, "", "policy", "bundle", file)
	require.Equal(t, exitReady, code, stderr)
	assert.Empty(t, out)
	written, err := os.ReadFile(file)
	require.NoError(t, err)
	_, again, _ := call(t, "", "policy", "bundle", "-")
	assert.True(t, string(written) == again, "the same rules give the same bytes, on stdout too")

	code, out, stderr = call(t, "", "policy", "input", dir, "--facts", facts, now)
	require.Equal(t, exitReady, code, stderr)
	_, again, _ = call(t, "", "policy", "input", dir, "--facts", facts, now)
	assert.Equal(t, out, again)
	var doc policies.Inputs
	require.NoError(t, json.Unmarshal([]byte(out), &doc))
	assert.Equal(t, map[string]string{"MDI-NIC-001": "low"}, doc.Severities)
	for _, s := range doc.Subjects {
		if s.Subject.String() == "server/dc04.contoso.com" {
			assert.Equal(t, []string{"v2"}, s.Generations, "the decision is taken")
			assert.Contains(t, s.Waived, "MDI-CAP-008")
			assert.Contains(t, s.Input, "domain")
			return
		}
	}
	t.Fatal("dc04 is not there")
}

func TestFmtAndValidate(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "x.mdi.hcl")
	require.NoError(t, os.WriteFile(name, []byte("deployment \"d\" {\nprofile=\"auto\"\n}\n"), 0o600))
	code, out, _ := call(t, "", "fmt", "--check", dir)
	assert.Equal(t, exitRefused, code)
	assert.Contains(t, out, "x.mdi.hcl")
	code, _, _ = call(t, "", "fmt", dir)
	assert.Equal(t, exitReady, code)
	code, out, _ = call(t, "", "fmt", "--check", dir)
	assert.Equal(t, exitReady, code)
	assert.Empty(t, out)
	code, _, _ = call(t, "", "validate", dir)
	assert.Equal(t, exitReady, code)
	for _, name := range []string{"contoso", "healthy", "worst", "blind"} {
		path, _ := example(name)
		code, _, stderr := call(t, "", "validate", path)
		assert.Equal(t, exitReady, code, stderr)
	}
}

func TestFactsMergeIsIndifferentToOrder(t *testing.T) {
	one := filepath.Join(t.TempDir(), "1.json")
	two := filepath.Join(t.TempDir(), "2.json")
	require.NoError(t, os.WriteFile(one, []byte(`{"schema":"mdiplan/facts/v1","sources":{"a":{"collector":"ad"}},"sections":{"/servers":{"source":"a","status":"complete","read_at":"2026-11-01T00:00:00Z"}},"servers":{"dc.a.test":{"site":"OLD","netbios_name":"DC"}}}`), 0o600))
	require.NoError(t, os.WriteFile(two, []byte(`{"schema":"mdiplan/facts/v1","sources":{"b":{"collector":"host"}},"sections":{"/servers/dc.a.test":{"source":"b","status":"complete","read_at":"2026-11-02T00:00:00Z"}},"servers":{"dc.a.test":{"site":"NEW","reboot_pending":false}}}`), 0o600))
	code, forth, stderr := call(t, "", "facts", "merge", one, two)
	require.Equal(t, exitReady, code, stderr)
	assert.Contains(t, stderr, "facts_conflict")
	assert.Contains(t, stderr, "a 2026-11-01T00:00:00Z")
	assert.Contains(t, stderr, "b 2026-11-02T00:00:00Z")
	_, back, _ := call(t, "", "facts", "merge", two, one)
	assert.Equal(t, forth, back)
	assert.Contains(t, forth, `"site": "NEW"`)
	facts, diags := schema.LoadFacts(strings.NewReader(forth), "merged", schema.DefaultLimits)
	require.Empty(t, diags)
	section, _ := facts.SectionFor("/servers/dc.a.test/netbios_name", true)
	assert.Equal(t, "a", section.Source, "a value keeps the source that supplied it")
	section, _ = facts.SectionFor("/servers/dc.a.test/site", true)
	assert.Equal(t, "b", section.Source)
}
