package compiler

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/mdiplan/mdiplan/schema"
)

//go:embed steps
var embeddedSteps embed.FS

// The closed vocabularies of a step declaration.
var (
	StepScopes = []string{"tenant", "workspace", "network", "workstation", "forest", "domain", "site", "account", "server", "wave"}
	StepKinds  = []string{"check", "script", "sql", "gpo", "portal", "network", "manual", "approval", "wait", "support"}
	StepRisks  = []string{"none", "service_restart", "reboot", "replication", "irreversible"}
	RunsOn     = []string{"target", "admin_workstation", "domain_controller", "portal", "person"}
	// LooksAt is what the verification of a step looks at; without it, where the step runs decides.
	LooksAt = []string{"before", "host", "directory", "portal", "data", "health", "regression", "people"}
	// SecurityTopics are what a security officer weighs beside the roles that are needed.
	SecurityTopics = []string{"key", "tls_exception", "trust_root", "account", "delegation", "agent", "data_residency"}
	// TouchKinds are configuration items that are no subject of a step.
	TouchKinds = []string{"group", "policy_object", "certification_authority", "federation_farm", "database"}
)

// Declaration is one step as its HCL file declares it. The expressions are evaluated once per subject.
type Declaration struct {
	Name        string   `json:"id"`
	Title       string   `json:"title"`
	Scope       string   `json:"scope"`
	Kind        string   `json:"kind"`
	Generations []string `json:"generations,omitzero"`
	Roles       []string `json:"roles,omitzero"`
	Who         string   `json:"who"`
	Privilege   string   `json:"privilege,omitzero"`
	RunsOn      string   `json:"runs_on"`
	Risk        string   `json:"risk"`
	Requires    []string `json:"requires"`
	Prefers     []string `json:"prefers,omitzero"`
	// AfterAll are steps that come earlier at whatever subject they are planned.
	AfterAll []string `json:"after_all,omitzero"`
	OnDemand bool     `json:"on_demand,omitzero"`
	// AllRequired says that everything it requires has to be possible; of several servers that others wait for, one is enough.
	AllRequired  bool              `json:"all_required,omitzero"`
	AfterFirst   *AfterFirst       `json:"after_first,omitzero"`
	Gate         bool              `json:"gate,omitzero"`
	OnlyWithGate bool              `json:"only_with_gate,omitzero"`
	OpensWindow  bool              `json:"opens_window,omitzero"`
	Why          string            `json:"why"`
	Verify       string            `json:"verify"`
	Undo         string            `json:"undo"`
	Reversible   bool              `json:"reversible"`
	Instructions string            `json:"instructions,omitzero"`
	Portal       map[string]string `json:"portal,omitzero"`
	Secrets      map[string]string `json:"secrets,omitzero"`
	// Restarts says that the server restarts for certain, not only when it has to.
	Restarts bool `json:"restarts,omitzero"`
	// LooksAt is what Verify looks at, Security what of the step a security officer weighs.
	LooksAt string `json:"looks_at,omitzero"`
	// Impact is what others notice while it is done, Evidence what it leaves for the record of the change.
	Impact   string   `json:"impact,omitzero"`
	Evidence []string `json:"evidence,omitzero"`
	Security []string `json:"security,omitzero"`
	// Failures are known signs that the step went wrong, in the order of the file.
	Failures []schema.Failure `json:"failures,omitzero"`
	// Expressions are the texts of what is evaluated for each subject, by name: when, done, precondition, duration and so on.
	Expressions  map[string]string `json:"expressions"`
	Notes        []string          `json:"notes,omitzero"`
	Sources      []string          `json:"sources"`
	Script       string            `json:"-"`
	ScriptSHA256 string            `json:"script_sha256,omitzero"`
	File         string            `json:"file"`

	expr map[string]hcl.Expression // those of expressionAttributes
	want map[string]wanted         // what each of them reads
	same map[string]cty.Value      // those that read nothing
	src  []byte
}

// AfterFirst says that a step at a server without these roles waits until another step has been done at one that has one of
// them, whichever that is.
type AfterFirst struct {
	Step  string   `json:"step"`
	Roles []string `json:"roles"`
}

// HasEffects says whether the declaration states what the facts are afterwards.
func (d *Declaration) HasEffects() bool { return d.expr["effects"] != nil }

