package policies

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// change is a syntax tree with one thing in it that is not as it was written. Trees are rebuilt along the way to the
// change and shared elsewhere, so that nothing has to be taken back.
type change[T any] struct {
	node T
	at   *ast.Location
	// what says in one line what was changed; within a rule it names the change.
	what string
}

// mutant is a module with one change in one rule.
type mutant struct {
	rule   string
	module *ast.Module
	at     *ast.Location
	what   string
}

func (m mutant) String() string { return fmt.Sprintf("%s: %s: %s", m.at.File, m.rule, m.what) }

// lifted puts each change of a part into the whole.
func lifted[P, W any](parts []change[P], whole func(P) W) []change[W] {
	out := make([]change[W], len(parts))
	for i, p := range parts {
		out[i] = change[W]{whole(p.node), p.at, p.what}
	}
	return out
}

func replaced[S ~[]E, E any](s S, i int, e E) S {
	out := slices.Clone(s)
	out[i] = e
	return out
}

func without[S ~[]E, E any](s S, i int) S { return slices.Delete(slices.Clone(s), i, i+1) }

// short is the text of a node on one line.
func short(at *ast.Location, node fmt.Stringer) string {
	text := node.String()
	// What stands in an else has the place, and so the text, of all that follows.
	if at != nil && len(at.Text) > 0 && !strings.HasPrefix(string(at.Text), "else") {
		text = string(at.Text)
	}
	text = strings.Join(strings.Fields(text), " ")
	if r := []rune(text); len(r) > 90 {
		text = string(r[:90]) + "…"
	}
	return text
}

// mutator changes the rules of a module.
type mutator struct{ module *ast.Module }

// mutants of a module: each differs from it in one place.
func mutants(module *ast.Module) []mutant {
	var out []mutant
	add := func(rule *ast.Rule, rules []*ast.Rule, at *ast.Location, what string) {
		m := *module
		m.Rules = rules
		// Comments and annotations belong to the text; the tests do not ask for them.
		m.Annotations = nil
		out = append(out, mutant{ruleName(rule), &m, at, what})
	}
	for i, rule := range module.Rules {
		for _, c := range (mutator{module}).changedRule(rule) {
			add(rule, replaced(module.Rules, i, c.node), c.at, c.what)
		}
		add(rule, without(module.Rules, i), rule.Location, "drop the rule "+short(rule.Location, rule))
	}
	return out
}

func ruleName(r *ast.Rule) string { return r.Head.Ref()[0].Value.String() }

func (m mutator) changedRule(r *ast.Rule) []change[*ast.Rule] {
	with := func(f func(*ast.Rule)) *ast.Rule {
		rule, head := *r, *r.Head
		rule.Head = &head
		f(&rule)
		return &rule
	}
	var out []change[*ast.Rule]
	if value := r.Head.Value; value != nil {
		values := m.changedTerm(value)
		if _, text := value.Value.(ast.String); text && ruleName(r) == "required" {
			values = nil // a sentence without its full stop
		}
		if name := ruleName(r); (name == "compliant" || name == "applies") && !isComparison(value) {
			if _, literal := value.Value.(ast.Boolean); !literal {
				values = append(values, constants(value)...)
			}
		}
		for i := range values {
			// The true that an answer without a value stands for has no place of its own.
			if values[i].at == nil || len(values[i].at.Text) == 0 {
				values[i].at = r.Location
			}
		}
		out = append(out, lifted(values, func(t *ast.Term) *ast.Rule { return with(func(r *ast.Rule) { r.Head.Value = t }) })...)
	}
	if key := r.Head.Key; key != nil {
		if _, literal := key.Value.(ast.String); !literal {
			out = append(out, lifted(m.changedTerm(key), func(t *ast.Term) *ast.Rule { return with(func(r *ast.Rule) { r.Head.Key = t }) })...)
		}
	}
	var heads []*ast.Term
	for _, t := range []*ast.Term{r.Head.Key, r.Head.Value} {
		if t != nil {
			heads = append(heads, t)
		}
	}
	out = append(out, lifted(m.changedBody(r.Body, heads...), func(b ast.Body) *ast.Rule { return with(func(r *ast.Rule) { r.Body = b }) })...)
	if r.Else != nil {
		out = append(out, lifted(m.changedRule(r.Else), func(e *ast.Rule) *ast.Rule { return with(func(r *ast.Rule) { r.Else = e }) })...)
		out = append(out, change[*ast.Rule]{with(func(rule *ast.Rule) { rule.Else = r.Else.Else }), r.Else.Location, "drop " + short(r.Else.Location, r.Else)})
	}
	return out
}

