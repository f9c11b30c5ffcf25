package schema

import (
	"cmp"
	"iter"
	"reflect"
	"slices"
)

// Values yields every fact of a document with the names along its JSON pointer, sorted: single values, members of sets and
// access lists one by one, registry values and entries whole as an object, and empty maps, which say that there is none of a
// kind. The provenance is not among them. The names are the caller's to keep.
func (f *Facts) Values() iter.Seq2[[]string, any] {
	return func(yield func([]string, any) bool) {
		t := reflect.TypeFor[Facts]()
		for _, field := range layoutOf(t).fields {
			switch field.name {
			case "schema", "generated_at", "sources", "sections":
				continue
			}
			if !eachValue(reflect.ValueOf(f).Elem().Field(field.index), []string{field.name}, yield) {
				return
			}
		}
	}
}

func eachValue(v reflect.Value, names []string, yield func([]string, any) bool) bool {
	if absent(v) {
		return true
	}
	for v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	switch v.Kind() {
	case reflect.Struct:
		if t := v.Type(); t == reflect.TypeFor[RegistryValue]() || t == reflect.TypeFor[ACE]() {
			object := map[string]any{}
			for _, f := range layoutOf(t).fields {
				if field := v.Field(f.index); !absent(field) {
					object[f.name] = single(field)
				}
			}
			return yield(slices.Clone(names), object)
		}
		for _, f := range layoutOf(v.Type()).fields {
			if !eachValue(v.Field(f.index), append(names, f.name), yield) {
				return false
			}
		}
		return true
	case reflect.Map:
		if v.Len() == 0 {
			return yield(slices.Clone(names), map[string]any{})
		}
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return cmp.Compare(a.String(), b.String()) })
		for _, key := range keys {
			if !eachValue(v.MapIndex(key), append(names, key.String()), yield) {
				return false
			}
		}
		return true
	}
	return yield(slices.Clone(names), v.Interface())
}

// single is a value behind its pointer.
func single(v reflect.Value) any {
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	return v.Interface()
}

// Enumerated says whether the names lead to a closed map: one that holds everything there is, so that what is not in it is
// known not to exist.
func Enumerated(names []string) bool {
	t, current, level := reflect.TypeFor[Facts](), tag{}, 0
	for _, name := range names {
		for t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		switch t.Kind() {
		case reflect.Struct:
			l := layoutOf(t)
			i, ok := l.byName[name]
			if !ok {
				return false
			}
			t, current, level = t.Field(l.fields[i].index).Type, l.fields[i].tag, 0
		case reflect.Map:
			t, level = t.Elem(), level+1
		default:
			return false
		}
	}
	return t.Kind() == reflect.Map && !(level < len(current.open) && current.open[level])
}