// Library is the set of known steps.
type Library struct {
	byName map[string]*Declaration
	names  []string                  // in definition order: a step stands after what it requires
	later  map[string][]*Declaration // by step: those that come after the first of it
	notes  []NoteDeclaration
	// constraints are sorted by id; places says where a step stands in them.
	constraints []*Constraint
	places      map[string][]place
	// afterGate are the steps that require a gated one of a server, directly or not.
	afterGate map[string]bool
	digest    string
}

// Names lists the steps so that each stands after those it requires, otherwise by name.
func (l *Library) Names() []string { return slices.Clone(l.names) }

// Step returns a declaration by name.
func (l *Library) Step(name string) (*Declaration, bool) { d, ok := l.byName[name]; return d, ok }

// Asked says whether the spec or the facts can ask for the step by themselves: it has a condition "when".
func (d *Declaration) Asked() bool { return d.expr["when"] != nil }

// closes says whether a step of a wave comes after work on its servers, as looking at their health does and opening the
// window does not.
func (l *Library) closes(d *Declaration, visited map[string]bool) bool {
	for _, name := range d.Requires {
		other := l.byName[name]
		if other == nil || visited[name] {
			continue
		}
		visited[name] = true
		if other.Scope == "server" || other.Scope == "wave" && l.closes(other, visited) {
			return true
		}
	}
	return false
}

// afterWork says whether a step is about work on servers: it is of a wave, or it is an agreement or a wait that comes after that
// of all waves, as the hand-over does.
func (l *Library) afterWork(d *Declaration) bool {
	return d.Scope == "wave" || d.Scope != "server" && (d.Kind == "approval" || d.Kind == "wait") && l.closes(d, map[string]bool{})
}

// Digest identifies every byte of every declaration and script.
func (l *Library) Digest() string { return l.digest }

// stringAttributes and the two lists below are the whole grammar of a step block; whatever else appears is a diagnostic.
var (
	stringAttributes     = []string{"title", "scope", "kind", "who", "privilege", "runs_on", "risk", "why", "verify", "undo", "instructions", "looks_at", "impact"}
	listAttributes       = []string{"generations", "roles", "requires", "prefers", "after_all", "notes", "sources", "security", "evidence"}
	boolAttributes       = []string{"on_demand", "all_required", "gate", "only_with_gate", "opens_window", "reversible", "restarts"}
	mapAttributes        = []string{"portal", "secrets"}
	expressionAttributes = []string{"when", "done", "outside_waves", "precondition", "params", "effects", "affects", "touches", "done_by", "duration", "wait", "due"}
	requiredAttributes   = []string{"title", "scope", "kind", "who", "runs_on", "risk", "duration", "why", "verify", "undo", "reversible", "sources"}
)

// LoadSteps reads the embedded library and then the user's directories; a later declaration of the same name replaces
// an earlier one, script included. The diagnostics name file and place.
func LoadSteps(dirs ...string) (*Library, schema.Diagnostics) {
	sub, err := fs.Sub(embeddedSteps, "steps")
	if err != nil {
		panic("compiler: embedded steps are not a folder: " + err.Error())
	}
	lib := &Library{byName: map[string]*Declaration{}}
	diags := lib.add(sub, "steps")
	ours := maps.Clone(lib.byName)
	for _, dir := range dirs {
		root, err := os.OpenRoot(dir)
		if err != nil {
			diags = append(diags, schema.Diagnostic{Severity: "error", Code: "step_unreadable", Summary: "Unreadable step directory",
				Detail: fmt.Sprintf("The step directory %q could not be read: %v.", dir, err)})
			continue
		}
		diags = append(diags, lib.add(root.FS(), dir)...)
		_ = root.Close()
	}
	if diags = append(diags, lib.link()...); !diags.HasErrors() {
		diags = append(diags, lib.loadNotes()...)
		diags = append(diags, lib.loadConstraints(embeddedConstraints)...)
		diags = append(diags, lib.dropped(ours)...)
	}
	return lib, diags
}