func (m mutator) changedBody(b ast.Body, heads ...*ast.Term) []change[ast.Body] {
	if always(b) {
		return nil
	}
	var out []change[ast.Body]
	for i, e := range b {
		left := without(b, i)
		if len(left) == 0 {
			left = ast.Body{ast.NewExpr(ast.BooleanTerm(true))}
		}
		if !m.idle(b, i, heads) {
			out = append(out, change[ast.Body]{ast.NewBody(copies(left)...), e.Location, "drop the condition " + short(e.Location, e)})
		}
		out = append(out, lifted(m.changedExpr(e), func(e *ast.Expr) ast.Body { return ast.NewBody(copies(replaced(b, i, e))...) })...)
	}
	return out
}

// idle says whether an expression of a body only gives something a name, because what else stands in the body, or in what
// it is for, finds the same names by itself: "some name", "some name in object.keys(nics)" beside nics[name], and
// "some name in _told" beside what makes a name one of _told. So does "choice := asked if asked": a choice is a text, and no
// text is false.
func (m mutator) idle(b ast.Body, i int, heads []*ast.Term) bool {
	if t, ok := b[i].Terms.(*ast.Term); ok && strings.HasPrefix(m.module.Package.Path.String(), "data.mdi.decisions.") {
		_, name := t.Value.(ast.Var)
		return name && !b[i].Negated && len(heads) == 1 && heads[0].Equal(t)
	}
	some, ok := b[i].Terms.(*ast.SomeDecl)
	if !ok {
		return false
	}
	call, ok := some.Symbols[0].Value.(ast.Call)
	if !ok {
		return true
	}
	return len(call) == 3 && m.finds(call[2], call[1], demandsOf(without(b, i), heads))
}

// demands are what has to be true, and what has to be there, for a body to hold.
type demands struct {
	expressions []string
	references  []ast.Ref
}

func demandsOf(b ast.Body, heads []*ast.Term) demands {
	var d demands
	look := ast.NewGenericVisitor(func(x any) bool {
		switch x := x.(type) {
		case *ast.ArrayComprehension, *ast.SetComprehension, *ast.ObjectComprehension, *ast.Every:
			return true
		case *ast.Expr:
			return x.Negated
		case ast.Ref:
			d.references = append(d.references, x)
		}
		return false
	})
	for _, e := range b {
		d.expressions = append(d.expressions, e.String())
		look.Walk(e)
	}
	for _, t := range heads {
		look.Walk(t)
	}
	return d
}

// reach says whether something at a reference has to be there.
func (d demands) reach(ref ast.Ref) bool {
	return slices.ContainsFunc(d.references, func(r ast.Ref) bool { return r.HasPrefix(ref) })
}

// finds says whether all that meets the demands is in a set anyway.
func (m mutator) finds(set, element *ast.Term, d demands) bool {
	switch v := set.Value.(type) {
	case ast.Call:
		if v[0].Value.String() != "object.keys" {
			return false
		}
		object, ok := v[1].Value.(ast.Ref)
		if !ok {
			object = ast.Ref{v[1]}
		}
		return d.reach(object.Append(element))
	case *ast.SetComprehension:
		return m.follow(v.Term, v.Body, element, d)
	case ast.Var:
		var rules []*ast.Rule
		for _, r := range m.module.Rules {
			if ruleName(r) == v.String() {
				rules = append(rules, r)
			}
		}
		for _, r := range rules {
			switch {
			case r.Default || r.Else != nil || len(r.Head.Args) > 0:
				return false
			case r.Head.Key != nil && r.Head.Value == nil:
				if m.follow(r.Head.Key, r.Body, element, d) {
					return true
				}
			case len(rules) == 1 && r.Head.Key == nil && always(r.Body):
				return m.finds(r.Head.Value, element, d)
			}
		}
	}
	return false
}

