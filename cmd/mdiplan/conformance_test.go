//go:build conformance

package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/mdiplan/mdiplan/schema"
)

// conftestVersion is what the rules are held to; OPA is taken at the version of go.mod.
const conftestVersion = "v0.71.1"

// answered is what a tool says of one rule at one subject.
type answered struct {
	Rule     string         `json:"rule"`
	Subject  schema.Subject `json:"subject"`
	Outcome  schema.Outcome `json:"outcome"`
	Severity string         `json:"severity"`
	Waived   any            `json:"waived"`
	Observed any            `json:"observed"`
	Required any            `json:"required"`
}

func (a answered) place() string { return a.Rule + " " + a.Subject.String() }

// tool runs a program and returns what it wrote to stdout; one of the exit codes is expected.
func tool(t *testing.T, codes []int, name string, args ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	code := 0
	if err := cmd.Run(); err != nil {
		var exit *exec.ExitError
		require.True(t, errors.As(err, &exit), "%v", err)
		code = exit.ExitCode()
	}
	require.Contains(t, codes, code, "%s %v: %s%s", filepath.Base(name), args, errs.String(), out.String())
	return out.Bytes()
}

// install builds a program from its own module, with the versions that module asks for, so that nothing of it enters ours.
func install(t *testing.T, bin, module, version string) string {
	t.Helper()
	cmd := exec.Command("go", "install", module+"@"+version)
	cmd.Dir, cmd.Env = bin, append(os.Environ(), "GOBIN="+bin, "GOFLAGS=")
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", out)
	return filepath.Join(bin, filepath.Base(module))
}

// unpack writes the files of a tar.gz below a folder.
func unpack(t *testing.T, name, folder string) {
	t.Helper()
	f, err := os.Open(name)
	require.NoError(t, err)
	defer func() { _ = f.Close() }()
	z, err := gzip.NewReader(f)
	require.NoError(t, err)
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		require.NoError(t, err)
		to := filepath.Join(folder, filepath.FromSlash(filepath.Clean("/"+h.Name)))
		require.NoError(t, os.MkdirAll(filepath.Dir(to), 0o700))
		text, err := io.ReadAll(r)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(to, text, 0o600))
	}
}

// TestOPAAndConftestAgree holds every finding on every example, and on a spec that overrides, to what the real opa and the
// real conftest say of the bundle.
func TestOPAAndConftestAgree(t *testing.T) {
	bin, folder := t.TempDir(), t.TempDir()
	version := strings.TrimSpace(string(tool(t, []int{0}, "go", "list", "-m", "-f", "{{.Version}}", "github.com/open-policy-agent/opa")))
	opa := install(t, bin, "github.com/open-policy-agent/opa", version)
	conftest := install(t, bin, "github.com/open-policy-agent/conftest", conftestVersion)
	t.Logf("opa %s, conftest %s", version, conftestVersion)

	bundle := filepath.Join(folder, "rules.tar.gz")
	code, _, stderr := call(t, "", "policy", "bundle", bundle)
	require.Equal(t, exitReady, code, stderr)
	rules := filepath.Join(folder, "rules")
	unpack(t, bundle, rules)
	tool(t, []int{0}, opa, "check", "--strict", "--bundle", bundle)
	// conftest prints only what is denied or warned of; this makes it print every finding.
	all := filepath.Join(folder, "all")
	require.NoError(t, os.Mkdir(all, 0o700))
	require.NoError(t, os.WriteFile(filepath.Join(all, "all.rego"), []byte("package all\n\nwarn contains object.union(finding, {\"msg\": finding.rule}) if some finding in data.mdi.main.findings\n"), 0o600))

	overriding := filepath.Join(folder, "overriding.mdi.hcl")
	contoso, facts := example("contoso")
	text, err := os.ReadFile(filepath.Join(contoso, "contoso.mdi.hcl"))
	require.NoError(t, err)
	changed := strings.Replace(string(text), "\npolicy {\n", "\npolicy {\n  parameter \"capacity.headroom\" {\n    value = 0.9\n  }\n", 1)
	require.NotEqual(t, string(text), changed)
	require.NoError(t, os.WriteFile(overriding, []byte(changed), 0o600))

	estates := map[string][]string{"contoso": {contoso, "--facts", facts}, "contoso, overriding": {overriding, "--facts", facts}}
	for _, name := range []string{"healthy", "worst", "blind"} {
		for _, variant := range variants(t, name) {
			dir, _ := example(variant)
			_, base := example(name)
			estates[variant] = []string{dir, "--facts", base}
			if variant != name {
				estates[variant] = append(estates[variant], "--facts", filepath.Join(dir, "facts.json"))
			}
		}
	}
	for name, args := range estates {
		t.Run(name, func(t *testing.T) {
			input := filepath.Join(t.TempDir(), "input.json")
			code, _, stderr := call(t, "", append([]string{"policy", "input", now, "-o", "json=" + input}, args...)...)
			require.Equal(t, exitReady, code, stderr)
			_, out, stderr := call(t, "", append([]string{"audit", now, "-o", "json", "--no-fail"}, args...)...)
			var verdict struct {
				Findings []answered     `json:"findings"`
				Summary  schema.Summary `json:"summary"`
			}
			require.NoError(t, json.Unmarshal([]byte(out), &verdict), stderr)
			want := map[string]answered{}
			for _, f := range verdict.Findings {
				want[f.place()] = f
			}
			agree := func(who string, found []answered) {
				outcomes := map[schema.Outcome]int{}
				for _, f := range found {
					outcomes[f.Outcome]++
					ours, ok := want[f.place()]
					if !ok {
						assert.Equal(t, schema.NotApplicable, f.Outcome, "%s: %s", who, f.place())
						continue
					}
					assert.Equal(t, ours.Waived != nil, f.Waived != nil, "%s: waiver of %s", who, f.place())
					ours.Waived, f.Waived = nil, nil
					assert.Equal(t, ours, f, "%s: %s", who, f.place())
				}
				assert.Equal(t, verdict.Summary.Outcomes, outcomes, who)
			}

			var evaluated struct {
				Result []struct {
					Expressions []struct{ Value []answered }
				}
			}
			require.NoError(t, json.Unmarshal(tool(t, []int{0}, opa, "eval", "--strict-builtin-errors", "--bundle", bundle, "--input", input, "data.mdi.main.findings"), &evaluated))
			agree("opa", evaluated.Result[0].Expressions[0].Value)

			type results []struct {
				Failures, Warnings []struct{ Metadata answered }
			}
			var listed, gated results
			require.NoError(t, json.Unmarshal(tool(t, []int{0}, conftest, "test", "--policy", rules, "--policy", all, "--namespace", "all", "--output", "json", input), &listed))
			var found []answered
			for _, f := range listed[0].Warnings {
				found = append(found, f.Metadata)
			}
			agree("conftest", found)

			require.NoError(t, json.Unmarshal(tool(t, []int{0, 1}, conftest, "test", "--policy", rules, "--namespace", "mdi.main", "--output", "json", input), &gated))
			unresolved := map[schema.Outcome]int{}
			for _, f := range append(gated[0].Failures, gated[0].Warnings...) {
				unresolved[f.Metadata.Outcome]++
			}
			expected := map[schema.Outcome]int{}
			for _, f := range verdict.Findings {
				if f.Waived == nil && f.Outcome != schema.Pass {
					expected[f.Outcome]++
				}
			}
			assert.Equal(t, expected, unresolved)
			assert.Len(t, gated[0].Failures, expected[schema.Fail])
		})
	}
}
