// Package policies judges facts by rules written in Rego. It is the only door to OPA.
//
// It promises three-valued answers (a fact that nobody read can make an outcome unknown, never a pass), the same verdict
// for the same inputs in the same order, and a sandbox: no rule, ours or a user's, can read the clock, the network, the
// environment, files or randomness. It never changes facts and never renders.
package policies

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"

	"github.com/mdiplan/mdiplan/schema"
)

//go:embed rules decisions tables lib
var embedded embed.FS

// Limits of user rules: a policy is text that a person reviews.
const (
	maxRuleBytes = 1 << 20
	maxRuleFiles = 10_000
)

// DefaultDeadline bounds one audit; an audit that takes longer is an error, never a partial verdict.
const DefaultDeadline = 10 * time.Minute

// Options say where rules come from and how they are run.
type Options struct {
	// Dirs are directories with further rules, under the contract of our own and in the same sandbox.
	Dirs []string
	// Parallel is how many subjects are judged at once; 0 is one per core.
	Parallel int
	// Deadline bounds one audit; 0 is DefaultDeadline.
	Deadline time.Duration
}

// Engine holds compiled rules and decisions. It is safe for concurrent use by several sessions with the same overrides.
type Engine struct {
	options   Options
	rules     []*rule
	bySubject map[string][]*rule
	decisions []*rule
	store     storage.Store
	overrides string
	inputs    []schema.Input
	modules   modules
	pool      pool
	// parameters are the numbers that an estate may replace.
	parameters map[string]parameter
	// clouds are the rows of data.mdi.tables.clouds.
	clouds map[string]*schema.Cloud
}

// rule is a compiled rule or decision.
type rule struct {
	info    schema.Rule
	decides bool
	each    string // decisions: the kind of subject that a decision about all of them at once chooses for
	reads   []read
	// either are groups of canonical paths of which one suffices.
	either [][]string
	// conditional says that the rule defines applies, so that an undefined one is unknown.
	conditional bool
	query       rego.PreparedEvalQuery
	memo        memo
}

// Rules lists the rules by id.
func (e *Engine) Rules() []schema.Rule {
	out := make([]schema.Rule, len(e.rules))
	for i, r := range e.rules {
		out[i] = r.info
	}
	return out
}

// Decisions lists the decisions as rules: id, title, package, subject and the facts they read.
func (e *Engine) Decisions() []schema.Rule {
	out := make([]schema.Rule, len(e.decisions))
	for i, r := range e.decisions {
		out[i] = r.info
	}
	return out
}

// Either are the groups of facts of which one is enough for a rule, as its metadata declares them.
func (e *Engine) Either(id string) [][]string {
	for _, r := range e.rules {
		if r.info.ID == id {
			return r.either
		}
	}
	return nil
}

// Inputs are the digests of all rules, decisions, tables and libraries that the engine was made from.
func (e *Engine) Inputs() []schema.Input { return slices.Clone(e.inputs) }

// forbidden are the built-in functions a rule may not call: whatever reads the clock, the network, the environment or
// randomness, whatever compiles further policy, and whatever may fetch a remote schema.
var forbidden = regexp.MustCompile(`^(http\.|net\.lookup|opa\.runtime|time\.now_ns|rand\.|uuid\.|rego\.parse_module|rego\.metadata|json\.match_schema|json\.verify_schema|providers\.aws|trace$|print$|crypto\.x509\.parse_keypair|io\.jwt\.encode)`)

// Capabilities is the sandbox: what of OPA a rule can use.
func Capabilities() *ast.Capabilities {
	c := ast.CapabilitiesForThisVersion()
	c.Builtins = slices.DeleteFunc(c.Builtins, func(b *ast.Builtin) bool { return forbidden.MatchString(b.Name) })
	c.AllowNet = []string{}
	return c
}

// Load compiles the embedded rules and those of the option's directories. The engine is nil when a diagnostic is an error.
func Load(ctx context.Context, options Options) (*Engine, schema.Diagnostics) {
	if options.Deadline <= 0 {
		options.Deadline = DefaultDeadline
	}
	modules, diags := allModules(options.Dirs, false)
	if diags.HasErrors() {
		return nil, diags
	}
	compiler, moreDiags := compile(modules.parsed)
	if diags = append(diags, moreDiags...); diags.HasErrors() {
		return nil, diags
	}
	e := &Engine{options: options, bySubject: map[string][]*rule{}, store: inmem.NewFromObject(map[string]any{"mdi": map[string]any{"overrides": map[string]any{}}}), overrides: "{}"}
	e.inputs, e.modules = digests(modules.parsed), modules
	diags = append(diags, e.discover(ctx, compiler, modules.parsed)...)
	var err error
	if e.parameters, err = readParameters(ctx, compiler); err != nil {
		diags = append(diags, problem("policy_tables", "Unreadable tables", fmt.Sprintf("The parameters of the tables could not be read: %v.", err), nil))
	}
	if e.clouds, err = readClouds(ctx, compiler); err != nil {
		diags = append(diags, problem("policy_tables", "Unreadable tables", fmt.Sprintf("The table of clouds could not be read: %v.", err), nil))
	}
	if len(e.rules) == 0 {
		diags = append(diags, problem("policy_no_rules", "No rule", "No rule was found, so nothing could be judged.", nil))
	}
	if diags.HasErrors() {
		return nil, diags
	}
	return e, diags
}

