package render

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/mdiplan/mdiplan/schema"
)

// hostileNames are what anybody who can create an object in a directory, or who writes a spec, can choose.
var hostileNames = []string{
	"'", "\u2018", "\u2019", "\u201a", "\u201b", "''\u2019", "a'b", "x\u2019; Remove-Item C:\\ -Recurse; \u2018", "'; calc; '", "' + (calc) + '",
	"$(calc)", "`calc`", "@{", "}", "@(", ")", "'@", "\"", "\"; calc; \"", "--%", "# x", "a\nb", "a\r\nb", "\u2028", "\x00", "\x1b[2J", "\u202egnp.exe",
	"\\", "\\\\", "\\u0041", "C:\\dir\\", "\\\u2019", "{{ 7*7 }}", "{% raw %}", "{# x #}", "!unsafe", "- a", "a: b", "yes", "null", "~", "0x10", "1e3", "&a", "*a",
	"\U0001f600", "\u4e2d\u6587", "\ufffd", "con", "nul.txt", "..", "../../etc/passwd", "a/b", "a.", "localhost", "all", "admin-workstation", "dc[01:50]", "a:&b", "",
}

// hostileRunbook has a server, an account and a wave of every name, and hands the name to a script and to a person.
func hostileRunbook(names []string) schema.Runbook {
	r := schema.Runbook{Tool: "mdiplan", Deployment: names[0], Run: schema.Run{Now: "2026-11-24T09:00:00Z"}, Inputs: []schema.Input{{Name: "spec", SHA256: "00"}}, Proof: schema.Proof{Sound: true}}
	number := 0
	add := func(s schema.Step) {
		number++
		s.Number, s.State, s.RunsOn, s.Kind, s.Verify, s.Undo, s.Reversible = number, schema.StepPlanned, "target", "manual", "Look.", "Undo.", true
		s.ID = s.Step + "@" + s.Subject.Key
		r.Steps = append(r.Steps, s)
	}
	for i, name := range names {
		server := schema.Subject{Kind: "server", Key: "s" + strconv.Itoa(i) + name}
		r.Waves = append(r.Waves, schema.Wave{Name: "w" + strconv.Itoa(i) + name, Batches: [][]string{{server.Key}}})
		r.Scope.Sensors = append(r.Scope.Sensors, schema.ScopeSensor{Server: server.Key, Site: name, Domain: name})
		add(schema.Step{Step: "a.script", Title: name, Subject: server, Wave: r.Waves[i].Name, Computer: server.Key,
			Script: "function Test-Step { return $true }\n", Secrets: []schema.Secret{{Name: "Key", Prompt: name}},
			Params: []schema.Param{{Name: "Text", Value: name}, {Name: "Texts", Value: []any{name, "plain", name}}, {Name: "Number", Value: int64(7)}, {Name: "Truth", Value: true}, {Name: "None", Value: []any{}}}})
		add(schema.Step{Step: "a.person", Title: "Do it", Subject: schema.Subject{Kind: "account", Key: "a" + strconv.Itoa(i) + name}, Domain: "d" + strconv.Itoa(i) + name,
			Instructions: "Type {Text} and\n" + name, Params: []schema.Param{{Name: "Text", Value: name}}, Requires: []string{r.Steps[number-1].ID}})
	}
	return r
}

var safeName = regexp.MustCompile(`^[a-z0-9][a-z0-9._~-]*[a-z0-9]$|^[a-z0-9]$`)

func TestFileNamesAreSafeEverywhere(t *testing.T) {
	for _, plain := range []string{"dc01.contoso.com", "server.install_sensor", "a", "com10", "console.contoso.com", "x-1"} {
		assert.Equal(t, plain, fileName(plain))
	}
	for _, name := range hostileNames {
		assert.Regexp(t, safeName, fileName(name))
	}
	for _, bad := range []string{"con", "con.contoso.com", "prn", "aux.x", "nul", "com1", "lpt9.txt", "conin$", "A", "a.", ".a", "-a", "a b", "a/b", `a\b`, "..", "a..b", "a:b", strings.Repeat("a", 101)} {
		assert.NotEqual(t, bad, fileName(bad), "%q", bad)
	}
	assert.NotEqual(t, fileName("a b"), fileName("a/b"))
	assert.NotEqual(t, fileName("A"), fileName("a"), "file systems fold case")
}

func FuzzFileName(f *testing.F) {
	for _, name := range hostileNames {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, text string) {
		name := fileName(text)
		if !safeName.MatchString(name) || len(name) > 100 || device.MatchString(name) || strings.Contains(name, "..") {
			t.Fatalf("%q becomes %q", text, name)
		}
		if name != text && !strings.Contains(name, "~") {
			t.Fatalf("%q takes the name of another text: %q", text, name)
		}
	})
}

