package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/policies"
	"github.com/mdiplan/mdiplan/schema"
)

// TestGovernmentWalkThrough runs the commands of docs/government.md in their order, and holds what they print to what is shown
// there. UPDATE=1 writes it anew; of a block with a line of three dots, as many lines before and after it as there were.
func TestGovernmentWalkThrough(t *testing.T) {
	page, err := filepath.Abs(filepath.Join("..", "..", "docs", "government.md"))
	require.NoError(t, err)
	text, err := os.ReadFile(page)
	require.NoError(t, err)
	example, _ := example("government")
	example, err = filepath.Abs(example)
	require.NoError(t, err)
	root := t.TempDir()
	require.NoError(t, os.CopyFS(filepath.Join(root, "examples", "government"), os.DirFS(example)))
	t.Chdir(root)

	var want []string
	lines := strings.Split(string(text), "\n")
	code, commands := 0, 0
	for i := 0; i < len(lines); {
		want = append(want, lines[i])
		command, ok := strings.CutPrefix(lines[i], "    $ ")
		i++
		if !ok {
			continue
		}
		commands++
		var shown []string
		output := func(i int) bool {
			return i < len(lines) && strings.HasPrefix(lines[i], "    ") && !strings.HasPrefix(lines[i], "    $ ")
		}
		for ; output(i) || i < len(lines) && lines[i] == "" && output(i+1); i++ {
			shown = append(shown, strings.TrimPrefix(lines[i], "    "))
		}
		var printed string
		printed, code = shell(t, command, code)
		for _, line := range abridged(shown, printed) {
			want = append(want, strings.TrimRight("    "+line, " "))
		}
	}
	assert.Greater(t, commands, 12)
	if os.Getenv("UPDATE") != "" {
		require.NoError(t, os.WriteFile(page, []byte(strings.Join(want, "\n")), 0o644))
		return
	}
	assert.Equal(t, strings.Join(want, "\n"), string(text), "the page shows other output; UPDATE=1 writes it anew")
}

// shell runs one line of the walk-through: our program, or one of the few others that it needs, which the system may not have.
func shell(t *testing.T, line string, last int) (printed string, code int) {
	t.Helper()
	words := strings.Fields(line)
	switch {
	case line == "echo $?":
		return fmt.Sprintln(last), 0
	case words[0] == "mdiplan":
		code, stdout, stderr := call(t, "", words[1:]...)
		require.NotEqual(t, exitFailed, code, "%s: %s", line, stderr)
		return stdout + stderr, code
	case words[0] == "cd" && len(words) == 2:
		t.Chdir(words[1])
		return "", 0
	case words[0] == "sha256sum" && len(words) == 3 && words[1] == "-c":
		list, err := os.ReadFile(words[2])
		require.NoError(t, err)
		for entry := range strings.Lines(string(list)) {
			sum, name, ok := strings.Cut(strings.TrimSpace(entry), "  ")
			require.True(t, ok, entry)
			require.Equal(t, sum, fileDigest(t, name), name)
			printed += name + ": OK\n"
		}
		return printed, 0
	case words[0] == "sha256sum" && len(words) == 2:
		return fileDigest(t, words[1]) + "  " + words[1] + "\n", 0
	}
	require.Fail(t, "the test does not know this command", line)
	return "", 0
}

func fileDigest(t *testing.T, name string) string {
	t.Helper()
	src, err := os.ReadFile(name)
	require.NoError(t, err)
	sum := sha256.Sum256(src)
	return hex.EncodeToString(sum[:])
}

// abridged is what was printed, cut like what was shown: between its first lines and its last ones stand three dots.
func abridged(shown []string, printed string) []string {
	var out []string
	if printed = strings.TrimRight(printed, "\n"); printed != "" {
		out = strings.Split(printed, "\n")
	}
	dots := slices.Index(shown, "...")
	if dots < 0 {
		return out
	}
	before, after := dots, len(shown)-dots-1
	if len(out) <= before+after {
		return out
	}
	return slices.Concat(out[:before], []string{"..."}, out[len(out)-after:])
}

// TestCarriedDocumentsAreThoseOfTheirDigests: the lists beside the documents of the example name every one of them.
func TestCarriedDocumentsAreThoseOfTheirDigests(t *testing.T) {
	dir, _ := example("government")
	for _, folder := range []string{"facts", "later"} {
		var want strings.Builder
		files, err := filepath.Glob(filepath.Join(dir, folder, "*.json"))
		require.NoError(t, err)
		require.NotEmpty(t, files)
		for _, file := range files {
			fmt.Fprintf(&want, "%s  %s\n", fileDigest(t, file), filepath.Base(file))
		}
		list, err := os.ReadFile(filepath.Join(dir, folder, "SHA256SUMS"))
		require.NoError(t, err)
		assert.Equal(t, want.String(), string(list), "%s: cd examples/government/%s && sha256sum *.json > SHA256SUMS", folder, folder)
	}
}

