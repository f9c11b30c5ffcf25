package policies

import (
	"bufio"
	"context"
	"fmt"
	"hash/fnv"
	"maps"
	"os"
	"path"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/util"
	"github.com/stretchr/testify/require"
)

// excused lists mutants that no test can tell from the original, with the reason: "mutant  # reason" on a line.
const excused = "testdata/equivalent_mutants.txt"

// TestMutants changes one thing at a time in rules, decisions, libraries and tables, and runs the tests that can reach
// it: each mutant must make one of them fail. MUTANTS is a regular expression over file names; without it a tenth of all
// mutants is tried, always the same.
func TestMutants(t *testing.T) {
	all, diags := allModules(nil, true)
	modules := all.parsed
	require.Empty(t, diags)
	suites := newSuites(t, modules)
	pattern := os.Getenv("MUTANTS")
	wanted := regexp.MustCompile(pattern)

	var todo []mutant
	for _, file := range slices.Sorted(maps.Keys(modules)) {
		if strings.HasSuffix(file, "_test.rego") || !wanted.MatchString(file) {
			continue
		}
		for _, m := range mutants(modules[file]) {
			if pattern != "" || tenth(m) {
				todo = append(todo, m)
			}
		}
	}
	require.NotEmpty(t, todo)
	fates := make([]string, len(todo))
	var group sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for i := range next {
				fates[i] = suites.fate(t.Context(), todo[i])
			}
		})
	}
	for i := range todo {
		next <- i
	}
	close(next)
	group.Wait()

	reasons := readExcused(t)
	type score struct{ killed, tried int }
	scores := map[string]*score{}
	seen := map[string]bool{}
	total := score{}
	for i, m := range todo {
		seen[m.String()] = true
		area := path.Dir(m.at.File)
		if scores[area] == nil {
			scores[area] = &score{}
		}
		switch {
		case fates[i] == "unviable":
			continue
		case fates[i] == "survived" && reasons[m.String()] != "":
			delete(reasons, m.String())
			continue
		case fates[i] == "survived":
			t.Errorf("survives: %s:%d: %s: %s", m.at.File, m.at.Row, m.rule, m.what)
		default:
			scores[area].killed++
			total.killed++
		}
		scores[area].tried++
		total.tried++
	}
	for key := range reasons {
		if seen[key] || pattern == "." {
			t.Errorf("%s: a test kills it, or it is gone: %s", excused, key)
		}
	}
	for _, area := range slices.Sorted(maps.Keys(scores)) {
		s := scores[area]
		t.Logf("%-24s %5d of %5d killed  %5.1f %%", area, s.killed, s.tried, 100*float64(s.killed)/float64(max(s.tried, 1)))
	}
	t.Logf("%-24s %5d of %5d killed  %5.1f %%", "all", total.killed, total.tried, 100*float64(total.killed)/float64(max(total.tried, 1)))
}

func tenth(m mutant) bool {
	h := fnv.New32a()
	_, _ = h.Write([]byte(m.String()))
	return h.Sum32()%10 == 0
}

func readExcused(t *testing.T) map[string]string {
	f, err := os.Open(excused)
	require.NoError(t, err)
	defer f.Close()
	out := map[string]string{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, reason, ok := strings.Cut(line, "  # ")
		require.True(t, ok && reason != "", "%s: no reason: %s", excused, line)
		out[key] = reason
	}
	return out
}

// suites knows which tests can reach what.
type suites struct {
	modules map[string]*ast.Module
	// reaching are the test files whose tests can reach a rule, by the name of the rule.
	reaching map[string][]string
	// needs are the files that a test file can reach, itself included.
	needs map[string][]string
	// names are the tests of a test file.
	names map[string][]string
}

func nodeName(m *ast.Module, rule string) string { return m.Package.Path.String() + "." + rule }