// dataReader reads a PowerShell data file as far as we write one: constants, lists and tables. Whatever else stands there is an
// error, so a text that left its literal is found.
type dataReader struct {
	t    *testing.T
	text string
}

func (d *dataReader) skip() {
	for {
		d.text = strings.TrimLeft(d.text, " \r\n")
		if !strings.HasPrefix(d.text, "#") {
			return
		}
		_, d.text, _ = strings.Cut(d.text, "\n")
	}
}

func (d *dataReader) take(token string) bool {
	d.skip()
	rest, ok := strings.CutPrefix(d.text, token)
	if ok {
		d.text = rest
	}
	return ok
}

var (
	dataName   = regexp.MustCompile(`^[A-Za-z0-9]+`)
	dataNumber = regexp.MustCompile(`^-?[0-9]+`)
)

func (d *dataReader) value() any {
	switch {
	case d.take("@{"):
		table := map[string]any{}
		for !d.take("}") {
			d.skip()
			name := dataName.FindString(d.text)
			require.NotEmpty(d.t, name, "%.60q", d.text)
			d.text = d.text[len(name):]
			require.True(d.t, d.take("="), "%.60q", d.text)
			require.NotContains(d.t, table, name)
			table[name] = d.value()
		}
		if escaped, ok := table["Escaped"].(string); ok && len(table) == 1 {
			text, err := strconv.Unquote(`"` + strings.ReplaceAll(escaped, `"`, `\"`) + `"`)
			if err != nil { // a pair of surrogates, which Go does not write so
				require.NoError(d.t, json.Unmarshal([]byte(`"`+strings.ReplaceAll(escaped, `"`, `\"`)+`"`), &text))
			}
			return text
		}
		return table
	case d.take("@("):
		list := []any{}
		for !d.take(")") {
			list = append(list, d.value())
			d.take(",")
		}
		return list
	case d.take("'"):
		var b strings.Builder
		for {
			before, after, ok := strings.Cut(d.text, "'")
			require.True(d.t, ok, "a literal without an end")
			require.False(d.t, strings.ContainsAny(before, "\u2018\u2019\u201a\u201b\n"), before)
			b.WriteString(before)
			if d.text = after; !strings.HasPrefix(after, "'") {
				return b.String()
			}
			b.WriteByte('\'')
			d.text = after[1:]
		}
	case d.take("$true"):
		return true
	case d.take("$false"):
		return false
	}
	number := dataNumber.FindString(d.text)
	require.NotEmpty(d.t, number, "no constant: %.60q", d.text)
	d.text = d.text[len(number):]
	n, err := strconv.Atoi(number)
	require.NoError(d.t, err)
	return n
}

func TestBundleKeepsHostileNamesData(t *testing.T) {
	r := hostileRunbook(hostileNames)
	files, err := powershellBundleFiles(r)
	require.NoError(t, err)
	writeOut(t, "bundle", files)
	benign, err := powershellBundleFiles(hostileRunbook([]string{"plain"}))
	require.NoError(t, err)
	writeOut(t, "benign", benign)
	read := map[int]map[string]any{}
	for path, content := range files {
		if path == ManifestFile {
			continue
		}
		for _, c := range content {
			require.True(t, c == '\n' || c >= 0x20 && c < 0x7f, "%s is not plain ASCII", path)
		}
		if filepath.Ext(path) != ".psd1" {
			continue
		}
		d := &dataReader{t, string(content)}
		table := d.value().(map[string]any)
		d.skip()
		require.Empty(t, d.text, path)
		for _, s := range table["Steps"].([]any) {
			step := s.(map[string]any)
			read[step["Number"].(int)] = step
		}
	}
	require.Len(t, read, len(r.Steps))
	for i, name := range hostileNames {
		step := read[2*i+1]
		assert.Equal(t, "s"+strconv.Itoa(i)+name, step["Server"])
		assert.Equal(t, "s"+strconv.Itoa(i)+name, step["Computer"])
		assert.Equal(t, "w"+strconv.Itoa(i)+name, step["Wave"])
		assert.Equal(t, map[string]any{"Text": name, "Texts": []any{name, "plain", name}, "Number": 7, "Truth": true, "None": []any{}}, step["Values"])
		assert.Equal(t, strconv.Itoa(2*i+1), read[2*i+2]["Requires"])
		for _, shownText := range []any{step["Id"], step["Title"], read[2*i+2]["Instructions"]} {
			assert.NotContains(t, shownText, "\x1b")
		}
	}
	// What a script for one server runs is fixed; the name stands in one argument.
	call := regexp.MustCompile(`^& \$entry -(Server|Domain) (\('([^']|'')*'( \+ ('([^']|'')*'|\[string\]\[char\]0x[0-9A-F]{4}|\[char\]::ConvertFromUtf32\(0x[0-9A-F]+\)))*\)|'([^']|'')*') @PSBoundParameters\n$`)
	parts := 0
	for path, content := range files {
		if strings.HasPrefix(path, "servers/") || strings.HasPrefix(path, "domains/") {
			parts++
			line, ok := strings.CutPrefix(string(content), bundlePart)
			require.True(t, ok)
			assert.Regexp(t, call, line)
		}
	}
	assert.Equal(t, 2*len(hostileNames), parts)
}