// modules are files of Rego by name: as parsed, as written, and under which name a bundle carries them. That name holds
// no path of this machine.
type modules struct {
	parsed map[string]*ast.Module
	text   map[string][]byte
	inside map[string]string
}

// allModules parses the rules of the program and those of the directories, with their tests when asked.
func allModules(dirs []string, tests bool) (modules, schema.Diagnostics) {
	all := modules{map[string]*ast.Module{}, map[string][]byte{}, map[string]string{}}
	diags := all.read(embedded, "", "", tests)
	for i, dir := range dirs {
		root, err := os.OpenRoot(dir)
		if err != nil {
			diags = append(diags, problem("policy_unreadable", "Unreadable rule directory", fmt.Sprintf("The rule directory could not be read: %v.", err), nil))
			continue
		}
		diags = append(diags, all.read(root.FS(), dir, fmt.Sprintf("policy%d", i+1), tests)...)
		_ = root.Close()
	}
	return all, diags
}

func problem(code, summary, detail string, at *ast.Location) schema.Diagnostic {
	d := schema.Diagnostic{Severity: "error", Code: code, Summary: summary, Detail: detail}
	if at != nil {
		start := schema.Position{Line: at.Row, Column: at.Col, Byte: at.Offset}
		end := start
		end.Column, end.Byte = end.Column+len(at.Text), end.Byte+len(at.Text)
		d.Range = &schema.Range{Filename: at.File, Start: start, End: end}
		if line, _, _ := strings.Cut(string(at.Text), "\n"); line != "" {
			d.Snippet = &schema.Snippet{Code: line, StartLine: at.Row, HighlightEndOffset: len(line)}
		}
	}
	return d
}

// read parses every .rego file below fsys, tests only when asked. A file name may not be taken twice.
func (m modules) read(fsys fs.FS, prefix, inside string, tests bool) schema.Diagnostics {
	var diags schema.Diagnostics
	count := 0
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if !d.Type().IsRegular() || path.Ext(name) != ".rego" || !tests && strings.HasSuffix(name, "_test.rego") {
			return nil
		}
		if count++; count > maxRuleFiles {
			return fmt.Errorf("more than %d rule files", maxRuleFiles)
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		if info.Size() > maxRuleBytes {
			diags = append(diags, problem("policy_too_large", "Rule file too large", fmt.Sprintf("%s is larger than %d bytes.", name, maxRuleBytes), nil))
			return nil
		}
		src, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		file := path.Join(prefix, name)
		module, err := ast.ParseModuleWithOpts(file, string(src), ast.ParserOptions{ProcessAnnotation: true, RegoVersion: ast.RegoV1, Capabilities: Capabilities()})
		if err != nil {
			diags = append(diags, astDiagnostics("policy_syntax", "Invalid Rego", err)...)
			return nil
		}
		if module == nil {
			diags = append(diags, problem("policy_empty", "Empty rule file", file+" holds no policy.", nil))
			return nil
		}
		m.parsed[file], m.text[file], m.inside[file] = module, src, path.Join(inside, name)
		return nil
	})
	if err != nil {
		diags = append(diags, problem("policy_unreadable", "Unreadable rules", fmt.Sprintf("The rules could not be read: %v.", err), nil))
	}
	return diags
}

func astDiagnostics(code, summary string, err error) schema.Diagnostics {
	errs, ok := err.(ast.Errors)
	if !ok {
		return schema.Diagnostics{problem(code, summary, err.Error(), nil)}
	}
	var diags schema.Diagnostics
	for _, e := range errs {
		detail := e.Message
		if e.Details != nil {
			detail += "\n" + strings.Join(e.Details.Lines(), "\n")
		}
		diags = append(diags, problem(code, summary, detail+".", e.Location))
	}
	return diags
}

