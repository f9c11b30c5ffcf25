package schema

import (
	"reflect"
	"strings"
)

// Lookup follows JSON names and map keys from a part of the model. It answers false for what is absent: a nil pointer, an
// empty string, a nil map, a missing key. Pointers to single values are followed, so a boolean comes back as bool.
func Lookup(doc any, path []string) (any, bool) {
	v := reflect.ValueOf(doc)
	for _, name := range path {
		for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
			v = v.Elem()
		}
		switch v.Kind() {
		case reflect.Struct:
			l := layoutOf(v.Type())
			i, ok := l.byName[name]
			if !ok {
				return nil, false
			}
			v = v.Field(l.fields[i].index)
		case reflect.Map:
			v = v.MapIndex(reflect.ValueOf(name))
		default:
			return nil, false
		}
	}
	if absent(v) {
		return nil, false
	}
	for v.Kind() == reflect.Pointer && v.Elem().Kind() != reflect.Struct {
		v = v.Elem()
	}
	return v.Interface(), true
}

func absent(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Invalid:
		return true
	case reflect.Pointer, reflect.Map, reflect.Interface, reflect.Slice:
		return v.IsNil()
	case reflect.String:
		return v.Len() == 0
	}
	return false
}

// SectionFor is the provenance that speaks for a JSON pointer: for a value that is there, the longest matching section
// that is complete or partial; for one that is missing, the longest matching section, which says why.
func (f *Facts) SectionFor(pointer string, present bool) (*Section, string) {
	for p := pointer; ; {
		if s := f.Sections[p]; s != nil && (!present || s.Status == "complete" || s.Status == "partial") {
			return s, p
		}
		i := strings.LastIndexByte(p, '/')
		if i < 0 {
			return nil, ""
		}
		p = p[:i]
	}
}

// Pointer is the JSON pointer of the given names.
func Pointer(names ...string) string {
	var b strings.Builder
	for _, name := range names {
		b.WriteByte('/')
		b.WriteString(pointerEscaper.Replace(name))
	}
	return b.String()
}

// PointerNames are the names of a JSON pointer, the opposite of Pointer.
func PointerNames(pointer string) []string {
	if pointer == "" {
		return nil
	}
	names := strings.Split(pointer[1:], "/")
	for i, name := range names {
		names[i] = pointerUnescaper.Replace(name)
	}
	return names
}

// SubjectAt is the subject that the names along a JSON pointer of the facts document lead to or into, the opposite of
// PointerTo.
func SubjectAt(names []string) Subject {
	if kind, many := strings.CutSuffix(names[0], "s"); many && len(names) > 1 {
		return Subject{Kind: kind, Key: names[1]}
	}
	return Subject{Kind: names[0]}
}

var pointerUnescaper = strings.NewReplacer("~1", "/", "~0", "~")

var pointerEscaper = strings.NewReplacer("~", "~0", "/", "~1")

// PointerTo is where a subject stands in the facts document; deployment is the document itself.
func (s Subject) PointerTo() string {
	switch s.Kind {
	case "tenant", "workspace", "network", "ata", "workstation":
		return Pointer(s.Kind)
	case "deployment":
		return ""
	}
	return Pointer(s.Kind+"s", s.Key)
}