// TestEverySourceMadeItsOwnDocument: each document of the example has one collector, says when, where and under which account it
// ran, and agrees with the others.
func TestEverySourceMadeItsOwnDocument(t *testing.T) {
	_, facts := example("government")
	kinds := map[string]string{"ad.json": "ad", "hosts.json": "host", "network.json": "network", "tenant.json": "tenant"}
	for name, kind := range kinds {
		src, err := os.ReadFile(filepath.Join(facts, name))
		require.NoError(t, err)
		doc, diags := schema.LoadFacts(strings.NewReader(string(src)), name, schema.DefaultLimits)
		require.Empty(t, diags)
		require.Len(t, doc.Sources, 1, name)
		for _, s := range doc.Sources {
			assert.Equal(t, kind, s.Collector, name)
			assert.NotEmpty(t, s.Host, name)
			assert.NotEmpty(t, s.Identity, name)
			assert.Less(t, s.StartedAt, s.FinishedAt, name)
			assert.Equal(t, doc.GeneratedAt, s.FinishedAt, name)
		}
	}
	code, _, stderr := call(t, "", "facts", "merge", facts)
	assert.Equal(t, exitReady, code)
	assert.Empty(t, stderr, "no two of them disagree")
}

// TestDigestOfFactsIsThatOfTheMergedFile: whatever is declared beside them and in whatever pieces they come.
func TestDigestOfFactsIsThatOfTheMergedFile(t *testing.T) {
	dir, facts := example("government")
	merged := filepath.Join(t.TempDir(), "facts.json")
	code, _, stderr := call(t, "", "facts", "merge", facts, "-o", merged)
	require.Equal(t, exitReady, code, stderr)
	var pieces []string
	for _, name := range []string{"tenant", "ad", "network", "hosts"} {
		pieces = append(pieces, "--facts", filepath.Join(facts, name+".json"))
	}
	for _, args := range [][]string{{"--facts", facts}, {"--facts", merged}, pieces} {
		_, out, stderr := call(t, "", append([]string{"audit", dir, now, "-q", "-o", "json"}, args...)...)
		v, diags := schema.LoadVerdict(strings.NewReader(out), "verdict", schema.DefaultLimits)
		require.Empty(t, diags, stderr)
		assert.Contains(t, v.Inputs, schema.Input{Name: "facts", SHA256: fileDigest(t, merged)}, "%v", args)
	}
}

func TestAFolderOfFactsStandsForItsDocuments(t *testing.T) {
	dir, facts := example("government")
	empty := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(empty, "SHA256SUMS"), []byte("x"), 0o600))
	require.NoError(t, os.Mkdir(filepath.Join(empty, "below.json"), 0o700))
	code, _, stderr := call(t, "", "audit", dir, "--facts", empty, now)
	assert.Equal(t, exitFailed, code)
	assert.Contains(t, stderr, "holds no *.json file")
	code, _, stderr = call(t, "", "audit", dir, "--facts", filepath.Join(facts, "none"), now)
	assert.Equal(t, exitFailed, code)
	assert.Contains(t, stderr, "no such file")
	require.NoError(t, os.WriteFile(filepath.Join(empty, "broken.json"), []byte("{"), 0o600))
	code, _, stderr = call(t, "", "facts", "merge", facts, empty)
	assert.Equal(t, exitFailed, code, "one document that cannot be read spoils the merge")
	assert.Contains(t, stderr, "broken.json")
}

// clouds are what each cloud calls its own, by the table that the steps read.
func clouds(t *testing.T, engine *policies.Engine) map[string]*schema.Cloud {
	t.Helper()
	out := map[string]*schema.Cloud{}
	for _, name := range []string{"commercial", "gcc", "gcc_high", "dod"} {
		out[name] = engine.Open(&schema.Facts{Tenant: &schema.Tenant{Cloud: name}}, &schema.Intent{}, schema.Run{}).Cloud()
		require.NotNil(t, out[name], name)
	}
	assert.Nil(t, engine.Open(&schema.Facts{Tenant: &schema.Tenant{Cloud: "other"}}, &schema.Intent{}, schema.Run{}).Cloud())
	assert.Nil(t, engine.Open(&schema.Facts{}, &schema.Intent{}, schema.Run{}).Cloud())
	return out
}