func compile(modules map[string]*ast.Module) (*ast.Compiler, schema.Diagnostics) {
	text, err := schema.JSONSchema("input")
	if err != nil {
		panic("policies: " + err.Error())
	}
	var input any
	if err := json.Unmarshal(text, &input); err != nil {
		panic("policies: the input schema is not JSON: " + err.Error())
	}
	schemas := ast.NewSchemaSet()
	schemas.Put(ast.SchemaRootRef, input)
	c := ast.NewCompiler().WithStrict(true).WithCapabilities(Capabilities()).WithSchemas(schemas)
	c.Compile(modules)
	if c.Failed() {
		return nil, astDiagnostics("policy_compile", "Rule does not compile", c.Errors)
	}
	return c, nil
}

// digests are over sorted file names and the text as parsed, so comments count.
func digests(modules map[string]*ast.Module) []schema.Input {
	sum := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(modules)) {
		fmt.Fprintf(sum, "%s\x00%s\x00", name, modules[name].String())
		for _, a := range modules[name].Annotations {
			fmt.Fprintf(sum, "%s\x00", a.String())
		}
	}
	return []schema.Input{{Name: "rules", SHA256: hex.EncodeToString(sum.Sum(nil))}}
}

// discover makes rules and decisions of the modules whose package says they are.
func (e *Engine) discover(ctx context.Context, compiler *ast.Compiler, modules map[string]*ast.Module) schema.Diagnostics {
	var diags schema.Diagnostics
	seen := map[string]string{}
	packages := map[string]string{}
	for _, file := range slices.Sorted(maps.Keys(modules)) {
		module := modules[file]
		name := strings.TrimPrefix(module.Package.Path.String(), "data.")
		kind, _, _ := strings.Cut(strings.TrimPrefix(name, "mdi."), ".")
		if !strings.HasPrefix(name, "mdi.") || kind != "rules" && kind != "decisions" {
			continue
		}
		if other := packages[name]; other != "" {
			diags = append(diags, problem("policy_duplicate_package", "Package defined twice", fmt.Sprintf("Package %s stands in %s and in %s; a rule is one file.", name, other, file), module.Package.Location))
			continue
		}
		packages[name] = file
		r, moreDiags := describe(module, name, file, kind == "decisions")
		diags = append(diags, moreDiags...)
		if moreDiags.HasErrors() {
			continue
		}
		if other := seen[r.info.ID]; other != "" {
			diags = append(diags, problem("policy_duplicate_id", "Rule id used twice", fmt.Sprintf("%s is the id of %s and of %s.", r.info.ID, other, file), module.Package.Location))
			continue
		}
		seen[r.info.ID] = file
		if moreDiags = r.trace(compiler, module, kind == "decisions"); moreDiags.HasErrors() {
			diags = append(diags, moreDiags...)
			continue
		}
		query, err := rego.New(rego.Query("data."+name), rego.Compiler(compiler), rego.Store(e.store), rego.StrictBuiltinErrors(true)).PrepareForEval(ctx)
		if err != nil {
			diags = append(diags, problem("policy_compile", "Rule does not compile", fmt.Sprintf("%s: %v.", file, err), module.Package.Location))
			continue
		}
		r.query, r.decides = query, kind == "decisions"
		if r.decides {
			e.decisions = append(e.decisions, r)
		} else {
			e.rules = append(e.rules, r)
		}
	}
	byID := func(a, b *rule) int { return strings.Compare(a.info.ID, b.info.ID) }
	slices.SortFunc(e.rules, byID)
	slices.SortFunc(e.decisions, func(a, b *rule) int {
		return naturalCompare(a.info.ID, b.info.ID)
	})
	for _, r := range e.rules {
		e.bySubject[r.info.Subject] = append(e.bySubject[r.info.Subject], r)
	}
	return diags
}

func naturalCompare(a, b string) int {
	if len(a) != len(b) {
		return len(a) - len(b)
	}
	return strings.Compare(a, b)
}