func (l *Library) add(fsys fs.FS, prefix string) schema.Diagnostics {
	var diags schema.Diagnostics
	var files []string
	err := fs.WalkDir(fsys, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.Type().IsRegular() && path.Ext(p) == ".hcl" {
			files = append(files, p)
		}
		return nil
	})
	if err != nil {
		return schema.Diagnostics{{Severity: "error", Code: "step_unreadable", Summary: "Unreadable step directory",
			Detail: fmt.Sprintf("The step directory %q could not be read: %v.", prefix, err)}}
	}
	for _, p := range files {
		src, err := fs.ReadFile(fsys, p)
		if err != nil {
			diags = append(diags, schema.Diagnostic{Severity: "error", Code: "step_unreadable", Summary: "Unreadable step file",
				Detail: fmt.Sprintf("%s could not be read: %v.", path.Join(prefix, p), err)})
			continue
		}
		decl, moreDiags := parseStep(src, path.Join(prefix, p))
		diags = append(diags, moreDiags...)
		if moreDiags.HasErrors() {
			continue
		}
		if want := strings.ReplaceAll(decl.Name, ".", "/") + ".hcl"; want != p {
			diags = append(diags, stepError("step_misplaced", "Step in the wrong file",
				fmt.Sprintf("Step %q belongs into %s.", decl.Name, want), decl.File, decl.expr["duration"].Range()))
			continue
		}
		if script, err := fs.ReadFile(fsys, strings.TrimSuffix(p, ".hcl")+".ps1"); err == nil {
			sum := sha256.Sum256(script)
			decl.Script, decl.ScriptSHA256 = string(script), hex.EncodeToString(sum[:])
		}
		diags = append(diags, decl.checkScript()...)
		l.byName[decl.Name] = decl
	}
	return diags
}

// stepName is what a step may be called; it becomes the name of files.
var stepName = regexp.MustCompile(`^[a-z0-9_]+\.[a-z0-9_]+$`)

// parameterName is what a parameter of a script may be called.
var parameterName = regexp.MustCompile(`^[A-Z][A-Za-z0-9]*$`)

var functionName = regexp.MustCompile(`(?mi)^function\s+([A-Za-z-]+)`)

// checkScript holds a script to the contract that the runner and the renderers rely on.
func (d *Declaration) checkScript() schema.Diagnostics {
	if (d.Kind == "script") != (d.Script != "") {
		return schema.Diagnostics{stepError("step_script", "Script and kind disagree",
			fmt.Sprintf("Step %q has kind %q; a .ps1 beside it exists exactly for kind \"script\".", d.Name, d.Kind), d.File, d.expr["duration"].Range())}
	}
	if d.Kind != "script" {
		if d.Instructions == "" {
			return schema.Diagnostics{stepError("step_instructions", "Step without instructions",
				fmt.Sprintf("Step %q is done by a person and has no instructions.", d.Name), d.File, d.expr["duration"].Range())}
		}
		return nil
	}
	if i := strings.IndexFunc(d.Script, func(r rune) bool { return r != '\n' && r != '\t' && (r < 0x20 || r > 0x7e) }); i >= 0 {
		return schema.Diagnostics{stepError("step_script", "Script is not plain ASCII",
			fmt.Sprintf("The script of step %q holds a character at byte %d that Windows PowerShell may read differently; write it in ASCII with line feeds.", d.Name, i), d.File, d.expr["duration"].Range())}
	}
	var have []string
	for _, m := range functionName.FindAllStringSubmatch(d.Script, -1) {
		have = append(have, m[1])
	}
	want := []string{"Test-Step", "Invoke-Step", "Confirm-Step"}
	if d.Reversible {
		want = append(want, "Undo-Step")
	}
	var diags schema.Diagnostics
	for _, name := range want {
		if !slices.Contains(have, name) {
			diags = append(diags, stepError("step_script", "Script without a promised function",
				fmt.Sprintf("The script of step %q has no function %s.", d.Name, name), d.File, d.expr["duration"].Range()))
		}
	}
	return diags
}

func stepError(code, summary, detail, file string, rng hcl.Range) schema.Diagnostic {
	r := rangeOf(rng)
	r.Filename = file
	return schema.Diagnostic{Severity: "error", Code: code, Summary: summary, Detail: detail, Range: &r}
}

func rangeOf(r hcl.Range) schema.Range {
	pos := func(p hcl.Pos) schema.Position { return schema.Position{Line: p.Line, Column: p.Column, Byte: p.Byte} }
	return schema.Range{Filename: r.Filename, Start: pos(r.Start), End: pos(r.End)}
}

func hclDiagnostics(diags hcl.Diagnostics, code string) schema.Diagnostics {
	var out schema.Diagnostics
	for _, d := range diags {
		severity := "error"
		if d.Severity == hcl.DiagWarning {
			severity = "warning"
		}
		x := schema.Diagnostic{Severity: severity, Code: code, Summary: d.Summary, Detail: d.Detail}
		if d.Subject != nil {
			r := rangeOf(*d.Subject)
			x.Range = &r
		}
		out = append(out, x)
	}
	return out
}

