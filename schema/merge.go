package schema

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Merge makes one document of several, by the rules of the facts model: maps merge key by key, closed maps and single
// values are taken whole from the newer section, ties go to the source whose id sorts first. The order of the documents
// does not matter. Every disagreement is a warning that names both sources and says which one was taken.
func Merge(docs ...*Facts) (*Facts, Diagnostics) {
	var parts []*Facts
	for _, d := range docs {
		if d != nil {
			parts = append(parts, Clone(d))
		}
	}
	out := &Facts{Schema: FactsVersion}
	if len(parts) == 0 {
		return out, nil
	}
	if len(parts) == 1 {
		return parts[0], nil
	}
	distinctSources(parts)
	var diags Diagnostics
	merged := parts[0]
	for _, next := range parts[1:] {
		var moreDiags Diagnostics
		merged, moreDiags = mergeTwo(merged, next)
		diags = append(diags, moreDiags...)
	}
	return merged, diags.Sorted()
}

// distinctSources gives every document its own source ids: documents are put into an order of their own content, and an
// id that is taken with another meaning gets a number.
func distinctSources(parts []*Facts) {
	digests := map[*Facts]string{}
	for _, p := range parts {
		digests[p], _ = Digest(p)
	}
	slices.SortFunc(parts, func(a, b *Facts) int { return cmp.Compare(digests[a], digests[b]) })
	taken := map[string]string{}
	for _, p := range parts {
		renamed := map[string]string{}
		for _, id := range sortedKeys(p.Sources) {
			digest, _ := Digest(p.Sources[id])
			name := id
			for n := 2; taken[name] != "" && taken[name] != digest; n++ {
				name = fmt.Sprintf("%s~%d", id, n)
			}
			taken[name] = digest
			renamed[id] = name
		}
		sources := map[string]*Source{}
		for id, name := range renamed {
			sources[name] = p.Sources[id]
		}
		if p.Sources != nil {
			p.Sources = sources
		}
		for _, s := range p.Sections {
			s.Source = cmp.Or(renamed[s.Source], s.Source)
		}
	}
}

// merger merges b into a; the result takes provenance along.
type merger struct {
	a, b  *Facts
	out   map[string]*Section // provenance of what was taken from b under a's sections, and the other way round
	diags Diagnostics
}

func mergeTwo(a, b *Facts) (*Facts, Diagnostics) {
	m := &merger{a: a, b: b, out: map[string]*Section{}}
	out := &Facts{Schema: FactsVersion, GeneratedAt: max(a.GeneratedAt, b.GeneratedAt)}
	for _, f := range layoutOf(reflect.TypeFor[Facts]()).fields {
		switch f.name {
		case "schema", "generated_at", "sources", "sections":
			continue
		}
		v := m.merge(reflect.ValueOf(a).Elem().Field(f.index), reflect.ValueOf(b).Elem().Field(f.index), f.tag, 0, "/"+f.name)
		reflect.ValueOf(out).Elem().Field(f.index).Set(v)
	}
	out.Sources = map[string]*Source{}
	for _, from := range []*Facts{a, b} {
		for id, s := range from.Sources {
			out.Sources[id] = s
		}
	}
	out.Sections = map[string]*Section{}
	for _, pointer := range slices.Compact(slices.Sorted(slices.Values(append(sortedKeys(a.Sections), sortedKeys(b.Sections)...)))) {
		x, y := a.Sections[pointer], b.Sections[pointer]
		switch {
		case y == nil || x != nil && newer(x, y):
			out.Sections[pointer] = x
		default:
			out.Sections[pointer] = y
		}
	}
	for pointer, s := range m.out {
		if got, _ := out.SectionFor(pointer, true); got != s {
			out.Sections[pointer] = s
		}
	}
	return out, m.diags
}

// newer says whether x wins over y.
func newer(x, y *Section) bool {
	usable := func(s *Section) bool { return s.Status == "complete" || s.Status == "partial" }
	if usable(x) != usable(y) {
		return usable(x)
	}
	return cmp.Or(cmp.Compare(x.ReadAt, y.ReadAt), -cmp.Compare(x.Source, y.Source)) > 0
}