// describe reads and checks the metadata of one rule.
func describe(module *ast.Module, name, file string, decision bool) (*rule, schema.Diagnostics) {
	var diags schema.Diagnostics
	complain := func(code, summary, format string, args ...any) {
		diags = append(diags, problem(code, summary, fmt.Sprintf(format, args...), module.Package.Location))
	}
	var meta *ast.Annotations
	for _, a := range module.Annotations {
		if a.Scope == "package" {
			meta = a
		}
	}
	if meta == nil {
		complain("policy_no_metadata", "Rule without metadata", "%s has no METADATA block above its package.", file)
		return nil, diags
	}
	parts := strings.Split(name, ".")
	r := &rule{info: schema.Rule{Title: meta.Title, Description: strings.TrimSpace(meta.Description), Package: name, File: file, Generations: []string{}, Remediation: []string{}, Source: []string{}}}
	if len(parts) > 2 {
		r.info.Area = parts[2]
	}
	text := func(key string) string {
		s, ok := meta.Custom[key].(string)
		if !ok && meta.Custom[key] != nil {
			complain("policy_bad_metadata", "Wrong metadata", "custom.%s of %s is not a string.", key, file)
		}
		return s
	}
	list := func(key string) []string {
		items, ok := meta.Custom[key].([]any)
		if !ok && meta.Custom[key] != nil {
			complain("policy_bad_metadata", "Wrong metadata", "custom.%s of %s is not a list.", key, file)
		}
		out := []string{}
		for _, item := range items {
			out = append(out, fmt.Sprint(item))
		}
		return out
	}
	known := []string{"id", "subject", "severity", "generations", "roles", "profiles", "basis", "remediation", "measure", "either", "sets", "each", "decides"}
	for _, key := range slices.Sorted(maps.Keys(meta.Custom)) {
		if !slices.Contains(known, key) {
			complain("policy_bad_metadata", "Unknown metadata", "custom.%s of %s is not known.%s", key, file, suggestion(key, known))
		}
	}
	r.info.ID, r.info.Subject, r.info.Severity, r.info.Basis = text("id"), text("subject"), text("severity"), text("basis")
	r.info.Generations, r.info.Roles, r.info.Profiles, r.info.Remediation = list("generations"), list("roles"), list("profiles"), list("remediation")
	if meta.Custom["measure"] != nil {
		r.info.Measure = list("measure")
	}
	r.info.Sets, r.each, r.info.Decides = text("sets"), text("each"), list("decides")
	if groups, ok := meta.Custom["either"].([]any); ok {
		for _, g := range groups {
			var group []string
			members, _ := g.([]any)
			for _, m := range members {
				group = append(group, fmt.Sprint(m))
			}
			r.either = append(r.either, group)
		}
	}
	for _, ref := range meta.RelatedResources {
		r.info.Source = append(r.info.Source, ref.Ref.String())
	}
	require := func(key, value string, allowed []string) {
		if value == "" {
			complain("policy_bad_metadata", "Missing metadata", "%s has no %s.", file, key)
		} else if allowed != nil && !slices.Contains(allowed, value) {
			complain("policy_bad_metadata", "Unknown value in metadata", "%s has %s %q, which is not one of %s.%s", file, key, value, strings.Join(allowed, ", "), suggestion(value, allowed))
		}
	}
	require("title", r.info.Title, nil)
	require("custom.id", r.info.ID, nil)
	require("custom.subject", r.info.Subject, schema.SubjectKinds)
	if r.each != "" {
		require("custom.each", r.each, schema.SubjectKinds)
	}
	if !decision {
		require("description", r.info.Description, nil)
		require("custom.severity", r.info.Severity, schema.Severities)
		require("custom.basis", r.info.Basis, []string{"documented", "tool", "derived", "historic", "convention", "proposal"})
		if len(r.info.Source) == 0 {
			complain("policy_bad_metadata", "Missing metadata", "%s names no source in related_resources.", file)
		}
	}
	for _, check := range []struct {
		key            string
		values, within []string
	}{{"generations", r.info.Generations, []string{"v2", "v3", "sa"}}, {"roles", r.info.Roles, Roles}, {"profiles", r.info.Profiles, Profiles}} {
		for _, value := range check.values {
			require("custom."+check.key, value, check.within)
		}
	}
	allowed, must := []string{"applies", "observed", "required", "compliant"}, "compliant"
	if decision {
		allowed, must = []string{"choice", "reasons", "asked", "warnings"}, "choice"
	}
	defines := map[string]bool{}
	for _, rule := range module.Rules {
		head := rule.Head.Ref()[0].Value.(ast.Var)
		defines[string(head)] = true
		if !strings.HasPrefix(string(head), "_") && !slices.Contains(allowed, string(head)) {
			diags = append(diags, problem("policy_unexpected_name", "Unexpected name in a rule", fmt.Sprintf("A rule defines %s; begin the name %s with an underscore.", strings.Join(allowed, ", "), head), rule.Location))
		}
		if rule.Default {
			diags = append(diags, problem("policy_default", "Default in a rule", "A rule has no default: what is undefined is unknown, and a default would turn it into an answer.", rule.Location))
		}
	}
	r.conditional = defines["applies"]
	if !defines[must] {
		complain("policy_incomplete", "Rule without an answer", "%s does not define %s.", file, must)
	}
	return r, diags
}

// Roles are the server roles a rule can be restricted to; Profiles are the rule-set profiles.
var (
	Roles    = []string{"dc", "rodc", "adfs", "wap", "adcs", "entra_connect"}
	Profiles = []string{"classic-2023", "v2-current", "v3-current"}
)

func suggestion(name string, known []string) string {
	if s := schema.Suggest(name, known); s != "" {
		return fmt.Sprintf(" Did you mean %q?", s)
	}
	return ""
}