func ownNames(c *schema.Cloud) []string {
	return append([]string{c.Portal, c.SensorAPISuffix, strings.TrimPrefix(c.EndpointHosts, "*"), c.AddressList}, c.PackageHosts...)
}

// roots are the certificates that only one kind of cloud asks for. In GCC both are asked for.
var roots = map[string]string{"commercial": "df3c24f9bfd666761b268073fe06d1cc8d4f82a4", "gcc_high": "a8985d3a65e5e5c4b2d7d66d40c6dd2fb19c5436", "dod": "a8985d3a65e5e5c4b2d7d66d40c6dd2fb19c5436"}

// foreignNames are the names that other clouds have and this one has not.
func foreignNames(all map[string]*schema.Cloud, cloud string) []string {
	var out []string
	for name, c := range all {
		out = append(out, slices.DeleteFunc(ownNames(c), func(x string) bool { return slices.Contains(ownNames(all[cloud]), x) })...)
		if mine := roots[cloud]; mine != "" && roots[name] != "" && roots[name] != mine {
			out = append(out, roots[name])
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// TestAPlanNamesOnlyItsOwnCloud reads all that the steps of every government variant tell a person or a machine. Findings are
// left out: what they show was read in the estate, and worst has the hosts of another cloud on its lists.
func TestAPlanNamesOnlyItsOwnCloud(t *testing.T) {
	library, seen := clouds(t, sharedEngine(t)), map[string]int{}
	for _, name := range slices.Concat([]string{"government"}, variants(t, "healthy"), variants(t, "worst"), variants(t, "blind")) {
		e := withDeclared(t, readExample(t, name))
		e.engine = sharedEngine(t)
		cloud := e.facts.Tenant.Cloud
		if !slices.Contains([]string{"gcc", "gcc_high", "dod"}, cloud) {
			continue
		}
		r := plan(t, e)
		seen[cloud]++
		assert.Equal(t, library[cloud].Portal, r.Portal, name)
		for _, s := range r.Steps {
			s.Because, s.Held, s.Release, s.Requires = nil, nil, nil, nil
			assertOwn(t, name+" "+s.ID, s, foreignNames(library, cloud))
		}
		for i := range r.Collect { // what was read or not is the estate's; how to read it is ours
			r.Collect[i].Subjects = nil
		}
		assertOwn(t, name, []any{r.Notes, r.Collect}, foreignNames(library, cloud))
	}
	assert.Len(t, seen, 3, "%v", seen)
}

func assertOwn(t *testing.T, where string, document any, foreign []string) {
	t.Helper()
	text, err := json.Marshal(document)
	require.NoError(t, err)
	for _, name := range foreign {
		assert.False(t, mentions(string(text), name), "%s names %s: %s", where, name, text)
	}
}

// mentions says whether a text holds a name of a cloud: a whole host, a zone as the end of one, a number that is no part of another.
func mentions(text, name string) bool {
	before := `(?:^|[^0-9a-z.-])`
	if strings.HasPrefix(name, ".") {
		before = ""
	}
	return regexp.MustCompile(`(?i)` + before + regexp.QuoteMeta(name) + `(?:$|[^0-9a-z.-]|\.(?:$|[^0-9a-z]))`).MatchString(text)
}

func TestNamesOfACloudAreWholeNames(t *testing.T) {
	for text, want := range map[string]bool{
		"https://security.microsoft.us/": true, "Security.Microsoft.us.": true, "x.endpoint.security.microsoft.us": false, "security.microsoft.us.example": false, "security.microsoft.us": true,
	} {
		assert.Equal(t, want, mentions(text, "security.microsoft.us"), text)
	}
	assert.True(t, mentions("wssensorapi.atp.azure.com", ".atp.azure.com"))
	assert.False(t, mentions("wssensorapi.atp.azure.com", ".atp.azure.us"))
	assert.False(t, mentions("a56519b", "56519"))
}

// TestNoStepNamesTheHostsOfACloud: a name in the text of a step would stand in the plans of all clouds.
func TestNoStepNamesTheHostsOfACloud(t *testing.T) {
	var known []string
	for _, c := range clouds(t, sharedEngine(t)) {
		known = append(known, ownNames(c)...)
	}
	files := 0
	for _, dir := range []string{"steps", "notes"} {
		require.NoError(t, filepath.WalkDir(filepath.Join("..", "..", "compiler", dir), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			files++
			text, err := os.ReadFile(path)
			require.NoError(t, err)
			for _, name := range known {
				assert.False(t, mentions(string(text), name), "%s names %s: read it from the variable cloud", path, name)
			}
			return nil
		}))
	}
	assert.Greater(t, files, 100)
}

// TestGovernmentDocumentsNameOnlyTheirCloud reads everything that is rendered of the example, evidence included.
func TestGovernmentDocumentsNameOnlyTheirCloud(t *testing.T) {
	foreign := foreignNames(clouds(t, sharedEngine(t)), "gcc_high")
	require.Contains(t, foreign, "security.microsoft.com")
	require.Contains(t, foreign, roots["commercial"])
	dir, facts := example("government")
	out := t.TempDir()
	args := []string{"plan", dir, "--facts", facts, now, "-q"}
	for _, f := range runbookFormats() {
		args = append(args, "-o", f.name+"="+filepath.Join(out, f.name))
	}
	code, _, stderr := call(t, "", args...)
	require.Equal(t, exitUnsure, code, stderr)
	code, _, stderr = call(t, "", "audit", dir, "--facts", facts, now, "-q", "-o", "terminal="+filepath.Join(out, "audit"))
	require.Equal(t, exitRefused, code, stderr)
	own := map[string]bool{}
	require.NoError(t, filepath.WalkDir(out, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		lower := strings.ToLower(string(text))
		for _, name := range foreign {
			assert.False(t, mentions(lower, name), "%s names %s", path, name)
		}
		for _, name := range []string{"security.microsoft.us", ".atp.azure.us", "sensorpackage-ff.mdi.securitycenter.microsoft.us", "57063", roots["gcc_high"]} {
			own[name] = own[name] || mentions(lower, name)
		}
		return nil
	}))
	assert.Len(t, own, 5)
	for name, printed := range own {
		assert.True(t, printed, "%s is printed nowhere", name)
	}
}

// TestTheGovernmentPageNamesTheCloud holds the table of the page to that of the program.
func TestTheGovernmentPageNamesTheCloud(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "government.md"))
	require.NoError(t, err)
	for _, name := range append(ownNames(clouds(t, sharedEngine(t))["gcc_high"]), roots["gcc_high"]) {
		assert.Contains(t, string(page), name)
	}
}