func parseStep(src []byte, filename string) (*Declaration, schema.Diagnostics) {
	file, hclDiags := hclsyntax.ParseConfig(src, filename, hcl.InitialPos)
	if hclDiags.HasErrors() {
		return nil, hclDiagnostics(hclDiags, "step_syntax")
	}
	body := file.Body.(*hclsyntax.Body)
	if len(body.Blocks) != 1 || len(body.Attributes) > 0 || body.Blocks[0].Type != "step" || len(body.Blocks[0].Labels) != 1 {
		return nil, schema.Diagnostics{stepError("step_shape", "Not one step", "A step file holds exactly one block: step \"<prefix>.<name>\" { ... }.", filename, body.Range())}
	}
	block := body.Blocks[0]
	if !stepName.MatchString(block.Labels[0]) {
		return nil, schema.Diagnostics{stepError("step_name", "Wrong name of a step",
			fmt.Sprintf("%q is no name of a step: write <prefix>.<name> in lower-case letters, digits and underscores.", block.Labels[0]), filename, block.LabelRanges[0])}
	}
	d := &Declaration{Name: block.Labels[0], File: filename, src: src, expr: map[string]hcl.Expression{}, want: map[string]wanted{}, same: map[string]cty.Value{}, Expressions: map[string]string{}}
	var diags schema.Diagnostics
	for _, inner := range block.Body.Blocks {
		if inner.Type != "failure" || len(inner.Labels) != 1 {
			diags = append(diags, stepError("step_shape", "Unexpected block", fmt.Sprintf("A step has attributes and blocks failure \"<sign>\" only; block %q with %d label(s) is neither.", inner.Type, len(inner.Labels)), filename, inner.TypeRange))
			continue
		}
		failure, moreDiags := parseFailure(inner, filename)
		diags = append(diags, moreDiags...)
		d.Failures = append(d.Failures, failure)
	}
	known := slices.Concat(stringAttributes, listAttributes, boolAttributes, expressionAttributes, mapAttributes, []string{"after_first"})
	for _, name := range slices.Sorted(maps.Keys(block.Body.Attributes)) {
		attr := block.Body.Attributes[name]
		if !slices.Contains(known, name) {
			detail := fmt.Sprintf("A step has no attribute %q.", name)
			if s := schema.Suggest(name, known); s != "" {
				detail += fmt.Sprintf(" Did you mean %q?", s)
			}
			diags = append(diags, stepError("step_unknown_attribute", "Unknown step attribute", detail, filename, attr.NameRange))
			continue
		}
		if slices.Contains(expressionAttributes, name) {
			d.expr[name], d.want[name] = attr.Expr, needs(attr.Expr)
			d.Expressions[name] = d.text(name)
			if len(d.want[name]) == 0 {
				if v, moreDiags := attr.Expr.Value(&hcl.EvalContext{Functions: stepFunctions}); !moreDiags.HasErrors() {
					d.same[name] = v
				}
			}
			diags = append(diags, checkTraversals(attr.Expr, filename)...)
			if name == "touches" {
				diags = append(diags, checkTouches(attr.Expr, filename)...)
			}
			continue
		}
		value, moreDiags := attr.Expr.Value(nil)
		if moreDiags.HasErrors() {
			diags = append(diags, hclDiagnostics(moreDiags, "step_value")...)
			continue
		}
		if err := d.set(name, value); err != nil {
			diags = append(diags, stepError("step_value", "Wrong value in a step", err.Error(), filename, attr.Expr.Range()))
		}
	}
	if d.Requires == nil {
		d.Requires = []string{} // in the list of all steps an empty one is an answer
	}
	for _, name := range requiredAttributes {
		if block.Body.Attributes[name] == nil {
			diags = append(diags, stepError("step_missing_attribute", "Missing step attribute", fmt.Sprintf("Step %q has no attribute %q.", d.Name, name), filename, block.DefRange()))
		}
	}
	return d, diags
}

