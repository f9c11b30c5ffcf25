package schema

import (
	"fmt"
	"math"
	"reflect"
	"slices"
)

// Patch applies a merge patch (RFC 7396) to a pointer to a subject or any other part of the model: objects merge, values
// replace, nil removes. The subject is unchanged when an error is returned. Numbers are int64 or float64.
func Patch(subject any, patch map[string]any) error {
	v := reflect.ValueOf(subject)
	if v.Kind() != reflect.Pointer || v.IsNil() {
		panic("schema: Patch needs a pointer to a part of the model")
	}
	copied := reflect.New(v.Type().Elem())
	copied.Elem().Set(v.Elem())
	if v.Elem().Kind() == reflect.Struct { // what is not patched is not copied
		l := layoutOf(v.Type().Elem())
		for name := range patch {
			if i, known := l.byName[name]; known {
				field := copied.Elem().Field(l.fields[i].index)
				field.Set(cloneValue(field))
			}
		}
	} else {
		copied.Elem().Set(cloneValue(v.Elem()))
	}
	if err := patchValue(copied.Elem(), patch, ""); err != nil {
		return err
	}
	v.Elem().Set(copied.Elem())
	return nil
}

func patchValue(v reflect.Value, patch any, path string) error {
	wrong := func() error { return fmt.Errorf("patch: %s cannot take %v", path, patch) }
	if patch == nil {
		v.SetZero()
		return nil
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		return patchValue(v.Elem(), patch, path)
	case reflect.Struct:
		object, ok := patch.(map[string]any)
		if !ok {
			return wrong()
		}
		l := layoutOf(v.Type())
		for _, name := range sortedKeys(object) {
			i, known := l.byName[name]
			if !known {
				return fmt.Errorf("patch: the model has no field %s.%s", path, name)
			}
			if err := patchValue(v.Field(l.fields[i].index), object[name], path+"."+name); err != nil {
				return err
			}
		}
	case reflect.Map:
		object, ok := patch.(map[string]any)
		if !ok {
			return wrong()
		}
		if v.IsNil() {
			if len(object) > 0 && allNil(object) {
				return nil // what is taken out of a map that nobody enumerated leaves it so
			}
			v.Set(reflect.MakeMap(v.Type()))
		}
		for _, name := range sortedKeys(object) {
			key := reflect.ValueOf(name)
			if object[name] == nil {
				v.SetMapIndex(key, reflect.Value{})
				continue
			}
			entry := reflect.New(v.Type().Elem()).Elem()
			if old := v.MapIndex(key); old.IsValid() {
				entry.Set(old)
			}
			if err := patchValue(entry, object[name], path+"."+name); err != nil {
				return err
			}
			v.SetMapIndex(key, entry)
		}
	case reflect.String:
		text, ok := patch.(string)
		if !ok {
			return wrong()
		}
		v.SetString(text)
	case reflect.Bool:
		b, ok := patch.(bool)
		if !ok {
			return wrong()
		}
		v.SetBool(b)
	case reflect.Int64:
		switch n := patch.(type) {
		case int64:
			v.SetInt(n)
		case float64:
			if n != math.Trunc(n) || math.Abs(n) > 1<<53 {
				return wrong()
			}
			v.SetInt(int64(n))
		default:
			return wrong()
		}
	case reflect.Float64:
		switch n := patch.(type) {
		case int64:
			v.SetFloat(float64(n))
		case float64:
			v.SetFloat(n)
		default:
			return wrong()
		}
	case reflect.Interface:
		v.Set(reflect.ValueOf(patch))
	default:
		panic("schema: the model holds a " + v.Kind().String())
	}
	return nil
}

func allNil(object map[string]any) bool {
	for _, value := range object {
		if value != nil {
			return false
		}
	}
	return true
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// Clone is a deep copy: no change to one is seen in the other.
func Clone[T any](v *T) *T {
	if v == nil {
		return nil
	}
	out := new(T)
	reflect.ValueOf(out).Elem().Set(cloneValue(reflect.ValueOf(v).Elem()))
	return out
}

func cloneValue(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return v
		}
		out := reflect.New(v.Type().Elem())
		out.Elem().Set(cloneValue(v.Elem()))
		return out
	case reflect.Struct:
		out := reflect.New(v.Type()).Elem()
		out.Set(v)
		for i := range v.NumField() {
			switch v.Field(i).Kind() {
			case reflect.Pointer, reflect.Map, reflect.Slice, reflect.Struct, reflect.Interface:
				out.Field(i).Set(cloneValue(v.Field(i)))
			}
		}
		return out
	case reflect.Map:
		if v.IsNil() {
			return v
		}
		out := reflect.MakeMapWithSize(v.Type(), v.Len())
		for it := v.MapRange(); it.Next(); {
			out.SetMapIndex(it.Key(), cloneValue(it.Value()))
		}
		return out
	case reflect.Slice:
		if v.IsNil() {
			return v
		}
		out := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			out.Index(i).Set(cloneValue(v.Index(i)))
		}
		return out
	case reflect.Interface:
		if v.IsNil() {
			return v
		}
		out := reflect.New(v.Type()).Elem()
		out.Set(cloneValue(v.Elem()))
		return out
	}
	return v
}
