package compiler

import (
	"fmt"
	"math/big"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/mdiplan/mdiplan/schema"
)

// roots are the variables that a step's expressions may use, with the model type behind each; nil means no further path.
var roots = map[string]reflect.Type{
	"subject": nil, "decision": nil, "servers": nil, "accounts": nil, "paths": nil, "hosts": nil, "readers": nil, "farm": nil, "leaving": nil, "failed": nil,
	"tenant": reflect.TypeFor[schema.Tenant](), "workspace": reflect.TypeFor[schema.Workspace](), "forest": reflect.TypeFor[schema.Forest](),
	"domain": reflect.TypeFor[schema.Domain](), "server": reflect.TypeFor[schema.Server](), "sensor": reflect.TypeFor[schema.Sensor](),
	"account": reflect.TypeFor[schema.Account](), "network": reflect.TypeFor[schema.Network](), "ata": reflect.TypeFor[schema.ATA](),
	"workstation": reflect.TypeFor[schema.Workstation](), "spec": reflect.TypeFor[schema.SpecInput](), "run": reflect.TypeFor[schema.Run](),
	"cloud": reflect.TypeFor[schema.Cloud](),
}

// jsonFields maps a struct's JSON names to field indexes, once per type.
func jsonFields(t reflect.Type) map[string]int {
	if cached, ok := fieldCache.Load(t); ok {
		return cached.(map[string]int)
	}
	fields := map[string]int{}
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		fields[name] = i
	}
	fieldCache.Store(t, fields)
	return fields
}

var fieldCache sync.Map

// wanted is the part of a value that expressions read; an empty node means all of it.
type wanted map[string]wanted

// traversalNames are the attribute names of a traversal up to the first index or splat.
func traversalNames(t hcl.Traversal) []string {
	names := []string{t.RootName()}
	for _, step := range t[1:] {
		attr, ok := step.(hcl.TraverseAttr)
		if !ok {
			break
		}
		names = append(names, attr.Name)
	}
	return names
}

func (w wanted) add(names []string) wanted {
	if w == nil {
		w = wanted{}
	}
	if len(names) == 0 {
		return wanted{}
	}
	child, seen := w[names[0]]
	if seen && len(child) == 0 {
		return w
	}
	w[names[0]] = child.add(names[1:])
	return w
}

// checkTraversals reports every path that the model does not have. Paths behind an index are not followed.
func checkTraversals(expr hcl.Expression, filename string) schema.Diagnostics {
	var diags schema.Diagnostics
	for _, traversal := range expr.Variables() {
		names := traversalNames(traversal)
		t, known := roots[names[0]]
		if !known {
			detail := fmt.Sprintf("There is no variable %q in a step.", names[0])
			if s := schema.Suggest(names[0], slices.Collect(keysOf(roots))); s != "" {
				detail += fmt.Sprintf(" Did you mean %q?", s)
			}
			diags = append(diags, stepError("step_unknown_variable", "Unknown variable", detail, filename, traversal.SourceRange()))
			continue
		}
		for i, name := range names[1:] {
			for t != nil && t.Kind() == reflect.Pointer {
				t = t.Elem()
			}
			if t == nil || t.Kind() != reflect.Struct {
				break
			}
			index, ok := jsonFields(t)[name]
			if !ok {
				detail := fmt.Sprintf("The model has no fact %q.", strings.Join(names[:i+2], "."))
				if s := schema.Suggest(name, slices.Collect(keysOf(jsonFields(t)))); s != "" {
					detail += fmt.Sprintf(" Did you mean %q?", s)
				}
				diags = append(diags, stepError("step_unknown_fact", "Unknown fact", detail, filename, traversal.SourceRange()))
				break
			}
			t = t.Field(index).Type
		}
	}
	return diags
}

func keysOf[V any](m map[string]V) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// ctyValue turns facts into a value that expressions read. An absent fact is unknown: it makes the expression unknown
// instead of wrong.
func ctyValue(v reflect.Value, want wanted) cty.Value { return convertValue(v, want, cty.DynamicVal) }

// specValue does the same for the spec, where what is absent was not asked for: it is null.
func specValue(v reflect.Value, want wanted) cty.Value {
	return convertValue(v, want, cty.NullVal(cty.DynamicPseudoType))
}

func convertValue(v reflect.Value, want wanted, absent cty.Value) cty.Value {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			if v.Kind() == reflect.Pointer && v.Type().Elem().Kind() == reflect.Struct && len(want) > 0 {
				return convertValue(reflect.Zero(v.Type().Elem()), want, absent)
			}
			return absent
		}
		return convertValue(v.Elem(), want, absent)
	case reflect.Struct:
		attrs := map[string]cty.Value{}
		for name, index := range jsonFields(v.Type()) {
			child, asked := want[name]
			if len(want) > 0 && !asked {
				continue
			}
			attrs[name] = convertValue(v.Field(index), child, absent)
		}
		return cty.ObjectVal(attrs)
	case reflect.Map:
		if v.IsNil() {
			return absent
		}
		attrs := make(map[string]cty.Value, v.Len())
		for it := v.MapRange(); it.Next(); {
			attrs[it.Key().String()] = convertValue(it.Value(), nil, absent)
		}
		return cty.ObjectVal(attrs)
	case reflect.Slice:
		if v.IsNil() {
			return absent
		}
		items := make([]cty.Value, v.Len())
		for i := range items {
			items[i] = convertValue(v.Index(i), nil, absent)
		}
		return cty.TupleVal(items)
	case reflect.String:
		if v.Len() == 0 {
			if absent.IsKnown() {
				return cty.NullVal(cty.String)
			}
			return cty.UnknownVal(cty.String)
		}
		return cty.StringVal(v.String())
	case reflect.Bool:
		return cty.BoolVal(v.Bool())
	case reflect.Int, reflect.Int64:
		return cty.NumberIntVal(v.Int())
	case reflect.Float64:
		return cty.NumberFloatVal(v.Float())
	}
	panic("compiler: the model holds a " + v.Kind().String())
}

// goValue is the JSON form of a wholly known value: integers as int64, other numbers as float64.
func goValue(v cty.Value) (any, error) {
	switch {
	case !v.IsKnown():
		return nil, fmt.Errorf("the value rests on a fact that is absent")
	case v.IsNull():
		return nil, nil
	case v.Type() == cty.String:
		return v.AsString(), nil
	case v.Type() == cty.Bool:
		return v.True(), nil
	case v.Type() == cty.Number:
		if i, exact := v.AsBigFloat().Int64(); exact == big.Exact {
			return i, nil
		}
		f, _ := v.AsBigFloat().Float64()
		return f, nil
	case v.Type().IsObjectType() || v.Type().IsMapType():
		out := map[string]any{}
		for k, e := range v.Elements() {
			x, err := goValue(e)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", k.AsString(), err)
			}
			out[k.AsString()] = x
		}
		return out, nil
	}
	out := []any{}
	for _, e := range v.Elements() {
		x, err := goValue(e)
		if err != nil {
			return nil, err
		}
		out = append(out, x)
	}
	return out, nil
}

// needs collects what the given expressions read.
func needs(exprs ...hcl.Expression) wanted {
	var w wanted
	for _, e := range exprs {
		if e == nil {
			continue
		}
		for _, t := range e.Variables() {
			w = w.add(traversalNames(t))
		}
	}
	return w
}

// text is the source of an expression on one line, for reasons that a person reads.
func (d *Declaration) text(name string) string {
	return strings.Join(strings.Fields(string(d.expr[name].Range().SliceBytes(d.src))), " ")
}