// follow says whether the conditions that make something an element of a set follow from the demands.
func (m mutator) follow(member *ast.Term, body ast.Body, element *ast.Term, d demands) bool {
	name, ok := member.Value.(ast.Var)
	if !ok {
		return false
	}
	for _, e := range body {
		e = renamed(e, name, element.Value)
		if !slices.Contains(d.expressions, e.String()) && !m.follows(e, d) {
			return false
		}
	}
	return true
}

// renamed is an expression with something else in the place of a name.
func renamed(e *ast.Expr, name ast.Var, to ast.Value) *ast.Expr {
	e = e.Copy()
	swap := func(v ast.Var) (ast.Value, error) {
		if v.Equal(name) {
			return to, nil
		}
		return v, nil
	}
	// The transformer does not look into declarations.
	if some, ok := e.Terms.(*ast.SomeDecl); ok {
		for i, t := range some.Symbols {
			if changed, err := ast.TransformVars(t.Value, swap); err == nil {
				some.Symbols[i] = &ast.Term{Value: changed.(ast.Value), Location: t.Location}
			}
		}
		return e
	}
	if changed, err := ast.TransformVars(e, swap); err == nil {
		return changed.(*ast.Expr)
	}
	return e
}

// follows knows that a fact has the kind that its schema gives it, so that one that is needed is there and of that kind.
func (m mutator) follows(e *ast.Expr, d demands) bool {
	if e.Negated {
		return false
	}
	switch x := e.Terms.(type) {
	case *ast.SomeDecl:
		call, ok := x.Symbols[0].Value.(ast.Call)
		return ok && len(call) == 3 && m.finds(call[2], call[1], d)
	case []*ast.Term:
		ref, ok := x[len(x)-1].Value.(ast.Ref)
		return ok && strings.HasPrefix(x[0].Value.String(), "is_") && strings.HasPrefix(ref.String(), "input.") && d.reach(ref)
	}
	return false
}

func always(b ast.Body) bool { return len(b) == 1 && b[0].Equal(ast.NewExpr(ast.BooleanTerm(true))) }

// copies are expressions of their own, because a body numbers its expressions.
func copies(b ast.Body) ast.Body {
	out := make(ast.Body, len(b))
	for i, e := range b {
		c := *e
		out[i] = &c
	}
	return out
}

func (m mutator) changedExpr(e *ast.Expr) []change[*ast.Expr] {
	with := func(terms any) *ast.Expr {
		c := *e
		c.Terms = terms
		return &c
	}
	var out []change[*ast.Expr]
	negated := func() {
		c := *e
		c.Negated = !e.Negated
		out = append(out, change[*ast.Expr]{&c, e.Location, "negate " + short(e.Location, e)})
	}
	switch x := e.Terms.(type) {
	case *ast.Term:
		negated()
		out = append(out, lifted(m.changedTerm(x), func(t *ast.Term) *ast.Expr { return with(t) })...)
	case []*ast.Term:
		if !e.IsAssignment() && !e.IsEquality() {
			negated()
		}
		call := &ast.Term{Value: ast.Call(x), Location: e.Location}
		for _, c := range m.changedTerm(call) {
			terms := any(c.node)
			if changed, ok := c.node.Value.(ast.Call); ok {
				terms = []*ast.Term(changed)
			} else if _, ok := c.node.Value.(ast.Boolean); ok {
				continue // the same as to drop or to negate the condition
			}
			out = append(out, change[*ast.Expr]{with(terms), c.at, c.what})
		}
	case *ast.Every:
		negated()
		out = append(out, lifted(m.changedTerm(x.Domain), func(t *ast.Term) *ast.Expr {
			every := *x
			every.Domain = t
			return with(&every)
		})...)
		out = append(out, lifted(m.changedBody(x.Body), func(b ast.Body) *ast.Expr {
			every := *x
			every.Body = b
			return with(&every)
		})...)
	case *ast.SomeDecl:
		if call, ok := x.Symbols[0].Value.(ast.Call); ok {
			last := len(call) - 1
			out = append(out, lifted(m.changedTerm(call[last]), func(t *ast.Term) *ast.Expr {
				some := *x
				some.Symbols = []*ast.Term{{Value: replaced(call, last, t), Location: x.Symbols[0].Location}}
				return with(&some)
			})...)
		}
	}
	return out
}