// set stores a constant attribute.
func (d *Declaration) set(name string, value cty.Value) error {
	if text, ok := map[string]*string{
		"title": &d.Title, "scope": &d.Scope, "kind": &d.Kind, "who": &d.Who, "privilege": &d.Privilege, "runs_on": &d.RunsOn,
		"risk": &d.Risk, "why": &d.Why, "verify": &d.Verify, "undo": &d.Undo, "instructions": &d.Instructions, "looks_at": &d.LooksAt, "impact": &d.Impact,
	}[name]; ok {
		if value.IsNull() || value.Type() != cty.String {
			return fmt.Errorf("%s is a string", name)
		}
		*text = strings.TrimSpace(value.AsString())
		if allowed, ok := map[string][]string{"scope": StepScopes, "kind": StepKinds, "risk": StepRisks, "runs_on": RunsOn, "looks_at": LooksAt}[name]; ok && !slices.Contains(allowed, *text) {
			return fmt.Errorf("%s is one of %s", name, strings.Join(allowed, ", "))
		}
		return nil
	}
	if flag, ok := map[string]*bool{"on_demand": &d.OnDemand, "all_required": &d.AllRequired, "gate": &d.Gate, "only_with_gate": &d.OnlyWithGate, "opens_window": &d.OpensWindow, "reversible": &d.Reversible, "restarts": &d.Restarts}[name]; ok {
		if value.IsNull() || value.Type() != cty.Bool {
			return fmt.Errorf("%s is true or false", name)
		}
		*flag = value.True()
		return nil
	}
	if name == "after_first" {
		return d.setAfterFirst(value)
	}
	if what, ok := map[string]string{"portal": "portal maps an era to a click path", "secrets": "secrets maps a parameter of Invoke-Step to what is asked for"}[name]; ok {
		entries := map[string]string{}
		if value.IsNull() || !value.CanIterateElements() {
			return errors.New(what)
		}
		for k, v := range value.Elements() {
			if v.IsNull() || v.Type() != cty.String || k.Type() != cty.String || name == "secrets" && !parameterName.MatchString(k.AsString()) {
				return errors.New(what)
			}
			entries[k.AsString()] = v.AsString()
		}
		if name == "portal" {
			d.Portal = entries
		} else {
			d.Secrets = entries
		}
		return nil
	}
	list := map[string]*[]string{"generations": &d.Generations, "roles": &d.Roles, "requires": &d.Requires, "prefers": &d.Prefers, "after_all": &d.AfterAll,
		"notes": &d.Notes, "sources": &d.Sources, "security": &d.Security, "evidence": &d.Evidence}[name]
	var err error
	if *list, err = stringList(name, value); err != nil {
		return err
	}
	for _, topic := range *list {
		if name == "security" && !slices.Contains(SecurityTopics, topic) {
			return fmt.Errorf("security holds only %s", strings.Join(SecurityTopics, ", "))
		}
	}
	return nil
}

// checkTouches holds the configuration items that a step touches to the kinds there are.
func checkTouches(expr hcl.Expression, filename string) schema.Diagnostics {
	pairs, hclDiags := hcl.ExprMap(expr)
	if hclDiags.HasErrors() {
		return schema.Diagnostics{stepError("step_value", "Wrong value in a step", "touches maps a kind of configuration item to names: { group = [...] }.", filename, expr.Range())}
	}
	var diags schema.Diagnostics
	for _, pair := range pairs {
		if kind := hcl.ExprAsKeyword(pair.Key); !slices.Contains(TouchKinds, kind) {
			diags = append(diags, stepError("step_value", "Wrong value in a step", fmt.Sprintf("%q is no kind of configuration item; there are %s.%s", kind, strings.Join(TouchKinds, ", "), nearest(kind, TouchKinds)), filename, pair.Key.Range()))
		}
	}
	return diags
}

func stringList(name string, value cty.Value) ([]string, error) {
	if value.IsNull() || !value.CanIterateElements() {
		return nil, fmt.Errorf("%s is a list of strings", name)
	}
	var out []string
	for _, v := range value.Elements() {
		if v.IsNull() || v.Type() != cty.String {
			return nil, fmt.Errorf("%s is a list of strings", name)
		}
		out = append(out, v.AsString())
	}
	return out, nil
}

