package policies

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/mdiplan/mdiplan/schema"
)

// converter turns parts of the model into values that Rego reads. Absent fields are left out; facts that are older than
// the run allows are left out too and remembered.
type converter struct {
	sections map[string]*schema.Section
	// oldest is the earliest read_at that still counts; empty when age does not matter.
	oldest string
	aged   bool // some section is too old, so pointers have to be followed
	pool   *pool
}

// pool keeps one copy of alike values: of configuration an estate has few variants, each of which many servers show.
type pool struct {
	mu    sync.Mutex
	terms map[int][]*ast.Term
	size  int
}

// poolTerms bounds a pool. When it is full it begins anew, and what comes after shares nothing with what came before.
const poolTerms = 1 << 18

// share is the copy to use of an object or array. The values in it should have been shared before: comparing them is then
// comparing pointers.
func (p *pool) share(t *ast.Term) *ast.Term {
	if t == nil || ast.IsScalar(t.Value) {
		return t
	}
	hash := t.Hash()
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, known := range p.terms[hash] {
		if known.Equal(t) {
			return known
		}
	}
	if p.terms == nil || p.size >= poolTerms {
		p.terms, p.size = map[int][]*ast.Term{}, 0
	}
	p.terms[hash] = append(p.terms[hash], t)
	p.size++
	return t
}

// member is one field of a struct by its JSON name.
type member struct {
	index int
	name  *ast.Term
	text  string
}

var memberCache sync.Map

func members(t reflect.Type) []member {
	if cached, ok := memberCache.Load(t); ok {
		return cached.([]member)
	}
	var out []member
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if name != "" {
			out = append(out, member{i, ast.InternedTerm(name), name})
		}
	}
	memberCache.Store(t, out)
	return out
}

// shared is like term, for values that many subjects may show.
func (c *converter) shared(v reflect.Value, pointer string) *ast.Term {
	return c.pool.share(c.term(v, pointer))
}

// again is like term for a struct of which an earlier form is known and nothing has changed but the named fields.
func (c *converter) again(before *ast.Term, v reflect.Value, pointer string, fields []string) *ast.Term {
	if v.Kind() != reflect.Pointer || v.IsNil() || before == nil {
		return c.term(v, pointer)
	}
	object := before.Value.(ast.Object)
	pairs := make([][2]*ast.Term, 0, object.Len()+len(fields))
	object.Foreach(func(name, value *ast.Term) {
		if !slices.Contains(fields, string(name.Value.(ast.String))) {
			pairs = append(pairs, [2]*ast.Term{name, value})
		}
	})
	for _, m := range members(v.Type().Elem()) {
		if slices.Contains(fields, m.text) {
			if t := c.shared(v.Elem().Field(m.index), c.join(pointer, m.text)); t != nil {
				pairs = append(pairs, [2]*ast.Term{m.name, t})
			}
		}
	}
	return ast.NewTerm(ast.NewObject(pairs...))
}

// term is the value of a part of the model that stands at a pointer; nil when it is absent.
func (c *converter) term(v reflect.Value, pointer string) *ast.Term {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return nil
		}
		return c.term(v.Elem(), pointer)
	case reflect.Struct:
		pairs := make([][2]*ast.Term, 0, 16)
		for _, m := range members(v.Type()) {
			if t := c.shared(v.Field(m.index), c.join(pointer, m.text)); t != nil {
				pairs = append(pairs, [2]*ast.Term{m.name, t})
			}
		}
		return ast.NewTerm(ast.NewObject(pairs...))
	case reflect.Map:
		if v.IsNil() || c.tooOld(pointer) {
			return nil
		}
		pairs := make([][2]*ast.Term, 0, v.Len())
		for it := v.MapRange(); it.Next(); {
			if t := c.shared(it.Value(), c.join(pointer, it.Key().String())); t != nil {
				pairs = append(pairs, [2]*ast.Term{ast.StringTerm(it.Key().String()), t})
			}
		}
		return ast.NewTerm(ast.NewObject(pairs...))
	case reflect.Slice:
		items := make([]*ast.Term, 0, v.Len())
		for i := range v.Len() {
			items = append(items, c.term(v.Index(i), pointer))
		}
		return ast.ArrayTerm(items...)
	}
	if c.tooOld(pointer) {
		return nil
	}
	switch v.Kind() {
	case reflect.String:
		if v.Len() == 0 {
			return nil
		}
		return ast.StringTerm(v.String())
	case reflect.Bool:
		return ast.InternedTerm(v.Bool())
	case reflect.Int64:
		return ast.NewTerm(ast.Number(strconv.FormatInt(v.Int(), 10)))
	case reflect.Float64:
		return ast.FloatNumberTerm(v.Float())
	}
	panic("policies: the model holds a " + v.Kind().String())
}

func (c *converter) join(pointer, name string) string {
	if !c.aged {
		return ""
	}
	return pointer + schema.Pointer(name)
}

// tooOld says whether the section that speaks for a pointer was read before the facts had to be.
func (c *converter) tooOld(pointer string) bool {
	if !c.aged || pointer == "" {
		return false
	}
	for p := pointer; p != ""; p = p[:strings.LastIndexByte(p, '/')] {
		if s := c.sections[p]; s != nil && (s.Status == "complete" || s.Status == "partial") {
			return s.ReadAt != "" && s.ReadAt < c.oldest
		}
	}
	return false
}

// plain is the Go form of a Rego value: integers as int64, other numbers as float64, sets as sorted lists.
func plain(v ast.Value) any {
	switch x := v.(type) {
	case ast.Null:
		return nil
	case ast.Boolean:
		return bool(x)
	case ast.String:
		return string(x)
	case ast.Number:
		if n, ok := x.Int64(); ok {
			return n
		}
		f, err := strconv.ParseFloat(string(x), 64)
		if err != nil || math.IsInf(f, 0) {
			return string(x)
		}
		return f
	case *ast.Array:
		out := make([]any, 0, x.Len())
		x.Foreach(func(t *ast.Term) { out = append(out, plain(t.Value)) })
		return out
	case ast.Set:
		out := make([]any, 0, x.Len())
		for _, t := range x.Slice() {
			out = append(out, plain(t.Value))
		}
		return out
	case ast.Object:
		out := make(map[string]any, x.Len())
		x.Foreach(func(k, t *ast.Term) {
			key, ok := k.Value.(ast.String)
			if !ok {
				key = ast.String(k.String())
			}
			out[string(key)] = plain(t.Value)
		})
		return out
	}
	return fmt.Sprint(v)
}
