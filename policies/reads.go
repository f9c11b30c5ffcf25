package policies

import (
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/dependencies"

	"github.com/mdiplan/mdiplan/schema"
)

// read is one reference of a rule into its input, from the syntax tree. "*" stands for a key that evaluation binds.
type read struct {
	names []string
	// ground is the part before the first "*": what the memo is keyed on.
	ground ast.Ref
	// path is the canonical path.
	path string
}

// trace finds everything a rule reads, through its own helpers and the libraries it calls. Of a map whose keys only
// evaluation knows, a rule reads all; a decision, which names what is missing and has no evidence, the members in question.
func (r *rule) trace(compiler *ast.Compiler, module *ast.Module, decision bool) schema.Diagnostics {
	var diags schema.Diagnostics
	seen := map[string]bool{}
	compiled := compiler.Modules[module.Package.Location.File]
	for _, x := range compiled.Rules {
		refs, err := dependencies.Base(compiler, x)
		if decision {
			refs = inputRefs(compiler, x, map[*ast.Rule]bool{})
		}
		if err != nil {
			diags = append(diags, problem("policy_compile", "Rule does not compile", fmt.Sprintf("What %s reads could not be determined: %v.", r.info.File, err), x.Location))
			continue
		}
		for _, ref := range refs {
			if !ref[0].Equal(ast.InputRootDocument) {
				continue
			}
			names, ground := split(ref)
			path, ok := schema.Canonical(names)
			for i := len(names) - 1; !ok && i >= 0; i-- { // fields of a struct by a name that only evaluation knows: all of it
				if names[i] == "*" {
					names = names[:i]
					path, ok = schema.Canonical(names)
				}
			}
			key := strings.Join(names, "\x00")
			if seen[key] {
				continue
			}
			seen[key] = true
			if !ok && len(names) > 0 {
				diags = append(diags, problem("policy_unknown_fact", "Unknown fact", fmt.Sprintf("Rule %s reads input.%s, which the model does not have.", r.info.ID, strings.Join(names, ".")), x.Location))
				continue
			}
			r.reads = append(r.reads, read{names, ground, path})
		}
	}
	slices.SortFunc(r.reads, func(a, b read) int { return slices.Compare(a.names, b.names) })
	for _, x := range module.Rules {
		if ref, ok := observedRef(x); ok {
			names, _ := split(ref)
			r.info.Observes, _ = schema.Canonical(names)
		}
	}
	r.info.Facts = []string{}
	for _, x := range r.reads {
		if root, _, _ := strings.Cut(x.path, "."); x.path != "" && root != "run" && root != "subject" {
			r.info.Facts = append(r.info.Facts, x.path)
		}
	}
	slices.Sort(r.info.Facts)
	r.info.Facts = slices.Compact(r.info.Facts)
	return diags
}

// observedRef is the reference into the input that a rule repeats as observed.
func observedRef(x *ast.Rule) (ast.Ref, bool) {
	if x.Head.Value == nil || x.Head.Name != "observed" {
		return nil, false
	}
	ref, ok := x.Head.Value.Value.(ast.Ref)
	return ref, ok && ref[0].Equal(ast.InputRootDocument)
}

// inputRefs lists the references into the input that a rule makes, itself and through the rules and functions it uses. A
// part that only evaluation knows is kept as a variable.
func inputRefs(compiler *ast.Compiler, x *ast.Rule, visited map[*ast.Rule]bool) []ast.Ref {
	if visited[x] {
		return nil
	}
	visited[x] = true
	var out []ast.Ref
	ast.WalkRefs(x, func(ref ast.Ref) bool {
		if ref[0].Equal(ast.InputRootDocument) {
			out = append(out, ref)
			return false
		}
		for _, used := range compiler.GetRules(ref.ConstantPrefix()) {
			out = append(out, inputRefs(compiler, used, visited)...)
		}
		return false
	})
	return out
}

func split(ref ast.Ref) ([]string, ast.Ref) {
	var names []string
	ground := ast.Ref{}
	open := false
	for _, term := range ref[1:] {
		s, ok := term.Value.(ast.String)
		if !ok {
			names, open = append(names, "*"), true
			continue
		}
		names = append(names, string(s))
		if !open {
			ground = append(ground, term)
		}
	}
	return names, ground
}

// located is one concrete place a rule reads in one input.
type located struct {
	names []string // as in the input
	path  string   // canonical
	value ast.Value
}

// maxEvidence bounds how many places one finding lists; a reader of evidence is a person.
const maxEvidence = 40

// maxEvidenceLeaves bounds one value of the evidence: a rule that reads all policy objects of a domain on every controller
// would otherwise copy them into every finding.
const maxEvidenceLeaves = 400

// shown is a value as evidence: the whole of it, or of a large collection the number of its entries.
func shown(v ast.Value) any {
	if object, ok := v.(ast.Object); ok && leaves(v, 0) > maxEvidenceLeaves {
		return fmt.Sprintf("%d entries", object.Len())
	}
	return plain(v)
}

// leaves counts on from n, and no further than it has to.
func leaves(v ast.Value, n int) int {
	object, ok := v.(ast.Object)
	if !ok {
		return n + 1
	}
	for _, key := range object.Keys() {
		if n = leaves(object.Get(key).Value, n); n > maxEvidenceLeaves {
			break
		}
	}
	return n
}

// resolve lists the concrete places a read stands for in an input; an absent one has no value.
func (x read) resolve(input ast.Value) []located {
	if !slices.Contains(x.names, "*") {
		v, _ := input.Find(x.ground) // an error says that it is absent
		return []located{{x.names, x.path, v}}
	}
	var out []located
	var walk func(v ast.Value, names, done []string)
	walk = func(v ast.Value, names, done []string) {
		if len(out) >= maxEvidence {
			return
		}
		if len(names) == 0 {
			out = append(out, located{slices.Clone(done), x.path, v})
			return
		}
		object, ok := v.(ast.Object)
		if !ok {
			out = append(out, located{append(slices.Clone(done), names...), x.path, nil})
			return
		}
		if names[0] != "*" {
			next := object.Get(ast.StringTerm(names[0]))
			if next == nil {
				out = append(out, located{append(slices.Clone(done), names...), x.path, nil})
				return
			}
			walk(next.Value, names[1:], append(slices.Clone(done), names[0]))
			return
		}
		for _, key := range object.Keys() {
			if s, ok := key.Value.(ast.String); ok {
				walk(object.Get(key).Value, names[1:], append(slices.Clone(done), string(s)))
			}
		}
	}
	walk(input, x.names, nil)
	return out
}