// parseFailure reads a known sign that a step went wrong; which steps there are is known only once all are read.
func parseFailure(block *hclsyntax.Block, filename string) (schema.Failure, schema.Diagnostics) {
	f := schema.Failure{Sign: block.Labels[0]}
	var diags schema.Diagnostics
	for _, inner := range block.Body.Blocks {
		diags = append(diags, stepError("step_shape", "Unexpected block", fmt.Sprintf("A failure has attributes only; block %q is not known.", inner.Type), filename, inner.TypeRange))
	}
	for _, name := range slices.Sorted(maps.Keys(block.Body.Attributes)) {
		attr := block.Body.Attributes[name]
		value, hclDiags := attr.Expr.Value(nil)
		if hclDiags.HasErrors() {
			diags = append(diags, hclDiagnostics(hclDiags, "step_value")...)
			continue
		}
		var err error
		switch name {
		case "means":
			f.Means, err = oneString(name, value)
		case "retry_after":
			f.RetryAfter, err = oneString(name, value)
		case "go_to":
			f.GoTo, err = stringList(name, value)
		default:
			diags = append(diags, stepError("step_unknown_attribute", "Unknown step attribute",
				fmt.Sprintf("A failure has no attribute %q; it has means, go_to and retry_after.", name), filename, attr.NameRange))
		}
		if err != nil {
			diags = append(diags, stepError("step_value", "Wrong value in a step", err.Error(), filename, attr.Expr.Range()))
		}
	}
	if !diags.HasErrors() && (f.Sign == "" || f.Means == "" || len(f.GoTo) == 0) {
		diags = append(diags, stepError("step_missing_attribute", "Missing step attribute",
			"A failure says by its label what is seen, by means what that says, and by go_to which steps to turn to.", filename, block.DefRange()))
	}
	return f, diags
}

func (d *Declaration) setAfterFirst(value cty.Value) error {
	tree, err := goValue(value)
	object, _ := tree.(map[string]any)
	step, named := object["step"].(string)
	roles, listed := object["roles"].([]any)
	if err != nil || !named || !listed || len(object) != 2 {
		return fmt.Errorf("after_first is { step = \"<prefix>.<name>\", roles = [...] }")
	}
	d.AfterFirst = &AfterFirst{Step: step}
	for _, role := range roles {
		text, ok := role.(string)
		if !ok {
			return fmt.Errorf("after_first.roles is a list of strings")
		}
		d.AfterFirst.Roles = append(d.AfterFirst.Roles, text)
	}
	return nil
}

// link checks names between steps and fixes the definition order.
func (l *Library) link() schema.Diagnostics {
	var diags schema.Diagnostics
	names := slices.Sorted(maps.Keys(l.byName))
	sum := sha256.New()
	for _, name := range names {
		d := l.byName[name]
		fmt.Fprintf(sum, "%s\x00%d\x00%s\x00%d\x00%s", name, len(d.src), d.src, len(d.Script), d.Script)
		others := slices.Concat(d.Requires, d.Prefers, d.AfterAll)
		if d.AfterFirst != nil {
			others = append(others, d.AfterFirst.Step)
		}
		for _, f := range d.Failures {
			others = append(others, f.GoTo...)
			if f.RetryAfter != "" {
				others = append(others, f.RetryAfter)
			}
		}
		for _, other := range others {
			if l.byName[other] == nil {
				detail := fmt.Sprintf("Step %q names step %q, which does not exist.", name, other)
				if s := schema.Suggest(other, names); s != "" {
					detail += fmt.Sprintf(" Did you mean %q?", s)
				}
				diags = append(diags, stepError("step_unknown_step", "Unknown step", detail, d.File, d.expr["duration"].Range()))
			}
		}
	}
	l.digest, l.later = hex.EncodeToString(sum.Sum(nil)), map[string][]*Declaration{}
	for _, name := range names {
		if d := l.byName[name]; d.AfterFirst != nil {
			l.later[d.AfterFirst.Step] = append(l.later[d.AfterFirst.Step], d)
		}
	}
	if diags.HasErrors() {
		return diags
	}
	l.afterGate = map[string]bool{}
	for _, name := range names {
		for other := range closure(l.byName, name) {
			l.afterGate[name] = l.afterGate[name] || l.byName[other].Gate && l.byName[other].Scope == "server"
		}
	}
	// A cycle between definitions is legal (it may run over different subjects); the order then falls back to names.
	state := map[string]int{}
	var visit func(string)
	visit = func(name string) {
		if state[name] != 0 {
			return
		}
		state[name] = 1
		d := l.byName[name]
		for _, other := range slices.Sorted(slices.Values(slices.Concat(d.Requires, d.Prefers))) {
			visit(other)
		}
		l.names = append(l.names, name)
	}
	for _, name := range names {
		visit(name)
	}
	return diags
}

// parseDuration reads "90m", "10h" or "7d" into seconds.
func parseDuration(text string) (int64, error) {
	if days, ok := strings.CutSuffix(text, "d"); ok {
		text = days
		d, err := time.ParseDuration(text + "h")
		return int64(d/time.Second) * 24, err
	}
	d, err := time.ParseDuration(text)
	if err == nil && d < 0 {
		err = fmt.Errorf("duration %q is negative", text)
	}
	return int64(d / time.Second), err
}
