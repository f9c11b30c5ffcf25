package compiler

import (
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/mdiplan/mdiplan/schema"
)

//go:embed constraints
var embeddedConstraints embed.FS

// The closed vocabularies of a constraint.
var (
	// ConstraintKinds: steps stand in an order; steps at different subjects do not overlap; a step is planned once; or no order
	// of steps can show it, and it is held elsewhere.
	ConstraintKinds = []string{"order", "apart", "once", "elsewhere"}
	// ConstraintJoins say which steps are meant together: those at subjects that belong together, as requirements have it; all
	// of them; those of one domain or forest; those of a wave and of the waves after it; those at servers that must not be down
	// together.
	ConstraintJoins = []string{"related", "all", "domain", "forest", "next_wave", "exclusive"}
	// ConstraintBases say where a constraint comes from: the vendor's documentation, the vendor's tools, or practice.
	ConstraintBases = []string{"documented", "tool", "practice"}
)

// Constraint is a statement about the order of steps that every plan is held to, whatever the steps themselves require.
type Constraint struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	// Because is the reason that a change board reads.
	Because string `json:"because"`
	Kind    string `json:"kind"`
	// Hard says that a plan that breaks it is not sound; where a soft one is not followed, the proof says so.
	Hard  bool   `json:"hard"`
	Basis string `json:"basis"`
	Join  string `json:"join"`
	// Gap is what has to pass at least between the end of the first stage and the start of the last.
	Gap string `json:"gap,omitzero"`
	// Stages come one after the other.
	Stages  []Stage  `json:"stages,omitzero"`
	Sources []string `json:"sources"`
	File    string   `json:"file"`

	gap int64
	// where says by its when whether the constraint applies to an estate at all.
	where *Declaration
}

// Stage is a set of steps that stand at one place of a constraint.
type Stage struct {
	// Steps are names, or <prefix>.* for all of a prefix; with Changes or Risks instead, those that change something or that
	// carry such a risk, Except some.
	Steps   []string `json:"steps,omitzero"`
	Except  []string `json:"except,omitzero"`
	Risks   []string `json:"risks,omitzero"`
	Changes bool     `json:"changes,omitzero"`
	// Some says that one of these is enough for what comes after, and that a sensor of Generations that runs already is as good.
	Some bool `json:"some,omitzero"`
	// Roles, Generations and When say at which subjects; When is asked of the facts as they were read.
	Roles       []string `json:"roles,omitzero"`
	Generations []string `json:"generations,omitzero"`
	When        string   `json:"when,omitzero"`

	// Names are the steps that it comes to, sorted.
	Names []string `json:"names"`
	// scopes are those of the steps, sorted.
	scopes []string
	where  *Declaration
}

// place is where a step stands in a constraint.
type place struct{ constraint, stage int }

// Constraints lists all constraints by id.
func (l *Library) Constraints() []*Constraint { return slices.Clone(l.constraints) }

// ConstraintsOf are the constraints that name a step, by id; after are those in which something stands before it.
func (l *Library) ConstraintsOf(step string) (all, after []*Constraint) {
	for _, p := range l.places[step] {
		c := l.constraints[p.constraint]
		if !slices.Contains(all, c) {
			all = append(all, c)
		}
		if p.stage > 0 && !slices.Contains(after, c) {
			after = append(after, c)
		}
	}
	return all, after
}

// Before names the steps that stand before a step in a constraint.
func (c *Constraint) Before(step string) []string {
	var out []string
	for i := range c.Stages {
		if i > 0 && slices.Contains(c.Stages[i].Names, step) {
			return out
		}
		out = append(out, c.Stages[i].Names...)
	}
	return nil
}

// Words are a stage as a person reads it.
func (s *Stage) Words() string {
	text := strings.Join(s.Steps, ", ")
	switch {
	case s.Changes:
		text = "every step that changes something"
	case len(s.Risks) > 0:
		text = "every step with the risk " + strings.ReplaceAll(strings.Join(s.Risks, " or "), "_", " ")
	}
	if s.Some {
		text = "one of " + text
	}
	if len(s.Roles) > 0 {
		text += " (" + strings.Join(s.Roles, ", ") + ")"
	}
	if s.When != "" {
		text += " where " + s.When
	}
	return text
}

// Binds says whether a plan may break it.
func (c *Constraint) Binds() string {
	if c.Hard {
		return "always"
	}
	return "where possible"
}