func (m *merger) merge(a, b reflect.Value, t tag, level int, pointer string) reflect.Value {
	if absent(b) || absent(a) {
		taken, from, other := a, m.a, m.b
		if absent(a) {
			taken, from, other = b, m.b, m.a
		}
		if !absent(taken) {
			m.note(from, other, pointer)
		}
		return taken
	}
	switch a.Kind() {
	case reflect.Pointer:
		if a.Type().Elem().Kind() != reflect.Struct || a.Type().Elem() == reflect.TypeFor[RegistryValue]() {
			return m.choose(a, b, pointer)
		}
		out := reflect.New(a.Type().Elem())
		for _, f := range layoutOf(a.Type().Elem()).fields {
			out.Elem().Field(f.index).Set(m.merge(a.Elem().Field(f.index), b.Elem().Field(f.index), f.tag, 0, pointer+"/"+f.name))
		}
		return out
	case reflect.Map:
		open := level < len(t.open) && t.open[level]
		if !open {
			// A closed map is an enumeration and is taken whole, but entries that both know are objects of their own.
			if a.Type().Elem().Kind() != reflect.Pointer || a.Type() == reflect.TypeFor[ACL]() || !sameKeys(a, b) {
				return m.choose(a, b, pointer)
			}
		}
		out := reflect.MakeMap(a.Type())
		for _, side := range []reflect.Value{a, b} {
			for it := side.MapRange(); it.Next(); {
				key := it.Key()
				if out.MapIndex(key).IsValid() {
					continue
				}
				x, y := a.MapIndex(key), b.MapIndex(key)
				at := pointer + Pointer(key.String())
				switch {
				case !y.IsValid():
					m.note(m.a, m.b, at)
					out.SetMapIndex(key, x)
				case !x.IsValid():
					m.note(m.b, m.a, at)
					out.SetMapIndex(key, y)
				default:
					out.SetMapIndex(key, m.merge(x, y, t, level+1, at))
				}
			}
		}
		return out
	}
	return m.choose(a, b, pointer)
}

func sameKeys(a, b reflect.Value) bool {
	if a.Len() != b.Len() {
		return false
	}
	for _, key := range a.MapKeys() {
		if !b.MapIndex(key).IsValid() {
			return false
		}
	}
	return true
}

// choose takes the newer of two values and reports when they differ.
func (m *merger) choose(a, b reflect.Value, pointer string) reflect.Value {
	x, _ := m.a.SectionFor(pointer, true)
	y, _ := m.b.SectionFor(pointer, true)
	first := x != nil && (y == nil || newer(x, y))
	if x == nil && y == nil {
		first = true
	}
	if !reflect.DeepEqual(a.Interface(), b.Interface()) {
		winner, loser := y, x
		if first {
			winner, loser = x, y
		}
		m.diags = append(m.diags, Diagnostic{Severity: "warning", Code: "facts_conflict", Summary: "Sources disagree", Pointer: pointer,
			Detail: fmt.Sprintf("%s says %s and %s says %s; the value of %s is taken.", described(x), shown(a), described(y), shown(b), sourceOf(winner, loser))})
		if winner != nil && loser != nil && winner.ReadAt == loser.ReadAt {
			// Neither is newer, so whoever uses the value has to know: the disagreement stays in the document.
			value := b
			if !first {
				value = a
			}
			disputed := *winner
			says := []string{fmt.Sprintf("%s says %s", cmp.Or(loser.Source, "another source"), shown(value))}
			for _, earlier := range []string{winner.Conflict, loser.Conflict} {
				if earlier != "" {
					says = append(says, strings.Split(earlier, "; ")...)
				}
			}
			slices.Sort(says)
			disputed.Conflict = strings.Join(slices.Compact(says), "; ")
			m.out[pointer] = &disputed
			if first {
				return a
			}
			return b
		}
	}
	if first {
		m.note(m.a, m.b, pointer)
		return a
	}
	m.note(m.b, m.a, pointer)
	return b
}

// note keeps the provenance of a value that was taken from one side when the other side's sections would claim it.
func (m *merger) note(from, other *Facts, pointer string) {
	s, at := from.SectionFor(pointer, true)
	if s == nil {
		return
	}
	if rival, rivalAt := other.SectionFor(pointer, true); rival != nil && (len(rivalAt) > len(at) || len(rivalAt) == len(at) && rival.Source != s.Source) {
		m.out[pointer] = s
	}
}

func described(s *Section) string {
	if s == nil {
		return "a source without provenance"
	}
	return strings.TrimSpace(s.Source + " " + s.ReadAt)
}

func sourceOf(winner, loser *Section) string {
	if winner == nil {
		return described(loser)
	}
	return winner.Source
}

func shown(v reflect.Value) string {
	var b strings.Builder
	if err := EncodeCompact(&b, v.Interface()); err != nil {
		return "?"
	}
	text := []rune(strings.TrimSpace(b.String()))
	if len(text) > 80 {
		return string(text[:77]) + "..."
	}
	return string(text)
}