// neighbours are the operators that an operator could be mistaken for.
var neighbours = map[string][]string{
	"equal": {"neq"}, "neq": {"equal"},
	"lt": {"lte", "gte"}, "lte": {"lt", "gt"}, "gt": {"gte", "lte"}, "gte": {"gt", "lt"},
	"plus": {"minus"}, "minus": {"plus"}, "mul": {"div"}, "div": {"mul"},
	"and": {"or"}, "or": {"and"}, "bits.and": {"bits.or"}, "bits.or": {"bits.and"},
	"max": {"min"}, "min": {"max"}, "startswith": {"endswith"}, "endswith": {"startswith"},
}

// signs are operators as they are written.
var signs = map[string]string{"equal": "==", "neq": "!=", "lt": "<", "lte": "<=", "gt": ">", "gte": ">=", "plus": "+", "minus": "-", "mul": "*", "div": "/", "and": "&", "or": "|"}

func sign(name string) string {
	if s := signs[name]; s != "" {
		return s
	}
	return name
}

func isComparison(t *ast.Term) bool {
	call, ok := t.Value.(ast.Call)
	return ok && slices.Contains([]string{"equal", "neq", "lt", "lte", "gt", "gte"}, call[0].Value.String())
}

// yesNo are built-in functions whose answer is true or false.
var yesNo = []string{"internal.member_2", "startswith", "endswith", "contains", "is_object", "is_string", "is_number", "is_boolean"}

// constants stand for a term that is true or false.
func constants(t *ast.Term) []change[*ast.Term] {
	var out []change[*ast.Term]
	for _, b := range []bool{true, false} {
		out = append(out, change[*ast.Term]{ast.BooleanTerm(b), t.Location, fmt.Sprintf("%t for %s", b, short(t.Location, t))})
	}
	return out
}

// documentation are the members of a table that people read.
var documentation = []string{"date", "source", "unit"}