// Together says at which subjects the steps are meant; empty where there are no steps.
func (c *Constraint) Together() string {
	if len(c.Stages) == 0 {
		return ""
	}
	return map[string]string{"related": "subjects that belong together", "all": "all subjects", "domain": "subjects of one domain", "forest": "subjects of one forest",
		"next_wave": "a wave and those after it", "exclusive": "servers that must not be down together"}[c.Join]
}

// Order is the chain of stages as a person reads it.
func (c *Constraint) Order() string {
	words := make([]string, len(c.Stages))
	for i := range c.Stages {
		words[i] = c.Stages[i].Words()
	}
	return strings.Join(words, " -> ")
}

var constraintID = regexp.MustCompile(`^[A-Z][0-9]{2}[a-z]?$`)

// constraintShape and stageShape are the whole grammar of a constraint.
var (
	constraintShape = &hcl.BodySchema{Attributes: []hcl.AttributeSchema{{Name: "title", Required: true}, {Name: "because", Required: true}, {Name: "kind", Required: true},
		{Name: "hard"}, {Name: "basis", Required: true}, {Name: "join"}, {Name: "gap"}, {Name: "when"}, {Name: "sources", Required: true}}, Blocks: []hcl.BlockHeaderSchema{{Type: "stage"}}}
	stageShape = &hcl.BodySchema{Attributes: []hcl.AttributeSchema{{Name: "steps"}, {Name: "except"}, {Name: "risks"}, {Name: "changes"}, {Name: "some"}, {Name: "roles"},
		{Name: "generations"}, {Name: "when"}}}
)

// loadConstraints reads the constraints of the program; the steps they name have to exist.
func (l *Library) loadConstraints(fsys fs.FS) schema.Diagnostics {
	var diags schema.Diagnostics
	files, err := fs.Glob(fsys, "constraints/*.hcl")
	if err != nil {
		panic("compiler: the pattern of constraint files is wrong: " + err.Error())
	}
	l.constraints, l.places = nil, map[string][]place{}
	for _, file := range files {
		src, err := fs.ReadFile(fsys, file)
		if err != nil {
			return append(diags, schema.Diagnostic{Severity: "error", Code: "constraint_unreadable", Summary: "Unreadable constraint file", Detail: fmt.Sprintf("%s could not be read: %v.", file, err)})
		}
		parsed, hclDiags := hclsyntax.ParseConfig(src, file, hcl.InitialPos)
		diags = append(diags, hclDiagnostics(hclDiags, "constraint_syntax")...)
		content, hclDiags := parsed.Body.Content(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: "constraint", LabelNames: []string{"id"}}}})
		diags = append(diags, hclDiagnostics(hclDiags, "constraint_syntax")...)
		for _, block := range content.Blocks {
			c, moreDiags := l.constraint(block, file, src)
			diags = append(diags, moreDiags...)
			if slices.ContainsFunc(l.constraints, func(other *Constraint) bool { return other.ID == c.ID }) {
				diags = append(diags, stepError("constraint_duplicate", "Constraint declared twice", fmt.Sprintf("%s is declared twice.", c.ID), file, block.LabelRanges[0]))
			}
			l.constraints = append(l.constraints, c)
		}
	}
	slices.SortFunc(l.constraints, func(a, b *Constraint) int { return strings.Compare(a.ID, b.ID) })
	for i, c := range l.constraints {
		for j := range c.Stages {
			for _, name := range c.Stages[j].Names {
				l.places[name] = append(l.places[name], place{i, j})
			}
		}
	}
	return diags
}