func TestAnsibleKeepsHostileNamesData(t *testing.T) {
	r := hostileRunbook(hostileNames)
	files, err := ansibleFiles(r)
	require.NoError(t, err)
	writeOut(t, "ansible", files)
	unsafe := map[string]int{}
	// Text that Ansible evaluates is ours, or holds nothing that it could evaluate.
	ours := regexp.MustCompile(`^(\{\{ mdiplan_secret_key \}\}|[^{}]*)$`)
	var visit func(*yaml.Node)
	visit = func(n *yaml.Node) {
		if n.Kind == yaml.ScalarNode {
			if n.Tag == "!unsafe" {
				unsafe[n.Value]++
			} else {
				assert.Regexp(t, ours, n.Value)
			}
			if n.Tag == "!unsafe" || n.Tag == "!!str" && !bareKey.MatchString(n.Value) {
				assert.Equal(t, yaml.DoubleQuotedStyle, n.Style&yaml.DoubleQuotedStyle, "%q is not quoted", n.Value)
			}
		}
		for _, child := range n.Content {
			visit(child)
		}
	}
	for _, path := range []string{"playbook.yml", "inventory.yml"} {
		var doc yaml.Node
		require.NoError(t, yaml.Unmarshal(files[path], &doc), path)
		visit(&doc)
	}
	for i, name := range hostileNames {
		if strings.ToValidUTF8(name, "") == name {
			assert.GreaterOrEqual(t, unsafe[name], 3, "%q", name)
			assert.Equal(t, 1, unsafe["s"+strconv.Itoa(i)+name]+plainHosts("s"+strconv.Itoa(i)+name), "%q has its address", name)
		}
	}
	in := newInventory(r, plannedSteps(r))
	seen := map[string]string{}
	for fqdn, name := range in.hosts {
		assert.Regexp(t, `^[a-z0-9][a-z0-9.~-]*$`, name)
		assert.Empty(t, seen[name], "%q and %q are one host", fqdn, seen[name])
		seen[name] = fqdn + "!"
	}
	for group := range in.taken {
		assert.Regexp(t, `^(wave|batch|site|domain)_[a-z0-9_]*$`, group)
	}
	assert.Len(t, in.named["site"], len(hostileNames)-1, "every site but the empty one has a group of its own")
}

func TestPlaysKeepTheOrderAndTheBatches(t *testing.T) {
	server := func(n int, wave, name string) schema.Step {
		return schema.Step{Number: n, Step: "a.b", ID: "a.b@" + name, Title: "T", State: schema.StepPlanned, Wave: wave, Subject: schema.Subject{Kind: "server", Key: name}}
	}
	r := schema.Runbook{
		Proof: schema.Proof{Sound: true},
		Waves: []schema.Wave{{Name: "w", Batches: [][]string{{"a.test", "b.test"}, {"c.test"}}}},
		Steps: []schema.Step{
			{Number: 1, Step: "a.c", Title: "T", State: schema.StepPlanned, Subject: schema.Subject{Kind: "tenant"}},
			{Step: "a.d", State: schema.StepHeld, Subject: schema.Subject{Kind: "tenant"}},
			{Number: 2, Step: "a.c", Title: "T", State: schema.StepPlanned, Wave: "w", Subject: schema.Subject{Kind: "wave", Key: "w"}},
			server(3, "w", "b.test"), server(4, "w", "a.test"), server(5, "w", "c.test"), server(6, "w", "a.test"), server(7, "", "x.test"),
		},
	}
	files, err := ansibleFiles(r)
	require.NoError(t, err)
	var plays []struct {
		Name, Hosts string
		Serial      int
		Tasks       []struct{ Name, When string }
	}
	require.NoError(t, yaml.Unmarshal(files["playbook.yml"], &plays))
	var got []string
	for _, play := range plays {
		for _, task := range play.Tasks {
			number, _, _ := strings.Cut(task.Name, ",")
			got = append(got, play.Hosts+" "+strconv.Itoa(play.Serial)+" "+number)
			assert.Equal(t, play.Hosts != "localhost", task.When != "", "a task at a server waits for its server")
		}
	}
	assert.Equal(t, []string{"localhost 0 Step 1", "localhost 0 Step 2", "batch_w_1 2 Step 3", "batch_w_1 2 Step 4", "batch_w_2 1 Step 5", "batch_w_1 2 Step 6", "x.test 0 Step 7"}, got)
	require.Len(t, plays, 6)
	assert.Equal(t, "Steps 3 to 4, w, batch 1 of 2", plays[2].Name)
}