func (m mutator) changedTerm(t *ast.Term) []change[*ast.Term] {
	at := t.Location
	is := func(v ast.Value) *ast.Term { return &ast.Term{Value: v, Location: at} }
	var out []change[*ast.Term]
	become := func(v ast.Value, format string, args ...any) {
		out = append(out, change[*ast.Term]{is(v), at, fmt.Sprintf(format, args...)})
	}
	within := func(parts []change[*ast.Term], whole func(*ast.Term) ast.Value) {
		out = append(out, lifted(parts, func(t *ast.Term) *ast.Term { return is(whole(t)) })...)
	}
	switch v := t.Value.(type) {
	case ast.Boolean:
		become(!v, "%t becomes %t", v, !v)
	case ast.Number:
		for _, n := range besides(v) {
			become(n, "%s becomes %s", v, n)
		}
	case ast.String:
		// A sentence is for people, like a title, and so is what stands between the parts of a list: tests leave both alone.
		if !strings.HasSuffix(string(v), ".") && v != ", " {
			become(v+"~", "%s becomes %s", v, v+"~")
		}
	case *ast.Array:
		for i, items := 0, elements(v); i < len(items); i++ {
			become(ast.NewArray(without(items, i)...), "drop the element %s", short(items[i].Location, items[i]))
			within(m.changedTerm(items[i]), func(t *ast.Term) ast.Value { return ast.NewArray(replaced(items, i, t)...) })
		}
	case ast.Set:
		for i, items := 0, v.Slice(); i < len(items); i++ {
			become(ast.NewSet(without(items, i)...), "drop the member %s", short(items[i].Location, items[i]))
			within(m.changedTerm(items[i]), func(t *ast.Term) ast.Value { return ast.NewSet(replaced(items, i, t)...) })
		}
	case ast.Object:
		var pairs [][2]*ast.Term
		v.Foreach(func(k, e *ast.Term) { pairs = append(pairs, [2]*ast.Term{k, e}) })
		for i, p := range pairs {
			if key, ok := p[0].Value.(ast.String); ok && slices.Contains(documentation, string(key)) {
				continue
			}
			become(ast.NewObject(without(pairs, i)...), "drop the key %s", short(p[0].Location, p[0]))
			within(m.changedTerm(p[1]), func(t *ast.Term) ast.Value {
				return ast.NewObject(replaced(pairs, i, [2]*ast.Term{p[0], t})...)
			})
		}
	case ast.Ref:
		for i, part := range v {
			if _, name := part.Value.(ast.String); !name {
				within(m.changedTerm(part), func(t *ast.Term) ast.Value { return replaced(v, i, t) })
			}
		}
	case ast.Call:
		name := v[0].Value.String()
		for _, other := range neighbours[name] {
			become(replaced(v, 0, ast.NewTerm(ast.BuiltinMap[other].Ref())), "%s becomes %s in %s", sign(name), sign(other), short(at, t))
		}
		if slices.Contains(yesNo, name) {
			out = append(out, constants(t)...)
		}
		if name == "lower" {
			become(v[1].Value, "as it is written: %s", short(at, t))
		}
		for i, arg := range v[1:] {
			within(m.changedTerm(arg), func(t *ast.Term) ast.Value { return replaced(v, i+1, t) })
		}
	case *ast.ArrayComprehension:
		within(m.changedTerm(v.Term), func(t *ast.Term) ast.Value { return &ast.ArrayComprehension{Term: t, Body: v.Body} })
		out = append(out, lifted(m.changedBody(v.Body, v.Term), func(b ast.Body) *ast.Term { return is(&ast.ArrayComprehension{Term: v.Term, Body: b}) })...)
	case *ast.SetComprehension:
		within(m.changedTerm(v.Term), func(t *ast.Term) ast.Value { return &ast.SetComprehension{Term: t, Body: v.Body} })
		out = append(out, lifted(m.changedBody(v.Body, v.Term), func(b ast.Body) *ast.Term { return is(&ast.SetComprehension{Term: v.Term, Body: b}) })...)
	case *ast.ObjectComprehension:
		within(m.changedTerm(v.Value), func(t *ast.Term) ast.Value {
			return &ast.ObjectComprehension{Key: v.Key, Value: t, Body: v.Body}
		})
		out = append(out, lifted(m.changedBody(v.Body, v.Key, v.Value), func(b ast.Body) *ast.Term {
			return is(&ast.ObjectComprehension{Key: v.Key, Value: v.Value, Body: b})
		})...)
	}
	return out
}

func elements(a *ast.Array) []*ast.Term {
	var out []*ast.Term
	a.Foreach(func(t *ast.Term) { out = append(out, t) })
	return out
}

// besides are the numbers next to a number: one less and one more. Of a fraction it is a hundredth, and of nanoseconds the
// hundredth part, because a fact knows no less than a second.
func besides(n ast.Number) []ast.Number {
	value, ok := new(big.Rat).SetString(string(n))
	if !ok {
		panic("policies: not a number: " + string(n))
	}
	step, digits := big.NewRat(1, 1), 0
	second := big.NewRat(1_000_000_000, 1)
	switch {
	case !value.IsInt():
		step, digits = big.NewRat(1, 100), 4
	case value.Cmp(second) >= 0 && new(big.Rat).Quo(value, second).IsInt():
		step = new(big.Rat).Quo(value, big.NewRat(100, 1))
	}
	var out []ast.Number
	for _, x := range []*big.Rat{new(big.Rat).Sub(value, step), new(big.Rat).Add(value, step)} {
		out = append(out, ast.Number(x.FloatString(digits)))
	}
	return out
}