func (l *Library) constraint(block *hcl.Block, file string, src []byte) (*Constraint, schema.Diagnostics) {
	c := &Constraint{ID: block.Labels[0], Hard: true, Join: "related", File: file, where: newCondition(block.Labels[0], file, src)}
	content, hclDiags := block.Body.Content(constraintShape)
	diags := hclDiagnostics(hclDiags, "constraint_syntax")
	wrong := func(code, summary string, rng hcl.Range, format string, args ...any) {
		diags = append(diags, stepError(code, summary, fmt.Sprintf(format, args...), file, rng))
	}
	diags = append(diags, readAttributes(content.Attributes, file, c.where, map[string]any{"title": &c.Title, "because": &c.Because, "kind": &c.Kind, "hard": &c.Hard,
		"basis": &c.Basis, "join": &c.Join, "gap": &c.Gap, "sources": &c.Sources})...)
	if !constraintID.MatchString(c.ID) {
		wrong("constraint_id", "Wrong id of a constraint", block.LabelRanges[0], "%q is no id of a constraint: write a capital, two digits and perhaps a letter, such as E17b.", c.ID)
	}
	for _, word := range []struct {
		name, have string
		known      []string
	}{{"kind", c.Kind, ConstraintKinds}, {"join", c.Join, ConstraintJoins}, {"basis", c.Basis, ConstraintBases}} {
		if attr := content.Attributes[word.name]; attr != nil && !slices.Contains(word.known, word.have) {
			wrong("constraint_value", "Wrong value in a constraint", attr.Range, "%s is one of %s.", word.name, strings.Join(word.known, ", "))
		}
	}
	if c.Gap != "" {
		var err error
		if c.gap, err = parseDuration(c.Gap); err != nil {
			wrong("constraint_value", "Wrong value in a constraint", content.Attributes["gap"].Range, "gap is a duration such as 10h: %v.", err)
		}
	}
	if len(c.Sources) == 0 {
		wrong("constraint_source", "Constraint without a source", block.DefRange, "%s names no source.", c.ID)
	}
	seen := map[string]bool{}
	for _, inner := range content.Blocks {
		stage, moreDiags := l.stage(inner, c.ID, file, src)
		diags = append(diags, moreDiags...)
		// What stands in a stage stands in no later one: every step that changes something is not the step before it.
		stage.Names = slices.DeleteFunc(stage.Names, func(name string) bool { return seen[name] && len(stage.Steps) == 0 })
		for _, name := range stage.Names {
			seen[name] = true
		}
		c.Stages = append(c.Stages, stage)
	}
	wanted := map[string][2]int{"order": {2, 99}, "apart": {1, 1}, "once": {1, 1}, "elsewhere": {0, 0}}[c.Kind]
	if n := len(c.Stages); c.Kind != "" && (n < wanted[0] || n > wanted[1]) {
		wrong("constraint_stages", "Wrong number of stages", block.DefRange, "A constraint of kind %q has %d stages at least and %d at most; %s has %d.", c.Kind, wanted[0], wanted[1], c.ID, n)
	}
	if n := len(c.Stages); n > 0 && c.Stages[n-1].Some {
		wrong("constraint_stages", "One of the last stage", block.DefRange, "Nothing comes after the last stage of %s, so \"some\" says nothing there.", c.ID)
	}
	return c, diags
}

func (l *Library) stage(block *hcl.Block, id, file string, src []byte) (Stage, schema.Diagnostics) {
	s := Stage{where: newCondition(id, file, src)}
	content, hclDiags := block.Body.Content(stageShape)
	diags := append(hclDiagnostics(hclDiags, "constraint_syntax"), readAttributes(content.Attributes, file, s.where, map[string]any{"steps": &s.Steps, "except": &s.Except, "risks": &s.Risks,
		"changes": &s.Changes, "some": &s.Some, "roles": &s.Roles, "generations": &s.Generations})...)
	s.where.Roles, s.where.Generations = s.Roles, s.Generations
	if s.where.expr["when"] != nil {
		s.When = s.where.text("when")
	}
	given := 0
	for _, is := range []bool{len(s.Steps) > 0, len(s.Risks) > 0, s.Changes} {
		if is {
			given++
		}
	}
	if given != 1 {
		return s, append(diags, stepError("constraint_stage", "Stage without its steps", fmt.Sprintf("A stage of %s names steps, risks or changes, one of them.", id), file, block.DefRange))
	}
	if s.Some && len(s.Generations) == 0 {
		diags = append(diags, stepError("constraint_stage", "Stage without generations", fmt.Sprintf("A stage of %s of which some are enough says of which generations.", id), file, block.DefRange))
	}
	for _, risk := range s.Risks {
		if !slices.Contains(StepRisks, risk) {
			diags = append(diags, stepError("constraint_value", "Wrong value in a constraint", fmt.Sprintf("risks are of %s.", strings.Join(StepRisks, ", ")), file, block.DefRange))
		}
	}
	names := slices.Sorted(maps.Keys(l.byName))
	for _, pattern := range slices.Concat(s.Steps, s.Except) {
		if !slices.ContainsFunc(names, func(name string) bool { return matchesName(pattern, name) }) {
			detail := fmt.Sprintf("Constraint %s names step %q, which does not exist.", id, pattern)
			if hint := schema.Suggest(pattern, names); hint != "" {
				detail += fmt.Sprintf(" Did you mean %q?", hint)
			}
			diags = append(diags, stepError("constraint_unknown_step", "Unknown step", detail, file, block.DefRange))
		}
	}
	for _, name := range names {
		d := l.byName[name]
		named := func(pattern string) bool { return matchesName(pattern, name) }
		in := slices.ContainsFunc(s.Steps, named) || slices.Contains(s.Risks, d.Risk) || s.Changes && !slices.Contains(schema.KindsWithoutChange, d.Kind)
		if in && !slices.ContainsFunc(s.Except, named) {
			s.Names, s.scopes = append(s.Names, name), append(s.scopes, d.Scope)
		}
	}
	s.scopes = unique(s.scopes)
	return s, diags
}

