package policies

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/tester"

	"github.com/mdiplan/mdiplan/schema"
)

// TestReport is what the tests of the rules said.
type TestReport struct {
	// Results are in the order of package and name.
	Results []TestResult
	// Coverage is the share of the lines that can be evaluated and were, from 0 to 1. Uncovered names what was not.
	Coverage  float64
	Uncovered []Uncovered
}

// TestResult is one rule test_... of a Rego file.
type TestResult struct {
	Package, Name string
	// Location is file:line.
	Location string
	// Outcome is pass, fail, skip or error; Detail says more about an error.
	Outcome, Detail string
}

// Uncovered is a run of lines that no test evaluated.
type Uncovered struct {
	File     string
	From, To int
}

// Failed says whether a test did anything but pass. A test that was skipped proves nothing, so it counts as failed.
func (r *TestReport) Failed() bool {
	return len(r.Results) == 0 || slices.ContainsFunc(r.Results, func(t TestResult) bool { return t.Outcome != "pass" })
}

// Test runs the Rego tests beside the rules, those of options.Dirs included, in the sandbox of the rules. Only tests whose
// package and name match the regular expression run are run; empty means all.
func Test(ctx context.Context, options Options, run string) (*TestReport, schema.Diagnostics) {
	modules, diags := allModules(options.Dirs, true)
	if diags.HasErrors() {
		return nil, diags
	}
	coverage := cover.New()
	compiler := ast.NewCompiler().WithCapabilities(Capabilities()).WithEnablePrintStatements(false)
	results, err := tester.NewRunner().SetCompiler(compiler).SetModules(modules.parsed).SetCoverageQueryTracer(coverage).Filter(run).RunTests(ctx, nil)
	if err != nil {
		return nil, astDiagnostics("policy_test", "The tests could not be run", err)
	}
	report := &TestReport{}
	for r := range results {
		t := TestResult{Package: strings.TrimPrefix(r.Package, "data."), Name: r.Name, Outcome: "pass"}
		if r.Location != nil {
			t.Location = fmt.Sprintf("%s:%d", r.Location.File, r.Location.Row)
		}
		switch {
		case r.Error != nil:
			t.Outcome, t.Detail = "error", r.Error.Error()
		case r.Skip:
			t.Outcome = "skip"
		case r.Fail:
			t.Outcome = "fail"
		}
		report.Results = append(report.Results, t)
	}
	slices.SortFunc(report.Results, func(a, b TestResult) int {
		return cmp.Or(cmp.Compare(a.Package, b.Package), cmp.Compare(a.Name, b.Name))
	})
	covered, total := 0, 0
	for file, f := range coverage.Report(modules.parsed).Files {
		if strings.HasSuffix(file, "_test.rego") {
			continue
		}
		covered, total = covered+f.CoveredLines, total+f.CoveredLines+f.NotCoveredLines
		for _, lines := range f.NotCovered {
			report.Uncovered = append(report.Uncovered, Uncovered{file, lines.Start.Row, lines.End.Row})
		}
	}
	slices.SortFunc(report.Uncovered, func(a, b Uncovered) int { return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.From, b.From)) })
	if total > 0 {
		report.Coverage = float64(covered) / float64(total)
	}
	return report, nil
}