func TestWhatFindsItsNamesByItselfIsLeftAlone(t *testing.T) {
	module, err := ast.ParseModuleWithOpts("a.rego", `package mdi.decisions.a

choice := asked if asked

_told := {name |
	some name in object.keys(input.nics)
	is_string(input.nics[name].purpose)
}

_busy contains name if {
	some name in _told
	input.nics[name].used
}

_lan := {name | some name in _told; input.nics[name].purpose == "lan"}

_up := {name | some name in _told; input.nics[name].up}

_down := {name | some name in _told; input.nics[name].up; not input.nics[name].purpose == "lan"}

_late := {name | some name in _busy; input.nics[name].up; input.nics[name].used; input.nics[name].purpose == "lan"}

_more := {name | some name in _lan; input.nics[name].up; input.nics[name].purpose in {"lan", "wan"}}

_some(name) := {other | some other in _told; input.nics[other].purpose == name}

_names[name] := input.nics[name].purpose if some name in _told

_there[name] := input.nics[name].up if some name in object.keys(input.nics)

_of_a_function contains name if {
	some name in _some("lan")
	input.nics[name].purpose
}

_guarded := {name | some name in object.keys(input.nics)} if input.nics

_all := {name | some name in _guarded; input.nics[name].up}
`, ast.ParserOptions{RegoVersion: ast.RegoV1})
	require.NoError(t, err)
	var got []string
	for _, m := range mutants(module) {
		if strings.HasPrefix(m.what, "drop the condition some") || m.what == "drop the condition asked" {
			got = append(got, m.rule+": "+m.what)
		}
	}
	assert.Equal(t, []string{
		"_busy: drop the condition some name in _told",
		"_up: drop the condition some name in _told",
		"_down: drop the condition some name in _told",
		"_more: drop the condition some name in _lan",
		`_of_a_function: drop the condition some name in _some("lan")`,
		"_guarded: drop the condition some name in object.keys(input.nics)",
		"_all: drop the condition some name in _guarded",
	}, got)
}

func TestEachPartOfARuleIsMutated(t *testing.T) {
	module, err := ast.ParseModuleWithOpts("a.rego", `package mdi.rules.a

applies := input.server.online

compliant := _least >= 2 if {
	not input.server.old
	input.server.role in {"dc", "rodc"}
}

_least := min([n | some n in input.server.numbers; n != 0]) - 0.5
`, ast.ParserOptions{RegoVersion: ast.RegoV1})
	require.NoError(t, err)
	var got []string
	for _, m := range mutants(module) {
		assert.NotEqual(t, module.String(), m.module.String(), m.what)
		got = append(got, m.rule+": "+m.what)
	}
	assert.Equal(t, []string{
		"applies: true for input.server.online",
		"applies: false for input.server.online",
		"applies: drop the rule applies := input.server.online",
		"compliant: >= becomes > in _least >= 2",
		"compliant: >= becomes < in _least >= 2",
		"compliant: 2 becomes 1",
		"compliant: 2 becomes 3",
		"compliant: drop the condition not input.server.old",
		"compliant: negate not input.server.old",
		`compliant: drop the condition input.server.role in {"dc", "rodc"}`,
		`compliant: negate input.server.role in {"dc", "rodc"}`,
		`compliant: drop the member "dc"`,
		`compliant: "dc" becomes "dc~"`,
		`compliant: drop the member "rodc"`,
		`compliant: "rodc" becomes "rodc~"`,
		`compliant: drop the rule compliant := _least >= 2 if { not input.server.old input.server.role in {"dc", "rodc"} }`,
		"_least: - becomes + in min([n | some n in input.server.numbers; n != 0]) - 0.5",
		"_least: min becomes max in min([n | some n in input.server.numbers; n != 0])",
		"_least: drop the condition some n in input.server.numbers",
		"_least: drop the condition n != 0",
		"_least: negate n != 0",
		"_least: != becomes == in n != 0",
		"_least: 0 becomes -1",
		"_least: 0 becomes 1",
		"_least: 0.5 becomes 0.4900",
		"_least: 0.5 becomes 0.5100",
		"_least: drop the rule _least := min([n | some n in input.server.numbers; n != 0]) - 0.5",
	}, got)
}