func matchesName(pattern, name string) bool {
	ok, err := path.Match(pattern, name)
	return ok && err == nil
}

// newCondition is a declaration that holds nothing but where something applies.
func newCondition(name, file string, src []byte) *Declaration {
	return &Declaration{Name: name, File: file, src: src, expr: map[string]hcl.Expression{}, want: map[string]wanted{}}
}

// readAttributes fills strings, lists and flags; the expression when goes to where.
func readAttributes(attributes hcl.Attributes, file string, where *Declaration, into map[string]any) schema.Diagnostics {
	var diags schema.Diagnostics
	for _, name := range slices.Sorted(maps.Keys(attributes)) {
		attr := attributes[name]
		if name == "when" {
			where.expr[name], where.want[name] = attr.Expr, needs(attr.Expr)
			diags = append(diags, checkTraversals(attr.Expr, file)...)
			continue
		}
		value, moreDiags := attr.Expr.Value(nil)
		diags = append(diags, hclDiagnostics(moreDiags, "constraint_value")...)
		if moreDiags.HasErrors() {
			continue
		}
		what := ""
		switch target := into[name].(type) {
		case *string:
			if what = "a string"; !value.IsNull() && value.Type() == cty.String {
				*target, what = strings.TrimSpace(value.AsString()), ""
			}
		case *bool:
			if what = "true or false"; !value.IsNull() && value.Type() == cty.Bool {
				*target, what = value.True(), ""
			}
		case *[]string:
			what = ""
			if value.IsNull() || !value.CanIterateElements() {
				what = "a list of strings"
				break
			}
			for _, v := range value.AsValueSlice() {
				if v.IsNull() || v.Type() != cty.String {
					what = "a list of strings"
					break
				}
				*target = append(*target, v.AsString())
			}
		}
		if what != "" {
			diags = append(diags, stepError("constraint_value", "Wrong value in a constraint", fmt.Sprintf("%s is %s.", name, what), file, attr.Range))
		}
	}
	return diags
}

// dropped warns of steps of the user that replace one of ours and no longer require what a hard constraint puts before it: what
// is in a plan only because it is required is then missing, and no order can show that.
func (l *Library) dropped(ours map[string]*Declaration) schema.Diagnostics {
	var diags schema.Diagnostics
	for _, name := range l.names {
		before, now := ours[name], l.byName[name]
		if before == nil || before == now {
			continue
		}
		required, still := closure(ours, name), closure(l.byName, name)
		for _, p := range l.places[name] {
			c := l.constraints[p.constraint]
			if !c.Hard || c.Kind != "order" {
				continue
			}
			for _, other := range c.Before(name) {
				if required[other] && !still[other] {
					still[other] = true // once for each
					diags = append(diags, schema.Diagnostic{Severity: "warning", Code: "step_requirement_dropped", Summary: "Step without a requirement",
						Detail: fmt.Sprintf("Step %q of %s no longer requires %q. %s: %s %s Require it, or say why it is not needed there.", name, now.File, other, c.ID, c.Title+".", c.Because)})
				}
			}
		}
	}
	return diags
}

// closure are all steps that a step requires, directly or not.
func closure(steps map[string]*Declaration, name string) map[string]bool {
	out := map[string]bool{}
	var visit func(string)
	visit = func(name string) {
		if d := steps[name]; d != nil {
			for _, other := range d.Requires {
				if !out[other] {
					out[other] = true
					visit(other)
				}
			}
		}
	}
	visit(name)
	return out
}