// plainHosts is 1 for a server whose name is the inventory's own.
func plainHosts(fqdn string) int {
	if (&inventory{hosts: map[string]string{}}).host(fqdn) == fqdn {
		return 1
	}
	return 0
}

func TestScriptKeepsHostileNamesData(t *testing.T) {
	for file, names := range map[string][]string{"hostile.ps1": hostileNames, "benign.ps1": {"plain"}} {
		var b strings.Builder
		require.NoError(t, renderPowerShell(&b, hostileRunbook(names)))
		for _, c := range b.String() {
			require.True(t, c == '\n' || c >= 0x20 && c < 0x7f)
		}
		writeOut(t, ".", map[string][]byte{file: []byte(b.String())})
	}
}

func TestManifestNamesEveryFile(t *testing.T) {
	for _, renderer := range All {
		if renderer.Files == nil {
			continue
		}
		files, err := renderer.Files(hostileRunbook([]string{"plain"}))
		require.NoError(t, err)
		m, err := ReadManifest(files[ManifestFile])
		require.NoError(t, err)
		assert.Equal(t, renderer.Name, m.Format)
		assert.Equal(t, 2, m.Planned)
		assert.Len(t, m.Files, len(files)-1)
		for path, digest := range m.Files {
			assert.Equal(t, Digest(files[path]), digest)
			for part := range strings.SplitSeq(path, "/") {
				assert.Equal(t, strings.TrimRight(part, ". "), part)
				assert.False(t, device.MatchString(strings.ToLower(part)), path)
			}
		}
	}
	_, err := ReadManifest([]byte(`{"schema":"other"}`))
	assert.ErrorContains(t, err, "other")
}

func TestAnUnsoundRunbookIsNotExecuted(t *testing.T) {
	for _, sound := range []bool{true, false} {
		r := hostileRunbook([]string{"plain"})
		r.Proof.Sound = sound
		var script strings.Builder
		require.NoError(t, renderPowerShell(&script, r))
		assert.Equal(t, !sound, strings.Contains(script.String(), "if (-not $WhatIf) {\n    throw '"+unsound+"'"))
		assert.Contains(t, bundleMain, "throw '"+unsound+"'")
		bundle, err := powershellBundleFiles(r)
		require.NoError(t, err)
		m, err := ReadManifest(bundle[ManifestFile])
		require.NoError(t, err)
		assert.Equal(t, sound, m.Sound)
		plays, err := ansibleFiles(r)
		require.NoError(t, err)
		assert.Equal(t, !sound, strings.HasPrefix(string(plays["playbook.yml"]), "---\n- name: \"Refuse"))
	}
}

func TestFolderRefusesTwoFilesOfOneName(t *testing.T) {
	f := newFolder("x")
	f.add("a", nil)
	f.add("a", nil)
	_, err := f.complete(schema.Runbook{})
	assert.ErrorContains(t, err, "two files are called a")
}

func TestBundleRefusesMoreThanPowerShellReads(t *testing.T) {
	r := hostileRunbook([]string{"plain"})
	_, err := powershellBundleFiles(r)
	require.NoError(t, err)
	servers := make([]any, 5000)
	for i := range servers {
		servers[i] = "dc.contoso.com"
	}
	r.Steps[0].Params[0].Value = servers
	_, err = powershellBundleFiles(r)
	assert.ErrorContains(t, err, "Windows PowerShell reads 5000")
}

// writeOut leaves what was rendered for the check with the real grammar, which also wants to know which texts must stand there
// as literals.
func writeOut(t *testing.T, dir string, files map[string][]byte) {
	t.Helper()
	out := os.Getenv("MDIPLAN_HOSTILE_OUT")
	if out == "" {
		return
	}
	for path, content := range files {
		name := filepath.Join(out, dir, filepath.FromSlash(path))
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		require.NoError(t, os.WriteFile(name, content, 0o644))
	}
	literals, err := json.Marshal(printable(hostileNames))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(out, "literals.json"), literals, 0o644))
}

// printable are the names that a literal holds as they are.
func printable(names []string) []string {
	var out []string
	for _, name := range names {
		if name != "" && !strings.ContainsFunc(name, func(r rune) bool { return r < 0x20 || r > 0x7e }) {
			out = append(out, name)
		}
	}
	return out
}