func newSuites(t *testing.T, modules map[string]*ast.Module) *suites {
	s := &suites{modules: modules, reaching: map[string][]string{}, needs: map[string][]string{}, names: map[string][]string{}}
	for file, module := range modules {
		if strings.HasSuffix(file, "_test.rego") {
			s.names[file] = testNames(module)
		}
	}
	compiler := ast.NewCompiler().WithCapabilities(Capabilities())
	compiler.Compile(modules)
	require.Empty(t, compiler.Errors)
	calls, at := map[string]map[string]bool{}, map[string]map[string]bool{}
	for file, module := range compiler.Modules {
		ast.WalkRules(module, func(r *ast.Rule) bool {
			from := nodeName(module, ruleName(r))
			if at[from] == nil {
				at[from], calls[from] = map[string]bool{}, map[string]bool{}
			}
			at[from][file] = true
			for x := range compiler.Graph.Dependencies(util.T(r)) {
				to := x.(*ast.Rule)
				calls[from][nodeName(to.Module, ruleName(to))] = true
			}
			return false
		})
	}
	closure := func(from string) map[string]bool {
		seen := map[string]bool{from: true}
		for open := []string{from}; len(open) > 0; {
			x := open[0]
			open = open[1:]
			for to := range calls[x] {
				if !seen[to] {
					seen[to] = true
					open = append(open, to)
				}
			}
		}
		return seen
	}
	for file := range s.names {
		tests, need := map[string]bool{}, map[string]bool{file: true}
		for _, r := range modules[file].Rules {
			maps.Copy(tests, closure(nodeName(modules[file], ruleName(r))))
		}
		for name := range tests {
			maps.Copy(need, at[name])
			s.reaching[name] = append(s.reaching[name], file)
		}
		// A module is compiled whole, so what its other rules need is needed too.
		for grown := true; grown; {
			before := len(need)
			for other := range maps.Clone(need) {
				for _, r := range modules[other].Rules {
					for name := range closure(nodeName(modules[other], ruleName(r))) {
						maps.Copy(need, at[name])
					}
				}
			}
			grown = len(need) > before
		}
		s.needs[file] = slices.Sorted(maps.Keys(need))
	}
	for name := range s.reaching {
		slices.Sort(s.reaching[name])
	}
	for file := range s.names {
		passed, _ := s.run(t.Context(), file, nil)
		require.True(t, passed, "%s fails without a mutant", file)
	}
	return s
}

// testNames gives tests of the same name names of their own, as the runner does: otherwise one could fail unseen.
func testNames(module *ast.Module) []string {
	var out []string
	for _, r := range module.Rules {
		name := ruleName(r)
		if !strings.HasPrefix(name, "test_") {
			continue
		}
		if slices.Contains(out, name) {
			name = fmt.Sprintf("%s_%d", name, len(out))
			r.Head.SetRef(ast.Ref{ast.VarTerm(name)})
			r.Head.Name = ast.Var(name)
		}
		out = append(out, name)
	}
	return out
}

// fate is killed, survived or unviable: a mutant that does not compile could not be committed.
func (s *suites) fate(ctx context.Context, m mutant) string {
	for _, file := range s.reaching[nodeName(m.module, m.rule)] {
		switch passed, compiles := s.run(ctx, file, &m); {
		case !compiles:
			return "unviable"
		case !passed:
			return "killed"
		}
	}
	return "survived"
}

// run says whether all tests of a file pass, and whether everything compiles.
func (s *suites) run(ctx context.Context, file string, m *mutant) (passed, compiles bool) {
	modules := map[string]*ast.Module{}
	for _, need := range s.needs[file] {
		modules[need] = s.modules[need]
	}
	if m != nil {
		modules[m.at.File] = m.module
	}
	compiler := ast.NewCompiler().WithCapabilities(Capabilities())
	if compiler.Compile(modules); compiler.Failed() {
		return false, false
	}
	results, err := rego.New(rego.Query(s.modules[file].Package.Path.String()), rego.Compiler(compiler), rego.StrictBuiltinErrors(true)).Eval(ctx)
	if err != nil || len(results) == 0 {
		return false, true
	}
	answers, _ := results[0].Expressions[0].Value.(map[string]any)
	for _, name := range s.names[file] {
		if answers[name] != true {
			return false, true
		}
	}
	return true, true
}