// TestNothingIsToldOfACloudThatNobodyNamed: a step that needs a host is held until the cloud of the tenant is known.
func TestNothingIsToldOfACloudThatNobodyNamed(t *testing.T) {
	e := loadGovernment(t)
	e.facts.Tenant.Cloud = ""
	r := plan(t, e)
	assert.Empty(t, r.Portal)
	for _, s := range r.Steps {
		if s.Step == "network.firewall_service_tag" {
			assert.Equal(t, schema.StepHeld, s.State)
			assert.Contains(t, s.Release, "collect tenant.cloud")
			return
		}
	}
	assert.Fail(t, "the addresses are not compared")
}

// TestAuditPoliciesAnswerTheServersOfTheirRole: a certification authority that its policy does not reach gets one for
// certification authorities, and neither one for federation servers nor one for controllers.
func TestAuditPoliciesAnswerTheServersOfTheirRole(t *testing.T) {
	e := loadGovernment(t)
	delete(e.facts.Servers["ca01.agency.example"].MemberOf, "S-1-5-21-2871204513-1480233917-3306517220-517")
	var answers []string
	for _, s := range plan(t, e).Steps {
		if slices.Contains(s.Because, schema.FindingRef{Rule: "MDI-AUD-014", Subject: schema.Subject{Kind: "server", Key: "ca01.agency.example"}}) {
			answers = append(answers, s.ID)
		}
	}
	assert.Equal(t, []string{"ca.create_audit_gpo@agency.example"}, answers)
}

// loadGovernment is the example with what its spec declares.
func loadGovernment(t *testing.T) estate {
	t.Helper()
	e := withDeclared(t, readExample(t, "government"))
	e.engine = sharedEngine(t)
	return e
}

// withDeclared adds what the spec declares to the facts, as the commands do.
func withDeclared(t *testing.T, e estate) estate {
	t.Helper()
	declared, diags := e.spec.Declared()
	require.Empty(t, diags)
	e.facts, diags = schema.Merge(e.facts, declared)
	require.False(t, diags.HasErrors(), "%v", diags)
	return e
}

// sharedEngine is one engine for the tests that are about clouds; making one takes a second.
func sharedEngine(t *testing.T) *policies.Engine {
	t.Helper()
	engine, diags := loadedOnce()
	require.Empty(t, diags)
	return engine
}

var loadedOnce = sync.OnceValues(func() (*policies.Engine, schema.Diagnostics) {
	return policies.Load(context.Background(), policies.Options{})
})
